import { Refusal } from '../shared/errors.js';
import type { CorrectMeasureDto, NameUnitDto } from './confirm.dto.js';
import { sentRows } from './confirm-forms.js';
import type { DraftChange, UnitChange } from './draft-changes.js';
import { savedBy, type Standing } from './draft-conflicts.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { placeIn } from './draft-place.js';
import type { UnitRow } from './draft-parts.js';
import { endsAsUnit } from './units-doubtful.js';
import { doubtedNames } from './units-learned.js';
import { spellingsOf } from './units-spelt.js';
import type { ReadsName } from './units-typed.js';

/**
 * The names a person chose of several, else the suggestion pressed, else the unit that the name typed means (市人社局 is
 * no second one beside 市人力资源和社会保障局). Refusal: invalid_input, also for what ends as no unit's name does.
 */
export function requiredNames({ name, suggested, several }: NameUnitDto, reads: ReadsName): string[] {
  const chosen = several.length > 0 ? several : [suggested || name];
  const isTyped = several.length === 0 && suggested === '';
  const bare = chosen.map((one) => one.replace(/\s/g, '')).filter(Boolean);
  const names = [...new Set(isTyped ? bare.map((one) => reads(one).name) : bare)];
  const stranger = isTyped && names.find((one) => !endsAsUnit(one) && !reads(one).known);
  if (stranger) throw noUnit(stranger);
  if (names.length > 0) return names;
  throw new Refusal('invalid_input', '请填写单位名称，或选用一个建议。', { place: '单位核对' });
}

const noUnit = (name: string): Refusal =>
  new Refusal('invalid_input', `“${name}”不像单位名称，没有登记。`, {
    place: '单位核对',
    cure: '是人名或者事项的，请填写其所在或者承担的单位，或在该条的卡上移出；确是单位的，请填写全称。',
  });

/**
 * A printed surface, however it is spelt, read as a unit (or as several) in the whole draft; a unit that is out of use may
 * stay as printed.
 * Refusal: conflict, when others decided on it meanwhile.
 */
export function namingChanges(standing: Standing, surface: string, names: readonly string[]): UnitChange[] {
  const { now } = standing;
  const spellings = spellingsOf(surface, doubtedNames(now), placeIn(now));
  return spellings.flatMap((one) => spellingNamed(standing, one, names));
}

function spellingNamed({ base, now, later, me }: Standing, surface: string, names: readonly string[]): UnitChange[] {
  const [shown, stands] = [readAs(base, surface), readAs(now, surface)];
  if (shown !== stands) {
    const last = later.at(-1);
    throw decidedMeanwhile(surface, stands, last ? savedBy(last, me) : '他人');
  }
  const [name = surface, ...others] = names;
  const told = { op: 'unit' as const, surface, name, place: placeIn(now), before: stands ?? surface };
  if (others.length > 0) return [{ ...told, others }];
  return [isKept(now, surface, name) ? { ...told, kept: true } : told];
}

/** What the page says of a name that was settled: how it is read, what was typed for it, and which measures have lost their lead by it. */
export function namedWords(
  { measures }: Pick<DraftReading, 'measures'>,
  surface: string,
  names: readonly string[],
  typed = '',
): string {
  const told = typed.replace(/\s/g, '');
  const [name] = names;
  const meant = told !== '' && told !== name ? `您填写的“${told}”就是名录中的${name}，没有另外登记。` : '';
  const read = `已记住：“${surface}”${names.length > 1 ? '由' : '读作'}${names.join('、')}${names.length > 1 ? '承担' : ''}`;
  const isUnled = (one: DraftMeasure): boolean =>
    !one.accepted &&
    one.doubts.some(({ code }) => code === 'leads_unstated') &&
    [...one.responsible, ...one.supporting].some((unit) => unit.surface === surface);
  const unled = names.length > 1 ? measures.filter(isUnled) : [];
  const ask = unled.map(({ no, title }) => no || title).join('、');
  return `${read}，本计划各处和以后导入的计划都照此识读。${meant}${ask && `原由它牵头的 ${ask} 请定由谁牵头。`}`;
}

/** Whether a unit that is out of use by the register is to stay as it is printed. */
const isKept = (draft: Pick<DraftReading, 'measures'>, surface: string, name: string): boolean =>
  doubtedNames(draft).some(
    (one) => one.code === 'unit_out_of_use' && one.surface === surface && one.name === name && name === surface,
  );

/**
 * What a card teaches about printed surfaces: another name given to a doubted surface and, where the person asks for it, to
 * any other; a name left as it is read decides nothing, and a new one that is in no list teaches nothing before it is
 * settled. The draft's other measures stay as they are. Refusal: conflict, when others decided on a surface meanwhile.
 */
export function taughtBy(
  standing: Standing,
  shown: DraftMeasure,
  form: CorrectMeasureDto,
  reads: ReadsName = (name) => ({ name, known: true }),
): UnitChange[] {
  const doubted = new Set(doubtedNames({ measures: [shown] }).map((one) => one.surface));
  const all = [...shown.responsible, ...shown.supporting];
  const before = new Map(all.map((unit) => [unit.surface, unit.name]));
  const isTaught = ({ surface, name }: UnitRow): boolean =>
    !all.some((unit) => unit.surface === surface && unit.name === name) &&
    (doubted.has(surface) || form.remember === 'yes') &&
    reads(name).known;
  const taught = sentRows(form)
    .filter(({ surface, role }) => role !== 'out' && before.has(surface))
    .filter(isTaught)
    .map(({ surface, name }) => ({
      ...{ op: 'unit' as const, surface, name, place: placeIn(standing.now), before: before.get(surface) ?? surface },
      onlyLater: true,
    }));
  taught.forEach((one) => refuseDecided(standing, one));
  return taught;
}

/** Another card may have taught the surface since, which the draft's measures do not show. */
function refuseDecided({ later, me }: Standing, { surface, name }: UnitChange): void {
  const isOther = (change: DraftChange): boolean =>
    change.op === 'unit' && change.surface === surface && change.name !== name;
  const last = later.filter(({ changes }) => changes.some(isOther)).at(-1);
  const decided = last?.changes.filter(isOther).at(-1) as UnitChange | undefined;
  if (last && decided) throw decidedMeanwhile(surface, decided.name, savedBy(last, me));
}

const decidedMeanwhile = (surface: string, name: string | null, by: string): Refusal =>
  new Refusal('conflict', `您打开页面之后，${by}已将“${surface}”定为${name}，已经保存。`, {
    place: surface,
    cure: '您这次所选的没有保存。如仍需更改，请刷新页面后再定。',
  });

/** How a draft reads a printed surface; null when it is not in it. */
function readAs(draft: DraftReading, surface: string): string | null {
  const units = draft.measures.flatMap((one) => [...one.responsible, ...one.supporting]);
  return units.find((unit) => unit.surface === surface)?.name ?? null;
}
