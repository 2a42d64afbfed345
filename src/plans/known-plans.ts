import { revisedBy } from '../domain/comparison/revised-plan.js';
import type { Doubt } from '../domain/plan/reading.js';
import { Refusal } from '../shared/errors.js';
import type { DraftReading } from './draft.js';
import { placeIn } from './draft-place.js';
import type { Plan } from './plans.entities.js';

/** What is known of a plan already here. */
export type KnownPlan = Pick<
  Plan,
  'id' | 'title' | 'docNumber' | 'sourceSha' | 'sourceName' | 'state' | 'issuedOn' | 'region'
>;

export interface Arrival {
  /** Of the file's bytes. */
  sha256: string;
  /** 作为修订文本导入: a corrected text of a plan that is out already. */
  asRevision: boolean;
}

const GONE = new Set(['discarded', 'withdrawn']);
const UNISSUED = new Set(['draft', 'confirmed']);

/**
 * Refuses a document that is here already: the same bytes always; another text under the same number and title as long
 * as that plan is not issued. Beside an issued one it comes in as a revised text, if that is asked for. Refusal:
 * plan_exists (facts.plan names the plan here, facts.revision says that it may come in as a revised text).
 */
export function refuseKnown(known: readonly KnownPlan[], draft: DraftReading, arrival: Arrival): void {
  const here = known.filter(({ state }) => !GONE.has(state));
  const same = here.find(({ sourceSha }) => sourceSha === arrival.sha256);
  if (same) throw exists(same, isOut(same) ? SAME_ISSUED : SAME_DRAFT);
  const namesakes = here.filter((plan) => isNamesake(plan, draft));
  const unissued = namesakes.find(({ state }) => UNISSUED.has(state));
  if (unissued) throw exists(unissued, '请打开原草稿继续核对；要换成这份文字的，先弃用原草稿。');
  const [issued] = namesakes;
  if (!issued || arrival.asRevision) return;
  throw new Refusal('plan_exists', `同一文号的计划已经印发：${nameOf(issued)}。这份文件的内容与它不同，没有导入。`, {
    place: issued.docNumber ?? issued.sourceName,
    cure: '是更正或修订后的文字的，请选“作为修订文本导入”，核对后与原计划逐条对照并入。',
    facts: { plan: issued.id, revision: true },
  });
}

const SAME_DRAFT = '请打开已有的计划继续核对；确需重新导入的，先弃用原草稿。';
const SAME_ISSUED = '它已经印发，请打开已有的计划继续办理，不必再导入；文字有更正或修订的，请导入改好的文件。';

/** The issued plan that a text revises: by its number, else by the title; null where none on file is like it. */
export function originalOf<T extends KnownPlan>(known: readonly T[], draft: DraftReading): T | null {
  const issued = known.filter(isOut);
  const sameNumber = issued.find(({ docNumber }) => docNumber !== null && docNumber === draft.docNumber);
  const paper = { id: '', title: draft.title ?? '', region: placeIn(draft) || null, state: 'draft' };
  return sameNumber ?? revisedBy(paper, issued);
}

/** The plan that a revised text is for: the one that a person has chosen (`chosen`: its id), else the one that it is like. */
export const revisedPlan = <T extends KnownPlan>(known: readonly T[], draft: DraftReading, chosen: string): T | null =>
  known.find((one) => one.id === chosen && isOut(one)) ?? originalOf(known, draft);

/**
 * Refuses a revised text of which no issued plan is the original, unless a person has chosen one (`chosen`: its id).
 * Refusal: revises_nothing.
 */
export function refuseWithoutOriginal(known: readonly KnownPlan[], draft: DraftReading, chosen = ''): void {
  if (originalOf(known, draft) || known.some((one) => one.id === chosen && isOut(one))) return;
  const title = draft.title ? `《${draft.title}》` : '这份文件';
  throw new Refusal('revises_nothing', `没有找到${title}要修订的计划：已印发的计划中没有同文号或同题的，没有导入。`, {
    cure: '是另一份计划的，请取消勾选“作为修订文本导入”；确是修订文本的，请选择原计划。',
  });
}

/** Whether a plan has been issued and still stands. */
export const isOut = ({ state }: Pick<Plan, 'state'>): boolean => !GONE.has(state) && !UNISSUED.has(state);

/**
 * What is said of a draft that looks like a plan here in another file or encoding: the same title, and neither number nor
 * day speaks against it. It comes in all the same; null where there is none.
 */
export function twinDoubt(known: readonly KnownPlan[], draft: DraftReading): Doubt | null {
  const twin = known.find((plan) => !GONE.has(plan.state) && isTwin(plan, draft));
  if (!twin) return null;
  const same = twin.docNumber !== null && twin.docNumber === draft.docNumber ? '同题同文号' : '同题';
  const cure = '请核对是否同一份文件；重复的，请弃用本草稿，在原计划中继续';
  return { code: 'plan_twin', reason: `已有${same}的计划：${nameOf(twin)}，${cure}` };
}

function isTwin(plan: KnownPlan, { title, docNumber, issuedOn }: DraftReading): boolean {
  const agrees = (one: string | null, other: string | null): boolean => !one || !other || one === other;
  const isSame = title !== null && bareTitle(plan.title) === bareTitle(title);
  return isSame && agrees(plan.docNumber, docNumber) && agrees(plan.issuedOn, issuedOn);
}

const bareTitle = (title: string): string => title.normalize('NFKC').replace(/[\s“”"《》〈〉()]/g, '');

/** 《要点》（劳函〔2024〕3号）: by its number, else by the file it came in. */
const nameOf = ({ title, docNumber, sourceName }: KnownPlan): string => `《${title}》（${docNumber ?? sourceName}）`;

function isNamesake({ docNumber, title }: KnownPlan, draft: DraftReading): boolean {
  return draft.docNumber !== null && docNumber === draft.docNumber && title === draft.title;
}

function exists(known: KnownPlan, cure: string): Refusal {
  const { id, docNumber, sourceName } = known;
  return new Refusal('plan_exists', `该计划已经导入过：${nameOf(known)}。没有重复导入。`, {
    place: docNumber ?? sourceName,
    cure,
    facts: { plan: id },
  });
}
