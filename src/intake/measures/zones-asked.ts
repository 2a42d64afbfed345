import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';
import { isPlaceGroup } from '../notes/open-groups.js';
import type { NoteWords } from '../notes/words.js';
import { isZone } from '../notes/zones.js';
import type { RawMeasure } from './measures.js';

const CODE = 'zone_beside_places';
const UNSURE = 0.6;
/** Numbers of further clauses that are told one by one. */
const MOST = 8;

/**
 * The measures with a doubt for every named zone that stands right behind all the places (各县（市、区）、甲高新区管委会): it is read
 * as a unit, yet may be meant as one of the places. Asked once a plan, where it stands so first; the other clauses are told.
 */
export function zonesAsked(measures: readonly MeasureReading[], raws: readonly RawMeasure[]): MeasureReading[] {
  const zones = new Map<string, { behind: string; where: number[] }>();
  raws.forEach(({ note }, at) => {
    for (const { name, behind } of zonesBehindPlaces(note.words)) {
      const zone = zones.get(name) ?? { behind, where: [] };
      zone.where.push(at);
      zones.set(name, zone);
    }
  });
  if (zones.size === 0) return [...measures];
  return measures.map((measure, at) => {
    if (measure.doubts.some(({ code }) => code === CODE)) return measure;
    const doubts = [...zones]
      .filter(([, { where }]) => where[0] === at)
      .map(([name, { behind, where }]): Doubt => {
        const rest = where.slice(1).map((one) => measures[one]?.no ?? '');
        const also =
          rest.length > 0
            ? `；另有第${rest.slice(0, MOST).join('、')}${rest.length > MOST ? '等' : ''}条同样写法，请一并核对`
            : '';
        const reason = `“${name}”排在“${behind}”之后，暂作为单列的单位，请核对是单位，还是与各地一样的属地${also}`;
        return { code: CODE, reason, field: 'responsible', span: measure.noteSpan };
      });
    if (doubts.length === 0) return measure;
    const confidence = Math.min(measure.confidence, UNSURE);
    return { ...measure, doubts: [...measure.doubts, ...doubts], doubtful: true, confidence };
  });
}

/** The zones of a note that stand right behind a group of all places, one behind the other. */
function zonesBehindPlaces({ units, groups }: NoteWords): { name: string; behind: string }[] {
  if (groups.length === 0) return [];
  const ends = new Map(groups.map(({ end, text }) => [end, text]));
  return units.flatMap(({ name, surface, start, end }) => {
    const behind = ends.get(start - 1) ?? ends.get(start);
    if (!behind?.startsWith('各') || !isZone(name) || !isPlaceGroup(behind)) return [];
    ends.set(end, behind);
    return [{ name: surface, behind }];
  });
}
