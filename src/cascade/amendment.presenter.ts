import { VERSION_WORDS, type VersionRow } from '../domain/comparison/versions.js';
import { unreadParts } from '../domain/plan/source-notes.js';
import { isTold, type AmendmentRecord } from './amendment.record.js';
import type { AmendmentGround } from './amendment.ground.js';
import type { AmendmentPreview } from './amendment.service.js';
import { handsOver } from './keeping.js';
import { kinWords, type Kin } from './kin.js';
import { lossesOf } from './losses.js';
import type { Wording } from './carried.js';
import { ownWords } from './own-decisions.js';
import { ownMark } from './printed-words.js';
import { returnWords, type Returned } from './returned.js';
import { choicesFor, DECISION_WORDS, rowId, type Decision } from './decisions.js';

/** The preview: clause by clause what may be decided, and what the decisions on the page will do. */
export function amendmentView(preview: AmendmentPreview, note: string): object {
  const { ground, effects, indicators, stages, unfound, unchosen, digest, seenRevision } = preview;
  const { old, now, comparison } = ground;
  const rows = comparison.rows.map((row, at) => {
    const [kin, returned] = [ground.kindred.get(rowId(row)), ground.returned.get(rowId(row))];
    return {
      id: rowId(row),
      name: `${(row.now ?? row.old)!.no} ${(row.now ?? row.old)!.title}`.trim(),
      words: row.kinds.map((kind) => VERSION_WORDS[kind]).join('、') + (returned ? '（原已撤销，疑为恢复）' : ''),
      sentence: row.sentence,
      kin: (returned ? returnWords(returned) : '') + (kin ? kinWords(row, kin) : ''),
      isChosen: ground.carries.includes(rowId(row)),
      choices: choicesOf(row, unchosen.includes(rowId(row)) ? null : effects[at]!.decision, ground),
      unchosen: unchosen.includes(rowId(row)),
      effects: unchosen.includes(rowId(row)) ? [UNCHOSEN] : effects[at]!.sentences,
      losses: lossesOf(row, ground.decided, kin, returned),
    };
  });
  const settled = rows.filter((row) => row.choices.length === 1 && row.effects.length === 0);
  return {
    ...{
      title: '并入修订',
      nav: 'plans',
      subtitle: `${now.plan.title}（${now.plan.docNumber ?? '无文号'}）并入正在推进的计划`,
    },
    back: { href: `/plans/${old.plan.id}/compare/${now.plan.id}?kind=version`, label: '新旧文本对照' },
    ...{ id: old.plan.id, other: now.plan.id, digest, rev: seenRevision, note, head: comparison.head },
    carries: ground.carries,
    unread: unreadParts(now.draft),
    rows: rows.filter((row) => !settled.includes(row)),
    unchanged: settled.length,
    unfound: unfound.rows.length > 0 && {
      ...{ count: unfound.rows.length, left: unchosen.length, mustChoose: unfound.mustChoose },
      going: comparison.rows.filter(({ old, now: there }) => old && there).length,
    },
    decided: ground.decided.map((one) => ({
      ...{ words: ownWords(one), key: ['overtaken', 'renewed', 'stood'].includes(one.outcome) ? null : one.key },
      declined: one.outcome === 'declined',
    })),
    newUnits: ground.enrolments.length,
    wholePlan: [...stages.sentences, ...indicators.sentences],
  };
}

const UNCHOSEN = '还没有选定处理';

/** What may be chosen about a clause, `decision` null for none yet; where the text split or joined measures, also that this one carries on. */
function choicesOf(row: VersionRow, decision: Decision | null, ground: AmendmentGround): object[] {
  const [kin, returned] = [ground.kindred.get(rowId(row)), ground.returned.get(rowId(row))];
  const may = (value: Decision) => value !== 'apart' || handsOver(ground, row.old!.key, row.now!.key);
  const choices = choicesFor(row, kin, returned).filter(may);
  const decisions = choices.map((value) => {
    return { value, label: labelOf(value, kin, returned), selected: value === decision };
  });
  if (!kin) return decisions;
  const label = row.old ? `由本任务承接“${kin.name}”` : `由本条承接原“${kin.name}”`;
  return [...decisions, { value: `carry:${kin.key}`, label, selected: false }];
}

function labelOf(value: Decision, kin: Kin | undefined, returned: Returned | undefined): string {
  if (value === 'join' && kin) return `并入“${kin.name}”`;
  return value === 'resume' && returned ? `恢复原“${returned.name}”` : DECISION_WORDS[value];
}

const ACTS = { merged: '并入修订', superseded: '由新计划替代', noted: '登记修订' };
const DONE = {
  kept: '继续推进',
  restarted: '另起新任务',
  withdrawn: '撤销',
  merged: '并入其他任务',
  started: '新增',
  resumed: '恢复',
  untouched: '只登记',
};

/** The amendments of a plan, each with the wording before and after. */
export function amendmentsView({ plan, amendments, isWhole }: AmendmentRecord): object {
  return {
    none: isWhole ? '本计划没有修订记录。' : '本计划没有涉及本单位任务的修订。',
    ...{
      title: '修订记录',
      nav: 'plans',
      subtitle: plan.title,
      back: { href: `/plans/${plan.id}`, label: plan.title },
    },
    amendments: amendments.map((one) => ({
      act: ACTS[one.act as keyof typeof ACTS],
      facts: [
        { label: '修订文号', value: one.documentNumber ?? '无' },
        { label: '说明', value: one.note },
        { label: '办理', value: `${one.amendedBy}，${one.amendedOn}` },
      ],
      changes: one.changes,
      measures: one.measures.filter(isTold).map((measure) => ({
        href: measure.measureId ? `/measures/${measure.measureId}` : null,
        name: nameOf(measure.after ?? measure.before),
        act: DONE[measure.act],
        sentence: measure.sentence,
        before: measure.before?.text ?? '（无）',
        ...afterView(measure.after),
      })),
    })),
  };
}

/** The new text's words, and the office's own beside them. */
function afterView(after: Wording | null): { after: string; own: string } {
  if (!after) return { after: '（无）', own: '' };
  const { printed = null, text } = after;
  const shown = printed === null || printed === 'none' ? text : printed.text;
  return { after: shown, own: ownMark(printed, after) };
}

function nameOf(wording: { no: string; title: string } | null): string {
  return wording ? `${wording.no} ${wording.title}`.trim() : '';
}
