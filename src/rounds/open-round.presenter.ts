import { printDay } from '../domain/calendar/day.js';
import type { Indicator, Plan } from '../plans/plans.entities.js';
import { choices, type FieldView, type PageError } from '../web/index.js';
import { PARTS, ROUND_KINDS } from './packet.types.js';
import type { RoundProposal } from './round-proposals.js';
import { ticks } from './round.presenter.js';
import type { OpenRoundDto } from './rounds.dto.js';

export interface OpenRoundGround {
  plan: Plan;
  today: string;
  proposals: RoundProposal[];
  /** Years that the working calendar lacks. */
  lacking: number[];
  indicators: Indicator[];
  units: { id: string; name: string }[];
}

const SCOPES = {
  all: '成员单位和县（市、区）',
  units: '只有成员单位',
  counties: '只有县（市、区）',
  leads: '只有牵头单位（没有牵头的任务由责任单位报）',
  chosen: '指定单位（在下面勾选）',
};
const DEFAULT_PARTS = ['text', 'table'];

/** Which proposal was clicked, and whether with its earlier day. */
export interface ProposalPick {
  at: number;
  earlier: boolean;
}

/** The page for opening a round: proposals to take with one click, and the form. `sent` comes back after a refusal. */
export function openRoundView(
  ground: OpenRoundGround,
  pick: ProposalPick,
  sent: OpenRoundDto | null,
  errors: PageError[],
): object {
  const { plan, proposals, lacking, indicators, units } = ground;
  const begun = sent ?? fromProposal(proposals[pick.at] ?? null, pick.earlier, ground.today);
  const wrong = new Map(errors.flatMap((error) => (error.field ? [[error.field, error.message] as const] : [])));
  const chosenUnits = new Set(sent?.units ?? []);
  const chosen = sent ? new Set(sent.indicators) : null;
  return {
    ...{
      title: '发起调度',
      nav: 'rounds',
      subtitle: plan.title,
      back: { href: `/plans/${plan.id}`, label: plan.title },
      errors,
    },
    action: `/plans/${plan.id}/rounds`,
    duePassed: sent && sent.due < ground.today ? { checked: sent.duePassed === 'yes' } : null,
    lacking: lacking.map((year) => `${year}年`).join('、'),
    proposals: proposals.map((one, at) => proposalLine(plan.id, one, at, ground.today)),
    fields: fieldsOf(begun, wrong),
    parts: Object.entries(PARTS).map(([value, label]) => ({ value, label, checked: begun.parts.includes(value) })),
    units: {
      ...ticks('units', '指定单位', units, false),
      units: units.map((unit) => ({ ...unit, checked: chosenUnits.has(unit.id) })),
    },
    indicators: indicators.map((one) => ({
      id: one.id,
      name: one.name,
      raw: one.raw ?? '',
      checked: chosen?.has(one.id) ?? true,
    })),
  };
}

type Begun = Pick<OpenRoundDto, 'kind' | 'title' | 'asOf' | 'due' | 'basis' | 'scope' | 'parts'>;

/** The form as a proposal fills it; a day that has passed is left to the office. */
function fromProposal(proposal: RoundProposal | null, takesEarlier: boolean, today: string): Begun {
  if (!proposal) {
    return { kind: '专项', title: '', asOf: today, due: today, basis: '', scope: 'all', parts: DEFAULT_PARTS };
  }
  const { kind, title, asOf, basis, units, earlier } = proposal;
  const wanted = takesEarlier && earlier ? earlier : proposal.due;
  const due = wanted < today ? '' : wanted;
  const parts = kind === '年终' ? Object.keys(PARTS) : DEFAULT_PARTS;
  return { kind, title, asOf, due, basis, scope: units, parts };
}

function proposalLine(planId: string, one: RoundProposal, at: number, today: string): object {
  const from = one.source === 'printed' ? '计划规定' : '定期调度';
  const earlier = one.earlier ? `；不早于本级上报日，建议提前到${printDay(one.earlier)}` : '';
  const href = `/plans/${planId}/rounds/new?pick=${at}`;
  return {
    title: one.title,
    note: `${from}，报送截止${printDay(one.due)}${one.due < today ? '（已过，请另定截止日）' : ''}${earlier}`,
    href,
    earlier: one.earlier ? `${href}&earlier=yes` : null,
  };
}

function fieldsOf(begun: Begun, wrong: Map<string, string>): FieldView[] {
  const select = (
    name: string,
    label: string,
    words: Record<string, string> | readonly string[],
    value: string,
  ): FieldView => {
    const options = choices(words).map((option) => ({ ...option, selected: option.value === value }));
    return { name, label, kind: 'select', value, options, required: true, error: wrong.get(name) };
  };
  const line = (
    name: string,
    label: string,
    kind: FieldView['kind'],
    value: string,
    more: Partial<FieldView> = {},
  ): FieldView => {
    return { name, label, kind, value, error: wrong.get(name), ...more };
  };
  return [
    select('kind', '类型', ROUND_KINDS, begun.kind),
    line('title', '名称', 'text', begun.title, { hint: '不填的，按类型和截至日自动命名。' }),
    line('asOf', '数据截至日', 'date', begun.asOf, { required: true, short: true }),
    line('due', '报送截止日', 'date', begun.due, { required: true, short: true }),
    line('basis', '依据', 'text', begun.basis, { hint: '文号、电话通知或批示；没有的可不填。' }),
    select('scope', '报送范围', SCOPES, begun.scope),
  ];
}
