import { Refusal } from '../shared/errors.js';
import type { CorrectMeasureDto, NameUnitDto } from './confirm.dto.js';
import { sentRows } from './confirm-forms.js';
import type { UnitChange } from './draft-changes.js';
import type { Standing } from './draft-conflicts.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { placeIn } from './draft-place.js';
import type { UnitRow } from './draft-parts.js';
import { doubtedNames } from './units-learned.js';
import type { ReadsName } from './units-typed.js';

/** The name a person typed, else the suggestion pressed. Refusal: invalid_input. */
export function requiredName({ name, suggested }: NameUnitDto): string {
  const chosen = (suggested || name).replace(/\s/g, '');
  if (chosen !== '') return chosen;
  throw new Refusal('invalid_input', '请填写单位名称，或选用一个建议。', { place: '单位核对' });
}

/** A printed surface read as a unit in the whole draft. Refusal: conflict, when others decided on it meanwhile. */
export function namingChanges({ base, now, later }: Standing, surface: string, name: string): UnitChange[] {
  const [shown, stands] = [readAs(base, surface), readAs(now, surface)];
  if (shown !== stands) {
    throw new Refusal(
      'conflict',
      `您打开页面之后，${later.at(-1)?.actorName ?? '他人'}已将“${surface}”定为${stands}。`,
      {
        place: surface,
        cure: '本次没有保存。如仍需更改，请刷新页面后再定。',
      },
    );
  }
  return [{ op: 'unit', surface, name, place: placeIn(now), before: stands ?? surface }];
}

/**
 * What a card teaches about printed surfaces: the name given to a doubted surface, the doubted name that is kept (it is
 * registered), and, where the person asks for it, every other surface given another name; a new name that is in no list
 * teaches nothing before it is settled. The draft's other measures stay as they are.
 */
export function taughtBy(
  now: DraftReading,
  shown: DraftMeasure,
  form: CorrectMeasureDto,
  reads: ReadsName = (name) => ({ name, known: true }),
): UnitChange[] {
  const doubted = new Set(doubtedNames({ measures: [shown] }).map((one) => one.surface));
  const before = new Map([...shown.responsible, ...shown.supporting].map((unit) => [unit.surface, unit.name]));
  const isTaught = ({ surface, name }: UnitRow): boolean =>
    before.get(surface) === name
      ? doubted.has(surface)
      : (doubted.has(surface) || form.remember === 'yes') && reads(name).known;
  return sentRows(form)
    .filter(({ surface, role }) => role !== 'out' && before.has(surface))
    .filter(isTaught)
    .map(({ surface, name }) => ({
      ...{ op: 'unit' as const, surface, name, place: placeIn(now), before: before.get(surface) ?? surface },
      onlyLater: true,
    }));
}

/** How a draft reads a printed surface; null when it is not in it. */
function readAs(draft: DraftReading, surface: string): string | null {
  const units = draft.measures.flatMap((one) => [...one.responsible, ...one.supporting]);
  return units.find((unit) => unit.surface === surface)?.name ?? null;
}
