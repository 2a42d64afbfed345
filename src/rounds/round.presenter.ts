import { CHANNELS, type Definition } from '../../workflows/definition.js';
import { definition } from '../../workflows/catalogue.js';
import { printDay } from '../domain/calendar/day.js';
import { stateWords } from '../engine/step.js';
import {
  ActList,
  choices,
  type ActView,
  type CellView,
  type Sent,
  type StateView,
  type TableView,
  type TimelineView,
  type UnitTicks,
} from '../web/index.js';
import { packetState } from './packet.presenter.js';
import { PARTS, type Part } from './packet.types.js';
import type { MatrixLine, RoundBoard, RoundLine } from './round-boards.js';
import { composeChase } from './round-notes.js';
import type { Round } from './rounds.entities.js';
import { upwardNote } from './upward.js';

const MATRIX = ['单位', '签收', '文字', '数据', '典型案例', '盖章件', '状态', '收到日期', '时限', '催报'];

/** A round's state as one word with its tone. */
export function roundState(round: Round): StateView {
  const machine: Definition = definition('round@1');
  const tones: Record<string, StateView['tone']> = { open: 'active', closed: 'done' };
  return { word: stateWords(machine, round.state), tone: tones[round.state] ?? 'neutral' };
}

/** The list of rounds. */
export function roundsView(lines: RoundLine[]): object {
  const rows = lines.map(({ round, planTitle, total, reported, accepted, ownPacket }) => ({
    id: round.id,
    cells: [
      { text: round.title, href: ownPacket ? `/packets/${ownPacket}` : `/rounds/${round.id}` },
      { text: planTitle },
      { text: printDay(round.due) },
      { text: `${reported}/${total}`, figure: true },
      { text: `${accepted}/${total}`, figure: true },
      { text: '', state: roundState(round) },
    ],
  }));
  const own = lines.some((line) => line.ownPacket !== null);
  const columns = ['调度', '计划', '报送截止', '已报', '已接收', '状态'].map((label) => ({ label }));
  const shown = own ? rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => at !== 3 && at !== 4) })) : rows;
  const table: TableView = {
    ...{ caption: '调度', columns: own ? columns.filter((_, at) => at !== 3 && at !== 4) : columns, rows: shown },
    empty: '还没有调度。牵头办在计划页面可以“发起调度”。',
  };
  return { title: '调度', nav: 'rounds', table };
}

/** The round's own page: the 报送情况矩阵, the text to copy, reminders, acts, record. */
export function roundView(
  board: RoundBoard,
  offers: { revision: number; events: string[] },
  others: { id: string; name: string }[],
  timeline: TimelineView,
  sent: Sent | null,
): object {
  const { round, plan, lines } = board;
  const reported = lines.filter((line) => !line.isOwed).length;
  return {
    ...{ title: round.title, nav: 'rounds', subtitle: plan.title, back: { href: '/rounds', label: '调度' } },
    state: roundState(round),
    facts: factsOf(board, reported),
    ...{
      matrix: matrixTable(lines, round),
      copy: { id: 'not-reported', label: '复制未报名单', text: board.notReported, rows: 4 },
    },
    acts: roundActs(board, offers, others, sent),
    chases: lines.flatMap((line) =>
      line.chases.map((one) => ({ unit: line.name, on: one.chasedOn, channel: one.channel, by: one.byName })),
    ),
    timeline,
  };
}

function factsOf({ round, plan, lines }: RoundBoard, reported: number): { label: string; value: string }[] {
  return [
    { label: '类型', value: round.kind },
    { label: '数据截至', value: printDay(round.asOf) },
    { label: '报送截止', value: printDay(round.due) + upwardNote(plan.reporting, round) },
    { label: '依据', value: round.basis ?? '本办定期调度' },
    { label: '报送内容', value: round.parts.map((part) => PARTS[part as Part] ?? part).join('、') },
    { label: '指标', value: `${round.indicatorIds.length} 项` },
    { label: '报送情况', value: `${lines.length} 个单位，已报 ${reported} 个` },
  ];
}

function matrixTable(lines: MatrixLine[], round: Round): TableView {
  const cells = (line: MatrixLine): CellView[] => [
    { text: line.name, href: `/packets/${line.packet.id}` },
    { text: line.duties === 0 ? '—' : `${line.signed}/${line.duties}`, figure: true },
    { text: asked(round, 'text', textMark(line)) },
    {
      text: asked(round, 'table', line.figuresAsked === 0 ? '—' : `${line.figures}/${line.figuresAsked}`),
      figure: true,
    },
    { text: asked(round, 'case', line.hasCase ? '有' : '无') },
    { text: asked(round, 'sealed', line.hasSealed ? '有' : '无') },
    { text: marksOf(line), state: packetState(line.packet.state) },
    { text: line.packet.receivedOn ?? '' },
    { text: line.receipt },
    { text: line.chases.length > 0 ? `${line.chases.length} 次` : '' },
  ];
  return {
    caption: '报送情况矩阵',
    columns: MATRIX.map((label) => ({ label })),
    rows: lines.map((line) => ({ id: `u-${line.unitId}`, cells: cells(line) })),
    empty: '没有需要报送的单位。',
  };
}

function textMark(line: MatrixLine): string {
  if (line.packet.summary !== null) return line.texts > 0 ? `有，另 ${line.texts} 项进展` : '有';
  return line.texts > 0 ? `${line.texts} 项进展` : '无';
}

/** What was not asked for is not missing. */
function asked(round: Round, part: Part, mark: string): string {
  return round.parts.includes(part) || !['无', '—'].includes(mark) ? mark : '不要求';
}

function marksOf({ packet }: MatrixLine): string {
  const marks = [
    packet.onBehalf ? '代填' : '',
    packet.onBehalf && !packet.proof ? '待补证' : '',
    packet.selfReviewed ? '代填代审' : '',
  ];
  return marks.filter(Boolean).join('、');
}

function roundActs(
  board: RoundBoard,
  offers: { revision: number; events: string[] },
  others: { id: string; name: string }[],
  sent: Sent | null,
): ActView[] {
  const { round, today, lines } = board;
  const can = (type: string) => offers.events.includes(type);
  const acts = new ActList(`/rounds/${round.id}/acts`, offers.revision, sent);
  const owing = lines.filter((line) => line.isOwed);
  if (can('chase') && owing.length > 0) {
    const text = composeChase(round.title, round.due, today);
    const fields = [
      {
        name: 'chaseChannel',
        label: '催报方式',
        kind: 'select' as const,
        options: choices(CHANNELS),
        value: '电话',
        short: true,
      },
      { name: 'chaseText', label: '内容', kind: 'textarea' as const, value: text },
    ];
    acts.add('chase', '记录催报', fields, { units: ticks('chaseUnits', '催报单位', owing.map(unitOf), true) });
  }
  if (can('extend'))
    acts.add('extend', '调整截止日', [
      day('extendDue', '新的报送截止日', round.due),
      reason('extendReason', '理由', false),
    ]);
  if (can('addUnits') && others.length > 0)
    acts.add('addUnits', '增加单位', [], { units: ticks('addUnits', '增加的单位', others, false) });
  const idle = lines.filter((line) => line.packet.submittedOn === null);
  if (can('removeUnits') && idle.length > 0) {
    acts.add('removeUnits', '减少单位', [reason('removeReason')], {
      units: ticks('removeUnits', '不再要求报送的单位', idle.map(unitOf), false),
    });
  }
  if (can('close'))
    acts.add('close', '结束调度', [reason('closeNote', '说明', false)], {
      note: '未报的单位仍可补报，照常接收并标明逾期。',
    });
  if (can('reopen'))
    acts.add('reopen', '重新打开', [day('reopenDue', '新的报送截止日', today), reason('reopenReason')]);
  if (can('cancel') && idle.length === lines.length)
    acts.add('cancel', '取消调度', [reason('cancelReason')], { danger: true });
  return acts.acts;
}

const unitOf = (line: MatrixLine) => ({ id: line.unitId, name: line.name });

/** Units to tick, all or none of them ticked at first. */
export function ticks(
  name: string,
  legend: string,
  units: { id: string; name: string }[],
  checked: boolean,
): UnitTicks {
  return { name, legend, units: units.map((unit) => ({ ...unit, checked })) };
}

const reason = (name: string, label = '理由', required = true) => ({
  name,
  label,
  kind: 'textarea' as const,
  required,
});
const day = (name: string, label: string, value: string) => ({
  name,
  label,
  kind: 'date' as const,
  value,
  required: true,
  short: true,
});
