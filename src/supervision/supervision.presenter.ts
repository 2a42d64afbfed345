import { definition } from '../../workflows/catalogue.js';
import { stateWords } from '../engine/step.js';
import type { FlowView } from '../flow/flow.service.js';
import type { ActView, CellView, PageError, StateView, TableView, TimelineView } from '../web/index.js';
import { OWN_FORMS } from './acts.js';
import { LEVELS, waysUnder, WAYS } from './levels.js';
import type { Suggestion } from './suggestions.js';
import type { Supervision, SupervisionReply } from './supervision.entities.js';
import type { SupervisionLine, SupervisionSheet } from './supervision.queries.js';

const FORMS: Record<string, string> = { order: '督办单', letter: '商请函' };
const VERDICTS: Record<string, string> = { accepted: '已认可', again: '要求再次反馈', withdrawn: '已撤回' };
const ENDED = ['lifted', 'cancelled'];

/** The list: what is proposed, what runs, what is over. */
export function listView(lines: SupervisionLine[], suggestions: Suggestion[], coordinates: boolean): object {
  const isOver = ({ supervision }: SupervisionLine) => ENDED.includes(supervision.state);
  return {
    ...{ title: '督办', nav: 'supervision', coordinates },
    suggestions: suggestionTable(suggestions),
    running: lineTable(
      '办理中',
      lines.filter((line) => !isOver(line)),
      '没有办理中的督办。',
    ),
    ended: lineTable('已办结', lines.filter(isOver), '还没有办结的督办。'),
  };
}

function suggestionTable(suggestions: Suggestion[]): TableView {
  const rows = suggestions.map(({ unitName, planTitle, text, href }) => ({
    cells: [{ text: unitName }, { text: planTitle }, { text }, { text: '去办理', href }],
  }));
  const columns = ['单位', '计划', '建议', '办理'].map((label) => ({ label }));
  return { caption: '建议（由您决定，系统不会自动发出）', columns, rows, empty: '目前没有建议。' };
}

function lineTable(caption: string, lines: SupervisionLine[], empty: string): TableView {
  const columns = ['单位', '编号', '方式', '计划', '反馈期限', '状态'].map((label) => ({ label }));
  return { caption, columns, rows: lines.map((line) => ({ id: line.supervision.id, cells: lineCells(line) })), empty };
}

function lineCells({ supervision, unitName, planTitle }: SupervisionLine): CellView[] {
  const { id, number, due, replyOverdue } = supervision;
  return [
    { text: unitName, href: `/supervision/${id}` },
    { text: number ?? '未发文' },
    { text: kindWords(supervision) },
    { text: planTitle },
    { text: `${due ?? ''}${replyOverdue ? '（已逾期）' : ''}` },
    { text: '', state: stateView(supervision) },
  ];
}

function kindWords({ form, way, level }: Supervision): string {
  const kind = FORMS[form ?? ''] ?? WAYS[way as keyof typeof WAYS];
  return form === 'order' ? `${kind}（${LEVELS[level]}）` : kind;
}

function stateView({ state, replyOverdue }: Supervision): StateView {
  const word = stateWords(definition('supervision@1'), state);
  if (replyOverdue) return { word, tone: 'attention' };
  if (ENDED.includes(state)) return { word, tone: 'done' };
  return { word, tone: ['sent', 'acknowledged', 'again'].includes(state) ? 'waiting' : 'active' };
}

/** What one supervision's page is made from besides the sheet. */
export interface PageParts {
  flow: FlowView;
  acts: ActView[];
  /** Null for the unit's own people, who see the papers and replies, not the office's inner course. */
  timeline: TimelineView | null;
  errors: PageError[];
}

/** One supervision. */
export function sheetView(sheet: SupervisionSheet, { flow, acts, timeline, errors }: PageParts): object {
  const { supervision, plan, unit, measures, letters, replies } = sheet;
  const inner = timeline !== null;
  return {
    ...{ title: `督办：${unit.fullName}`, nav: 'supervision', subtitle: supervision.number ?? '', errors },
    back: { href: '/supervision', label: '督办' },
    state: stateView(supervision),
    note: noteOf(supervision, inner),
    acts,
    actions: flow.actions.filter((action) => !OWN_FORMS.has(action.type)),
    facts: factsOf(sheet, inner),
    plan: { href: `/plans/${plan.id}`, title: plan.title },
    measures: measures.map(({ id, no, title }) => ({ href: `/measures/${id}`, text: `${no} ${title}` })),
    draft: inner && ['drafted', 'approved'].includes(supervision.state) ? (supervision.text ?? '') : '',
    letters: letters.map(({ number, form, level, text, due, sentOn, channel }) => ({
      heading: `${FORMS[form] ?? form} ${number}`,
      line: `${form === 'order' ? `${LEVELS[level]}，` : ''}${sentOn} 经${channel}发出，反馈期限 ${due}`,
      text,
    })),
    replies: replies.map((reply) => replyView(supervision.id, reply)),
    timeline,
  };
}

function noteOf({ replyOverdue, suggestedLevel, selfReviewed }: Supervision, inner: boolean): string {
  const notes = [
    replyOverdue ? '反馈已逾期。' : '',
    inner && suggestedLevel ? `建议升级为“${LEVELS[suggestedLevel]}”，由您决定升级或不升级。` : '',
    inner && selfReviewed ? '代填代审。' : '',
  ];
  return notes.join('');
}

function factsOf({ supervision, unit }: SupervisionSheet, inner: boolean): { label: string; value: string }[] {
  const { proposedOn, sentOn, due, acknowledgedOn, repliedOn, reason, approval, ceiling, endedOn, outcome } =
    supervision;
  const office = [
    { label: '理由', value: reason },
    { label: '提出日期', value: proposedOn },
    {
      label: '可用方式',
      value: waysUnder(ceiling)
        .map((way) => WAYS[way])
        .join('、'),
    },
    {
      label: '审签',
      value: approval ? `${approval.signer}${approval.post ? `（${approval.post}）` : ''} ${approval.on}` : '',
    },
    { label: '办结', value: endedOn ? `${endedOn}${outcome ? ` ${outcome}` : ''}` : '' },
  ];
  return [
    { label: '单位', value: unit.fullName },
    { label: '方式', value: kindWords(supervision) },
    { label: '发出', value: sentOn ?? '' },
    { label: '反馈期限', value: due ?? '' },
    { label: '签收', value: acknowledgedOn ?? '' },
    { label: '反馈', value: repliedOn ?? '' },
    ...(inner ? office : []),
  ].filter((fact) => fact.value !== '');
}

function replyView(id: string, reply: SupervisionReply): object {
  const { ordinal, receivedOn, late, byName, channel, signer, post, proof, text, files, verdict, opinion } = reply;
  const signed = signer ? `，签发人 ${signer}${post ? `（${post}）` : ''}` : '';
  const behalf = channel ? `，${byName}代填（${channel}${signed}，${proof ? '有凭证' : '待补证'}）` : `，${byName}`;
  const papers = [
    ...files,
    ...(proof && !files.some((file) => file.sha256 === proof) ? [{ sha256: proof, name: '凭证' }] : []),
  ];
  return {
    heading: `第${ordinal}次反馈`,
    line: `${receivedOn} 收到${late ? '（逾期）' : ''}${behalf}`,
    text,
    files: papers.map(({ sha256, name }) => ({ href: `/supervision/${id}/files/${sha256}`, name })),
    verdict: verdict ? `${VERDICTS[verdict] ?? verdict}${opinion ? `：${opinion}` : ''}` : '待审核',
  };
}
