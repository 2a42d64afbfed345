import type { Colour } from '../domain/lights/rule-set.js';
import { dueAndWindows } from '../domain/progress/due-words.js';
import {
  paginationView,
  type CellView,
  type LightColour,
  type LightView,
  type PaginationView,
  type TableView,
} from '../web/index.js';
import type { DutyLine } from './duty-line.js';
import type { LedgerQueryDto } from './ledger.dto.js';
import type { LedgerRows } from './ledger.service.js';
import { SORTS } from './sorting.js';

export const PAGE_SIZE = 100;

const LIGHT_COLOURS: Record<Colour, LightColour> = { 红: 'red', 黄: 'yellow', 绿: 'green', 蓝: 'blue', 灰: 'grey' };
const ROLES = { lead: '牵头', responsible: '责任', supporting: '配合' };
const STAGES = { mobilisation: '动员部署', implementation: '推进落实', evaluation: '总结评估', closed: '已销号' };

interface Choice {
  id: string;
  label: string;
}

interface Option {
  value: string;
  label: string;
  selected: boolean;
}

interface Select {
  name: string;
  label: string;
  options: Option[];
}

/** What the ledger page prints. */
export interface LedgerPage {
  title: string;
  nav: 'ledger';
  back?: { href: string; label: string };
  action: string;
  selects: Select[];
  keyword: string;
  overdue: boolean;
  /** The ledger of one plan can be shown as of a day; '' for now. */
  hasAsOf: boolean;
  asOf: string;
  colours: { light: LightView; count: number; href: string }[];
  table: TableView;
  pages: PaginationView;
  exportHref: string;
  allHref: string | null;
}

export interface LedgerPageFacts {
  /** Null for the ledger over all plans. */
  plan: { id: string; title: string } | null;
  query: LedgerQueryDto;
  choices: { plans: Choice[]; units: Choice[] };
  found: LedgerRows;
}

/** The page from the rows found: filters as chosen, one screen of rows, counts by light. */
export function ledgerPage({ plan, query, choices, found }: LedgerPageFacts): LedgerPage {
  const action = plan ? `/plans/${plan.id}/ledger` : '/ledger';
  const address = (changes: Partial<LedgerQueryDto>): string => addressOf(action, { ...query, ...changes });
  const total = found.lines.length;
  const pages = paginationView(query.all ? 1 : query.page, query.all ? Math.max(total, 1) : PAGE_SIZE, total, (page) =>
    address({ page }),
  );
  const shown = found.lines.slice(Math.max(pages.from - 1, 0), pages.to);
  return {
    ...(plan
      ? { title: `台账：${plan.title}`, back: { href: `/plans/${plan.id}`, label: plan.title } }
      : { title: '台账' }),
    ...{ nav: 'ledger', action, pages, keyword: query.q ?? '', overdue: query.overdue },
    hasAsOf: plan !== null,
    asOf: plan ? (query.asOf ?? '') : '',
    selects: [...(plan ? [] : [select('plan', '计划', choices.plans, query.plan)]), ...selects(query, choices.units)],
    colours: colourCounts(found.colours, (light) => address({ light, page: 1 })),
    table: ledgerTable(shown, plan === null),
    exportHref: addressOf('/reports/ledger.xlsx', { ...query, plan: plan?.id ?? query.plan }),
    allHref: !query.all && pages.to - pages.from + 1 < total ? address({ all: true }) : null,
  };
}

function addressOf(path: string, query: Partial<LedgerQueryDto>): string {
  const { plan, unit, light, role, stage, q, sort, asOf, overdue, all, page } = query;
  const given = {
    plan,
    unit,
    light,
    role,
    stage,
    q,
    sort,
    asOf,
    overdue: overdue ? '1' : undefined,
    all: all ? '1' : undefined,
  };
  const entries = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const own = path.startsWith('/plans/') ? entries.filter(([name]) => name !== 'plan') : entries;
  const text = new URLSearchParams(page && page > 1 ? [...own, ['page', String(page)]] : own).toString();
  return text ? `${path}?${text}` : path;
}

function selects(query: LedgerQueryDto, units: Choice[]): Select[] {
  const choicesOf = (words: object): Choice[] =>
    Object.entries(words).map(([id, label]) => ({ id, label: String(label) }));
  return [
    select('unit', '单位', units, query.unit),
    select(
      'light',
      '亮灯',
      ['红', '黄', '绿', '蓝', '灰'].map((id) => ({ id, label: id })),
      query.light,
    ),
    select('role', '职责', choicesOf(ROLES), query.role),
    select('stage', '阶段', choicesOf(STAGES), query.stage),
    select('sort', '排序', choicesOf(SORTS), query.sort ?? 'plan', false),
  ];
}

function select(name: string, label: string, choices: Choice[], chosen: string | undefined, withAll = true): Select {
  const options = choices.map(({ id, label: text }) => ({ value: id, label: text, selected: id === chosen }));
  return { name, label, options: withAll ? [{ value: '', label: '全部', selected: !chosen }, ...options] : options };
}

function colourCounts(counts: Record<Colour, number>, hrefOf: (colour: Colour) => string): LedgerPage['colours'] {
  return (Object.entries(counts) as [Colour, number][]).map(([colour, count]) => ({
    light: { colour: LIGHT_COLOURS[colour], word: `${colour}灯` },
    count,
    href: hrefOf(colour),
  }));
}

function ledgerTable(lines: DutyLine[], withPlan: boolean): TableView {
  const columns = [
    '序号',
    ...(withPlan ? ['计划'] : []),
    '任务',
    '单位',
    '职责',
    '亮灯',
    '状态',
    '进展情况',
    '完成率',
    '完成时限',
    '存在问题',
    '下一步措施',
  ];
  return {
    caption: '工作台账',
    columns: columns.map((label) => ({
      label,
      figure: label === '完成率',
      narrow: ['序号', '职责', '状态', '完成率'].includes(label),
    })),
    rows: lines.map((line) => ({ id: line.id, cells: cells(line, withPlan) })),
    empty: '没有符合条件的任务。请放宽筛选条件；计划印发分办后，任务会出现在这里。',
  };
}

function cells(line: DutyLine, withPlan: boolean): CellView[] {
  return [
    { text: line.no },
    ...(withPlan ? [{ text: line.planTitle, href: `/plans/${line.planId}` }] : []),
    { text: line.title, href: `/measures/${line.measureId}` },
    { text: line.unitName },
    { text: roleWord(line), narrow: true },
    { text: '', light: lightView(line) },
    { text: line.statusWord, narrow: true },
    { text: progressText(line) },
    { text: line.progress === null ? '' : `${line.progress}%`, figure: true },
    { text: dueAndWindows(line), narrow: line.windows === '' },
    { text: line.issues ?? '' },
    { text: line.nextStep ?? '' },
  ];
}

/** What a unit is in a measure, as printed: 牵头, 责任, 配合. */
export function roleWord(line: Pick<DutyLine, 'isLead' | 'role'>): string {
  return line.isLead ? ROLES.lead : ROLES[line.role];
}

function lightView({ light }: DutyLine): LightView {
  return { colour: LIGHT_COLOURS[light.colour], word: `${light.colour}（${light.word}）`, reason: light.sentence };
}

function progressText(line: DutyLine): string {
  if (line.text) return line.reportedOn ? `${line.text}（${line.reportedOn} 报）` : line.text;
  return line.followsLead ? '随牵头统一反馈' : '';
}
