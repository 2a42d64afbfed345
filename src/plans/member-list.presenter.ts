import type { Actor } from '../engine/types.js';
import { momentWords } from '../shared/moment-words.js';
import type { TermSet } from './member-list.js';
import type { MemberForm, MemberSheet } from './member-list.service.js';
import type { MemberAsked } from './members-typed.js';

/** What comes back after a refusal: the form as typed, and the names in it that are asked about. */
interface TypedAgain {
  form: MemberForm;
  asked: MemberAsked[];
}

/** The page of the list. */
export function memberListView(sheet: MemberSheet, actor: Actor, again: TypedAgain | null = null): object {
  const typed = again?.form ?? null;
  const { place, today, units, latest } = sheet;
  const on = units.filter(({ isOn }) => isOn);
  return {
    ...{ title: '成员单位名单', nav: 'units', back: { href: '/units', label: '单位' } },
    subtitle: `${place}，现有 ${on.length} 家`,
    editable: actor.roles.includes('coordinator'),
    units: units.map(({ id, name, isOn, term }) => ({
      ...{ id, name, was: isOn, ticked: typed ? typed.member.includes(id) : isOn },
      since: term && isOn ? `自 ${term.from}${term.to ? ` 至 ${term.to}` : ''}` : '',
    })),
    names: typed?.names ?? '',
    asked: (again?.asked ?? []).map(askedView),
    from: typed?.from ?? `${today.slice(0, 4)}-01-01`,
    latest: latest.length > 0 ? latestView(latest, sheet) : null,
  };
}

const askedView = ({ typed, offers, own }: MemberAsked, at: number): object => ({
  ...{ n: at + 1, typed },
  options: [
    ...offers.map(({ name, reason }) => ({ value: name, label: `就是${name}（${reason}）` })),
    ...(own ? [{ value: own, label: `是另一家单位，按“${own}”登记` }] : []),
  ],
});

function latestView(latest: readonly TermSet[], { units }: MemberSheet): object {
  const { who, when, position } = latest.at(-1)!;
  const nameOf = (unit: string): string => units.find(({ id }) => id === unit)?.name ?? '已撤并的单位';
  const names = (some: readonly TermSet[]): string => some.map(({ unit }) => nameOf(unit)).join('、');
  const joined = latest.filter(({ to }) => to === null);
  const left = latest.filter(({ to }) => to !== null);
  const words = [joined.length > 0 && `列入 ${names(joined)}`, left.length > 0 && `移出 ${names(left)}`];
  return { who, when: momentWords(when), words: words.filter(Boolean).join('；'), position };
}

/** What a change of the list did, in a sentence. */
export function changedWords(told: { on: string[]; off: string[]; entered: string[] }, from: string): string {
  const { on, off, entered } = told;
  if (on.length + off.length === 0) return '名单没有改动。';
  const changes = [
    ...(on.length > 0 ? [`列入${on.join('、')}`] : []),
    ...(off.length > 0 ? [`移出${off.join('、')}`] : []),
  ];
  const fresh = entered.length > 0 ? `其中${entered.join('、')}不在名录中，已按这个名称登记，请核对。` : '';
  return `成员单位名单已改，自 ${from} 起${changes.join('，')}。${fresh}`;
}
