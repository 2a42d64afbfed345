import type { PlanLevel, PlanReading } from '../domain/plan/reading.js';
import { levelWord } from '../domain/units/prefix.js';
import { Refusal } from '../shared/errors.js';
import type { FieldChange } from './draft-changes.js';
import type { LearnedName } from './units-learned.js';

/** The place that a plan without one is taken to be of: that of the office that imports it. */
export interface PlaceProposed {
  region: string;
  level: PlanLevel;
}

interface Placed {
  region: string | null;
  level: PlanLevel | null;
  placeProposed?: PlaceProposed | null;
}

type Head = Pick<PlanReading, 'region' | 'level' | 'issuers' | 'title' | 'noticeTitle'>;

const LEVEL_FIRST = /^(?:自治区|[省市州盟县区旗])(?!场|域)(?=[一-龥]{2})/;

/**
 * The importing office's own place, where the head of a plan names none, or speaks of the office's level only (市农民工办
 * of a city's office). Null where a place was read, or where a body of another level speaks.
 */
export function placeProposed(head: Head, own: PlaceProposed | null): PlaceProposed | null {
  if (!own || own.region === '' || head.region || (head.level && head.level !== own.level)) return null;
  const printed = [...head.issuers.map(({ surface }) => surface), head.title, head.noticeTitle];
  const levels = printed.flatMap((text) => LEVEL_FIRST.exec(text ?? '')?.[0] ?? []);
  return levels.every((level) => level === levelWord(own.region)) ? own : null;
}

/**
 * Names printed without their level (教育局) as those of the proposed place (市教育局), so that they are not registered
 * beside them; the doubt about their level stays.
 */
export function namesAtHome({ measures }: Pick<PlanReading, 'measures'>, own: PlaceProposed | null): LearnedName[] {
  const prefix = own ? levelWord(own.region) : '';
  if (prefix === '') return [];
  const asked = measures.flatMap(({ responsible, supporting, doubts }) => {
    const reasons = doubts.filter(({ code }) => code === 'level_unknown').map(({ reason }) => reason);
    return [...responsible, ...supporting].filter(({ surface }) => reasons.some((one) => one.includes(`“${surface}”`)));
  });
  return asked.map(({ surface, name }) => ({ surface, name: prefix + name }));
}

/** True while nobody has settled whose plan it is; one of the State has no place of its own. */
export const isPlaceless = ({ region, level }: Placed): boolean => !region && level !== 'state';

/** The place in whose register a plan's units stand: its own, else the one proposed; '' for none. */
export const placeIn = ({ region, placeProposed: own }: Pick<Placed, 'region' | 'placeProposed'>): string =>
  region ?? own?.region ?? '';

/** The question about a plan's place, as the page for checking lists it. */
export function placeQuestion(draft: Placed): { key: string; no: string; title: string; reasons: string[] }[] {
  if (!isPlaceless(draft)) return [];
  const own = draft.placeProposed;
  const cure = own
    ? `建议按我办所在的${own.region}，可采用建议，或在“更正基本信息”中改填`
    : '请在“更正基本信息”中填写；国家层面的文件请把层级定为“国家”';
  return [
    { key: 'head', no: '', title: '地方', reasons: [`没有读出是哪个地方的计划，单位无法按本地名录登记：${cure}`] },
  ];
}

/** The office's own place taken for the plan's; none where nothing is proposed. */
export function placeTaken(draft: Placed): FieldChange[] {
  const own = draft.placeProposed;
  if (!own || !isPlaceless(draft)) return [];
  const level: FieldChange[] = draft.level ? [] : [{ key: null, field: 'level', value: own.level }];
  return [{ key: null, field: 'region', value: own.region }, ...level];
}

/** Refuses to issue a plan of no place: its units would be registered beside those of the place. Refusal: place_missing. */
export function refusePlaceless(draft: Placed): void {
  if (!isPlaceless(draft)) return;
  throw new Refusal('place_missing', '没有写明是哪个地方的计划，单位无法按本地名录登记，没有印发。', {
    place: '地方',
    cure: '请退回核对，在“更正基本信息”中填写地方。',
  });
}
