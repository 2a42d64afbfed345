import type { Ceiling } from '../../workflows/supervision/supervision.v1.events.js';
import type { FieldView, PageError, TableView } from '../web/index.js';
import { options, wayOptions } from './acts.js';
import type { Candidate, CandidateList, CandidateMeasure } from './candidates.js';
import { LEVELS, WAYS, waysUnder } from './levels.js';

/** What was typed into the page for proposing, when it comes back. */
export interface TypedProposal {
  unit: string;
  measures: string[];
  way: string;
  level: string;
  reason: string;
}

/** The page for proposing: first whom, then about what and how. */
export function newView(list: CandidateList, typed: TypedProposal, errors: PageError[]): object {
  const { plan, candidates } = list;
  const chosen = candidates.find((one) => one.unitId === typed.unit);
  return {
    ...{
      title: '发起督办',
      nav: 'supervision',
      subtitle: plan.title,
      back: { href: `/plans/${plan.id}`, label: '计划' },
      errors,
    },
    action: `/plans/${plan.id}/supervision`,
    units: unitTable(plan.id, candidates),
    chosen: chosen ? chosenView(chosen, typed) : null,
  };
}

function unitTable(planId: string, candidates: Candidate[]): TableView {
  const columns = ['单位', '逾期未报', '红灯', '黄灯', '可用方式'].map((label) => ({ label }));
  const rows = candidates.map(({ unitId, name, unreported, red, yellow, ceiling }) => ({
    id: `unit-${unitId}`,
    cells: [
      { text: name, href: `/plans/${planId}/supervision/new?unit=${encodeURIComponent(unitId)}` },
      { text: unreported.join('、') },
      { text: String(red), figure: true },
      { text: String(yellow), figure: true },
      {
        text: waysUnder(ceiling)
          .map((way) => WAYS[way])
          .join('、'),
      },
    ],
  }));
  return { caption: '选择单位（问题多的在前）', columns, rows, empty: '本计划没有可督办的单位。' };
}

function chosenView({ unitId, name, ceiling, unreported, measures }: Candidate, typed: TypedProposal): object {
  const ways = waysUnder(ceiling);
  return {
    ...{ unitId, name, unreported: unreported.join('、') },
    limited:
      ceiling === 'order'
        ? ''
        : `该单位${ceiling === 'letter' ? '只能函商，不发督办单' : '是上级机关，只作电话沟通'}。`,
    measures: measures.map((measure) => measureBox(measure, typed.measures)),
    fields: [
      {
        name: 'way',
        label: '督办方式',
        kind: 'select',
        value: '',
        options: wayOptions(ways, typed.way || ways.at(-1)!),
        required: true,
      },
      levelField(ceiling, typed.level || 'normal'),
      { name: 'reason', label: '理由', kind: 'textarea', value: typed.reason, required: true, rows: 3 },
    ],
  };
}

/** Only an order has a level. */
function levelField(ceiling: Ceiling, chosen: string): FieldView {
  const field = { name: 'level', label: '督办级别', value: 'normal' };
  if (ceiling !== 'order') return { ...field, kind: 'hidden' };
  return { ...field, kind: 'select', options: options(LEVELS, chosen), required: true };
}

const COLOURS: Record<string, string> = { 红: 'red', 黄: 'yellow', 绿: 'green', 蓝: 'blue', 灰: 'grey' };

function measureBox({ id, no, title, colour, word, sentence }: CandidateMeasure, checked: string[]): object {
  const light = { colour: COLOURS[colour] ?? 'grey', word, reason: sentence };
  return { id, label: `${no} ${title}`, sentence, light, checked: checked.includes(id) };
}
