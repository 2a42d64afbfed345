import type { DraftReading } from './draft.js';
import { groupKind } from './draft-proposals.js';

/** A group of members (相关部门) without a list; `to` says whom its measure went to: nobody, or all units that the plan names. */
export interface MembersLeft {
  no: string;
  title: string;
  surface: string;
  to: 'nobody' | 'named';
}

/** The groups of members that a plan's measures have, as they stand where there is no list; those not yet decided left out. */
export const membersLeft = ({ measures }: Pick<DraftReading, 'measures'>): MembersLeft[] =>
  measures.flatMap(({ no, title, groups }) =>
    groups
      .filter(
        ({ surface, choice }) => choice === 'members' || (choice === 'unclear' && groupKind(surface) === 'members'),
      )
      .map(({ surface, choice }) => ({ no, title, surface, to: choice === 'members' ? 'named' : 'nobody' })),
  );

/** The same in sentences; none where nothing was left. */
export function membersLeftWords(left: readonly MembersLeft[]): string[] {
  const told = (to: MembersLeft['to'], done: string): string[] => {
    const places = left.filter((one) => one.to === to).map(({ no, surface }) => `${no}“${surface}”`);
    return places.length > 0 ? [`没有成员单位名单，${places.length} 处${done}：${places.join('、')}。`] : [];
  };
  return [
    ...told('nobody', '未点名的单位没有分办，请由牵头办公室明确'),
    ...told('named', '没有别的责任单位，分给了文件点名的全部单位，请核对'),
  ];
}
