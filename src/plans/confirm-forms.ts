import { divisionOf, type Division, type DraftMeasure, type DraftReading, type GroupChoice } from './draft.js';
import type { CorrectMeasureDto, CorrectHeadDto } from './confirm.dto.js';
import type { Doubt, UnitRef } from '../domain/plan/reading.js';
import { planYear, type YearFacts } from '../domain/plan/year.js';
import { Refusal } from '../shared/errors.js';
import { distinct, unitRows, withPart, type UnitRow } from './draft-parts.js';
import { listed, optionalDay, refusePast, requiredWords } from './confirm-values.js';
import { GROUNDS, leadOf as leadName } from '../domain/plan/duties.js';
import { figuresOpen } from './figures-asked.js';
import { isToCome, openDeadline } from './draft-deadlines.js';
import { hasNobody } from './draft-ready.js';
import { printsLead } from './lead-printed.js';
import { groupChoices as choicesOf, PRINTED_AFTER_ALL } from './draft-words.js';
import { unitDoubts } from './units-learned.js';
import { unknownDoubts, type ReadsName } from './units-typed.js';
import type { PlanStart } from './years.js';

const ROLES = ['lead', 'responsible', 'supporting', 'out'] as const;

/** The rows that a card sends; empty ones are left out. */
export function sentRows(form: Pick<CorrectMeasureDto, 'unitName' | 'unitRole' | 'unitSurface'>): UnitRow[] {
  return form.unitName
    .map((name, at) => ({
      name: name.trim(),
      surface: form.unitSurface[at]?.trim() ?? '',
      role: ROLES.find((role) => role === form.unitRole[at]) ?? 'responsible',
    }))
    .filter(({ name }) => name !== '');
}

/**
 * The fields that a measure's card asks for; a newly typed unit that is in no list keeps the measure open, with a doubt
 * of its own, and so do a name in doubt that the person left as it is read and nobody settled meanwhile (`now`), and a
 * figure that was not read and is not ticked 不设指标. Who puts it together follows who leads, where a lead came or went. Refusals: division_unclear, ground_missing,
 * lead_not_printed, invalid_input, day_before_plan (`start` is when the plan began; `firstLeads`: the document says once
 * that the first unit listed leads).
 */
export function measureFields(
  shown: DraftMeasure,
  form: CorrectMeasureDto,
  reads: ReadsName = (name) => ({ name, known: true }),
  start: PlanStart | null = null,
  firstLeads = false,
  now: DraftMeasure = shown,
): Record<string, unknown> {
  const place = `${shown.no} ${shown.title}`.trim();
  const division = divisionFrom(shown, form, place, firstLeads);
  const groups = groupChoices(shown.groups, form.groups);
  refuseHelpersOnly({ ...division, groups }, place);
  const units = [...division.responsible, ...division.supporting];
  const left = unitDoubts(shown, units).filter((doubt) => isStillAsked(doubt, now));
  const doubts = [...left, ...unknownDoubts(units, shown, reads), ...figuresOpen(shown, form.withoutTarget)];
  return {
    title: requiredWords(form.title, '举措名称', `${shown.key}-title`),
    ...{ division, groups },
    ...{ consolidator: consolidatorOf(shown, form, division, place), accepted: doubts.length === 0 },
    ...(doubts.length > 0 ? { doubts } : {}),
    ...dueFields(shown, form, start),
  };
}

const isStillAsked = ({ reason }: Doubt, { doubts }: DraftMeasure): boolean =>
  doubts.some((doubt) => doubt.reason === reason);

/** Where a lead came or went and nobody chose otherwise, the lead puts it together, or the office where there is none. */
function consolidatorOf(
  shown: DraftMeasure,
  { consolidator }: CorrectMeasureDto,
  division: Division,
  place: string,
): DraftMeasure['consolidator'] {
  const isLed = leadName(division) !== null;
  if (isLed !== (leadName(shown) !== null) && consolidator === shown.consolidator) return isLed ? 'lead' : 'office';
  if (isLed || consolidator === 'office') return consolidator;
  throw new Refusal('division_unclear', '没有牵头单位，不能定为“由牵头单位汇总”。', {
    place,
    cure: '请把“由谁汇总”改为“由我办汇总”，或把其中一家改为“牵头”并写明依据。',
  });
}

/**
 * A day proposed by the text stands in the card's field; who clears it leaves the measure without one. A day before the
 * plan's own date is not proposed there: an empty field then decides nothing.
 */
function dueFields(shown: DraftMeasure, form: CorrectMeasureDto, start: PlanStart | null): Record<string, unknown> {
  const field = `${shown.key}-due`;
  const due = optionalDay(form.due, '完成时限', field);
  if (due !== null && due !== shown.due) refusePast(due, start, field);
  const proposed = openDeadline(shown);
  const track = due === null && proposed ? shown.track : form.track;
  if (due === null && proposed && !isToCome(proposed.day, start)) return { due, track };
  return { due, track, ...(shown.deadline ? { withoutDue: due === null } : {}) };
}

function divisionFrom(shown: DraftMeasure, form: CorrectMeasureDto, place: string, firstLeads: boolean): Division {
  const rows = sentRows(form);
  const before = [...shown.responsible, ...shown.supporting];
  const units = (...roles: UnitRow['role'][]) =>
    roles.flatMap((role) => rows.filter((row) => row.role === role)).map((row) => refOf(row, before));
  const isLed = form.mode === 'lead_support';
  const responsible = distinct(isLed ? units('lead') : units('lead', 'responsible'));
  const own = isLed ? units('responsible').map((unit) => withPart(unit, true)) : [];
  const isResponsible = (unit: UnitRef) => responsible.some((one) => one.name === unit.name);
  const supporting = distinct([...own, ...units('supporting')]).filter((unit) => !isResponsible(unit));
  const leads = rows.filter((row) => row.role === 'lead').length;
  refuseUnclear(form.mode, leads, responsible.length + own.length, place);
  const led = leadOf(shown, form, responsible[0] ?? null, { leads, place, firstLeads });
  return { mode: form.mode, responsible, supporting, ...led };
}

/** Who helps helps somebody: with nobody who answers the work is nobody's. */
function refuseHelpersOnly(
  { responsible, supporting, groups }: Division & Pick<DraftMeasure, 'groups'>,
  place: string,
) {
  const helps = supporting.length > 0 || groups.some(({ role }) => role === 'supporting');
  if (!helps || !hasNobody({ responsible, groups })) return;
  throw new Refusal('division_unclear', '只列了配合单位，没有写明由谁负责。', {
    place,
    cure: '请补填负责的单位，或把其中一家改为“责任”、分工方式选“共同负责”；要定牵头的，改为“牵头”并写明依据。',
  });
}

/** The unit of a row keeps its place in the source, whatever name it is given now. */
function refOf(row: UnitRow, before: UnitRef[]): UnitRef {
  const known =
    before.find((unit) => unit.surface === row.surface && row.surface !== '') ??
    before.find((unit) => unit.name === row.name);
  return known ? withPart({ ...known, name: row.name }, false) : { name: row.name, surface: row.name };
}

function refuseUnclear(mode: Division['mode'], leads: number, responsible: number, place: string): void {
  const say = (message: string, cure: string): Refusal => new Refusal('division_unclear', message, { place, cure });
  if (mode === 'lead_support' && leads === 0 && responsible > 0)
    throw say('分工方式为“牵头与配合”，但没有标明“牵头”的单位。', '请把其中一家改为“牵头”，或改变分工方式。');
  if (mode === 'all' && responsible > 0)
    throw say('分工方式为“成员单位共同承担”，不应再列牵头或责任单位。', '请改变分工方式，或把单位移出。');
  if (mode !== 'lead_support' && leads > 1)
    throw say('原文未印明牵头时，只能指定一家牵头。', '请只留一家“牵头”，其余改为“责任”。');
}

interface Asked {
  /** How many rows are marked as leads. */
  leads: number;
  place: string;
  firstLeads: boolean;
}

type Led = Pick<Division, 'lead' | 'leadBasis' | 'leadGround'>;

function leadOf(
  shown: DraftMeasure,
  form: CorrectMeasureDto,
  first: UnitRef | null,
  { leads, place, firstLeads }: Asked,
): Led {
  if (form.mode === 'all' || !first) return { lead: null, leadBasis: null, leadGround: null };
  if (form.mode === 'lead_support') return ledTogether(shown, form, first, { leads, place, firstLeads });
  if (leads === 0) return { lead: first, leadBasis: 'first_listed', leadGround: null };
  return { lead: first, leadBasis: 'chosen', leadGround: groundFrom(form, first.name, place) };
}

/**
 * Leads and supporters: a further lead beside the printed ones, or one of several of whom none was printed as lead, is
 * designated by the office, on a ground; one that came in a printed one's place is so where the office gives a ground for
 * it. Where the document does print who leads and the reading missed it, the office says that instead of a ground.
 */
function ledTogether(
  shown: DraftMeasure,
  form: CorrectMeasureDto,
  first: UnitRef,
  { leads, place, firstLeads }: Asked,
): Led {
  const leading = (rows: UnitRow[]) => rows.filter(({ role }) => role === 'lead');
  const before = leading(unitRows(shown));
  const isBefore = (row: UnitRow) =>
    before.some(({ name, surface }) => name === row.name || (surface !== '' && surface === row.surface));
  const now = leading(sentRows(form));
  const added = now.filter((row) => !isBefore(row));
  const isOneOfSeveral = isOfHelpers(shown) || (isLeadless(shown) && (added.length > 0 || now.length < before.length));
  if (form.groundKind === PRINTED_AFTER_ALL) {
    const claimed = isOneOfSeveral || shown.leadBasis === 'chosen' ? now : added;
    refuseUnprinted(shown, claimed, firstLeads, place);
    return { lead: first, leadBasis: 'stated', leadGround: null };
  }
  if (isLeadless(shown) && leads > 1) throw twoLeads(place);
  if (isOneOfSeveral || (leads > 1 && added.length > 0)) {
    const names = (added.length > 0 ? added : now).map(({ name }) => name).join('、');
    return { lead: first, leadBasis: 'chosen', leadGround: groundFrom(form, names, place) };
  }
  const isChosen = shown.leadBasis === 'chosen' && shown.lead?.name === first.name;
  if (hasGround(form) && (added.length > 0 || isChosen))
    return { lead: first, leadBasis: 'chosen', leadGround: groundFrom(form, first.name, place) };
  const leadBasis = isChosen ? 'chosen' : statedBasis(shown, first);
  return { lead: first, leadBasis, leadGround: isChosen ? shown.leadGround : null };
}

/** Nothing printed names several leads: one may be designated, on a ground. */
const twoLeads = (place: string): Refusal =>
  new Refusal('division_unclear', '原文没有印明由几家牵头，只能指定一家牵头。', {
    place,
    cure: '请只留一家“牵头”并写明依据，其余改为“责任”；不指定牵头的，分工方式选“共同负责”，由我办汇总。',
  });

/** The words “原文已印明” hold where the note names the lead as one, or a rule of the document makes the first one it. */
function refuseUnprinted(shown: DraftMeasure, claimed: UnitRow[], firstLeads: boolean, place: string): void {
  const [listed] = shown.responsible;
  const isFirst = ({ surface }: UnitRow): boolean => firstLeads && claimed.length === 1 && surface === listed?.surface;
  const isPrinted = (row: UnitRow): boolean => printsLead(shown.note, row.surface || row.name) || isFirst(row);
  const [unprinted] = claimed.filter((row) => !isPrinted(row));
  if (!unprinted) return;
  throw new Refusal('lead_not_printed', `责任说明没有写明由${unprinted.name}牵头，不能以“原文已印明”为依据。`, {
    place,
    cure: '请改选文件、会议、批示等依据并写明内容；不指定牵头的，分工方式选“共同负责”，由我办汇总。',
  });
}

/** Several units of whom the reading found none printed as lead, or units that only help by the note. */
const isLeadless = (shown: DraftMeasure): boolean => {
  const { lead, leadBasis, responsible, supporting } = shown;
  const isUnled = lead === null || leadBasis === 'first_listed';
  return isOfHelpers(shown) || (isUnled && responsible.length + supporting.length > 1);
};

const isOfHelpers = ({ leadBasis, doubts }: DraftMeasure): boolean =>
  leadBasis !== 'chosen' && doubts.some(({ code }) => code === 'lead_missing');

const hasGround = ({ groundKind, groundWords }: CorrectMeasureDto): boolean =>
  groundWords.trim() !== '' && groundKind in GROUNDS;

/** A lead that the reading took as first of several stays so until the person changes the division. */
function statedBasis(shown: DraftMeasure, first: UnitRef): Division['leadBasis'] {
  const { mode, lead, leadBasis } = divisionOf(shown);
  return mode === 'lead_support' && lead?.name === first.name ? leadBasis : 'stated';
}

function groundFrom(form: CorrectMeasureDto, name: string, place: string): Division['leadGround'] {
  if (hasGround(form)) return { kind: form.groundKind as keyof typeof GROUNDS, words: form.groundWords.trim() };
  throw new Refusal('ground_missing', `原文没有印明由${name}牵头，指定其牵头须写明依据。`, {
    place,
    cure: '请选择依据的种类（文件、会议、批示），并写明文号、会议名称或批示内容；责任说明里写有“牵头”“主办”或“由某单位负责”的，分工方式选“牵头与配合”，依据选“原文已印明”。',
  });
}

/** The choices of a measure's groups, in the order of the form. */
function groupChoices(groups: GroupChoice[], chosen: string[]): GroupChoice[] {
  return groups.map((group, at) => {
    const choice = chosen[at];
    return choice && choice in choicesOf(null) ? { ...group, choice: choice as GroupChoice['choice'] } : group;
  });
}

/** The fields of the plan's head that a form asks for. Refusal: invalid_input. */
export function headFields(
  shown: Pick<DraftReading, 'issuers'> & YearFacts,
  form: CorrectHeadDto,
): Record<string, unknown> {
  const dated = {
    title: requiredWords(form.title, '计划标题', 'head-title'),
    docNumber: form.docNumber.trim() || null,
    issuedOn: optionalDay(form.issuedOn, '成文日期', 'head-issued'),
  };
  return {
    ...dated,
    noticeTitle: form.noticeTitle.trim() || null,
    year: yearField(shown, dated, form.year.trim()),
    ...{ region: form.region.trim() || null, level: form.level || null, kind: form.kind.trim() || null },
    issuers: listed(form.issuers).map((name) => refOf({ name, surface: '', role: 'lead' }, shown.issuers)),
    ...{ basis: listed(form.basis, /\n+/), addressees: listed(form.addressees, /[\n]+/) },
    recipient: form.recipient.trim() || null,
  };
}

/** The year as the office says it, also one that was only presumed; null while title, date or number tell it. Refusal: invalid_input. */
function yearField(shown: YearFacts, dated: YearFacts, typed: string): number | null {
  if (typed === '') return null;
  if (typed === String(planYear({ ...shown, printedYear: null }))) return shown.year ?? null;
  if (!/^20\d\d$/.test(typed)) {
    throw new Refusal('invalid_input', '年度没有看懂。', {
      ...{ place: '年度', cure: '请按 2027 的样式填写四位年份。', facts: { field: 'head-year' } },
    });
  }
  return planYear(dated) === Number(typed) ? null : Number(typed);
}
