import type { PlanLevel } from '../../domain/plan/reading.js';
import { levelWord } from '../../domain/units/prefix.js';
import type { UnitRegistry } from '../../domain/units/registry.js';

export interface PlanPlace {
  region: string | null;
  level: PlanLevel | null;
  /** The plan is a township's: the level its offices have. */
  town: '镇' | '乡' | null;
}

const STATE =
  /^(国务院|国家|中华人民共和国|人力资源(和)?社会保障部|教育部|财政部|农业农村部|住房(和)?城乡建设部|全国|中共中央)/;
const MUNICIPALITIES = new Set(['北京市', '上海市', '天津市', '重庆市']);

/** The place and level of the plan, from the first of these texts that begins with a place or a central body. */
export function placeOf(texts: readonly (string | null)[], registry: UnitRegistry): PlanPlace {
  for (const text of texts) {
    if (!text) continue;
    if (STATE.test(text)) return { region: null, level: 'state', town: null };
    const region = leadingPlace(text, registry);
    if (region && isJoint(text, region, registry)) return { region: null, level: 'province', town: null };
    if (region) return { region, level: levelOf(region, registry), town: townIn(text, region) };
  }
  for (const text of texts) {
    const region = text ? innerPlace(text, registry) : null;
    if (region) return { region, level: levelOf(region, registry), town: townIn(text ?? '', region) };
  }
  return { region: null, level: null, town: null };
}

/**
 * 重庆市和四川省2024年…, 重庆市财政局 四川省财政厅关于…: a plan of two provinces is of neither, so that the units of both keep
 * their place.
 */
function isJoint(text: string, region: string, registry: UnitRegistry): boolean {
  const from = region.length;
  const head = text.slice(from, from + LONGEST_BODY).split(/关于|印发|驻/, 1)[0] ?? '';
  const second = [...head.matchAll(WITH)]
    .map(({ index }) => leadingPlace(text.slice(from + index + 1), registry))
    .find((place) => place !== null);
  const isOther = second !== undefined && second !== null && second !== region;
  return isOther && [region, second].every((name) => levelOf(name, registry) === 'province');
}
const LONGEST_BODY = 24;
/** What may stand right before the other place: a word that joins, or the end of the first one's body. */
const WITH = /[和与、及 局委办厅部会院府室]/g;

const TOWN = /^[一-龥]{1,5}?(?<![城小重心集])([镇乡])(?=20\d\d|人民政府|政府|关于|党委|党政|[“《]|印发)/;

/** 余姚市梁弄镇2021年…: what stands behind the place is a township. */
function townIn(text: string, region: string): PlanPlace['town'] {
  const level = TOWN.exec(text.slice(text.indexOf(region) + region.length))?.[1];
  return level === '镇' || level === '乡' ? level : null;
}

const STATE_NUMBER = /^国(?:办)?(?:发|函|令|字|发明电|发电)?〔/;

/** A text whose place is not printed, but whose number is the State Council's: 国办发〔2019〕41号. */
export const placeByNumber = (place: PlanPlace, docNumber: string | null): PlanPlace =>
  place.level === null && docNumber !== null && STATE_NUMBER.test(docNumber) ? { ...place, level: 'state' } : place;

/** 鞍山市立山区人民政府 begins with 立山区 inside 鞍山市: the innermost place counts. */
function leadingPlace(text: string, registry: UnitRegistry): string | null {
  let found: string | null = null;
  let from = 0;
  for (let step = 0; step < 3; step++) {
    const place = placeAt(text, from, registry);
    if (!place) return found;
    found = place;
    from += place.length;
  }
  return found;
}

function placeAt(text: string, from: number, registry: UnitRegistry): string | null {
  for (let length = 11; length >= 2; length--) {
    const candidate = text.slice(from, from + length);
    if (candidate.length === length && /[省市区州盟县旗]$/.test(candidate) && registry.places(candidate).length > 0)
      return candidate;
  }
  return null;
}

function innerPlace(text: string, registry: UnitRegistry): string | null {
  for (let from = 1; from < Math.min(text.length - 2, 40); from++) {
    const place = placeAt(text, from, registry);
    if (place && place.length > 2) return leadingPlace(text.slice(from), registry);
  }
  return null;
}

function levelOf(region: string, registry: UnitRegistry): PlanLevel {
  const [known] = registry.places(region);
  if (MUNICIPALITIES.has(region)) return 'province';
  if (known) return known.level;
  const word = levelWord(region);
  if (word === '省' || word === '自治区') return 'province';
  return word === '市' || word === '州' || word === '盟' ? 'city' : 'county';
}
