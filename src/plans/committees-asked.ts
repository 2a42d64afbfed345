import type { Doubt, MeasureReading, UnitRef } from '../domain/plan/reading.js';
import { levelOfPrefix } from '../domain/units/passed-on.js';
import type { UnitRegistry } from '../domain/units/registry.js';
import type { KnownNames } from './units-asked.js';

/** The cities under the central government call many of their bureaus 委, and so do their districts. */
const MUNICIPALITIES = /^(?:11|12|31|50)/;
/** Before the reform of that winter many places had such committees. */
const SINCE = '2019-01-01';
const THROUGHOUT = 3;
const COMMITTEE = /^([市县区州旗])(.{2,}委员会)$/;

type Dated<M> = { measures: M[]; issuedOn: string | null };

/**
 * The reading with a doubt for every 委 that places of its level usually call 局 (市农业农村委: 市农业农村局) and the register does not
 * have, where it stands first. A text that says 委 of several throughout is asked about once.
 */
export function committeesAsked<M extends MeasureReading, R extends Dated<M>>(
  reading: R,
  place: string,
  { registered, registry }: Pick<KnownNames, 'registered' | 'registry'>,
): R {
  const code = registry.places(place)[0]?.code ?? '';
  if (code === '' || MUNICIPALITIES.test(code) || (reading.issuedOn ?? '') < SINCE) return reading;
  const found = new Map<string, { unit: UnitRef; usual: string; at: number }>();
  reading.measures.forEach((measure, at) => {
    for (const unit of [...measure.responsible, ...measure.supporting]) {
      const usual = usualName(unit.name, registry);
      const isAsked = measure.doubts.some(({ reason }) => reason.startsWith(`“${unit.surface}”`));
      if (
        usual &&
        !isAsked &&
        !found.has(unit.name) &&
        !registered.some((one) => [unit.name, unit.surface].includes(one))
      )
        found.set(unit.name, { unit, usual, at });
    }
  });
  const all = [...found.values()];
  const others = all
    .slice(1)
    .map(({ unit }) => `“${unit.surface}”`)
    .join('、');
  const asked = all.length < THROUGHOUT ? all : all.slice(0, 1);
  const also = asked.length < all.length ? `（${others}同样称“委”，请一并核对）` : '';
  const doubts = asked.map(({ unit, usual, at }): [number, Doubt] => {
    const reason = `“${unit.surface}”不在单位名录中，与“${usual}”相近（同级单位一般称“局”），请核对是否同一单位${also}`;
    return [at, { code: 'unit_near', reason, field: 'responsible' }];
  });
  const measures = reading.measures.map((measure, at) => {
    const own = doubts.flatMap(([where, doubt]) => (where === at ? [doubt] : []));
    return own.length > 0 ? { ...measure, doubts: [...measure.doubts, ...own], doubtful: true } : measure;
  });
  return { ...reading, measures };
}

/** What units of the kind are usually called at the level, where that is no 委; null for all other names. */
function usualName(name: string, registry: UnitRegistry): string | null {
  const [, prefix = '', rest = ''] = COMMITTEE.exec(name) ?? [];
  const kind = rest === '' ? null : registry.find(rest);
  const usual = kind && registry.byIdAt(kind.id, levelOfPrefix(prefix, null));
  return usual && usual.rest.endsWith('局') ? prefix + usual.rest : null;
}
