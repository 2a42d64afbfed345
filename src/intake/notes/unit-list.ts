import type { PlanLevel } from '../../domain/plan/reading.js';
import { ownName } from '../../domain/units/own-names.js';
import { levelOfPrefix } from '../../domain/units/passed-on.js';
import type { UnitRegistry } from '../../domain/units/registry.js';
import type { UnitContext } from '../../domain/units/resolve.js';
import { groupOf } from './open-groups.js';
import { unitLike } from './roles.js';
import { withoutRules } from './rules.js';

const PREFIX = /^(?:自治区|[省市县区州盟旗])(?=.{2})/;
const DUTY = /(?:按照?|分)?(?:各自)?(?:职责|分工)*(?:共同|分别)?(?:牵头)?负责$/;
const YOUTH = /^(?:共青团|团)/;

/** Whether words are nothing but a list of units and groups, as a table's 牵头单位 cell is. */
export function isUnitList(text: string, registry: UnitRegistry): boolean {
  const sentence = /。\s*$/.test(text);
  const bare = withoutRules(text)
    .trim()
    .replace(/等(?:有关|相关)?(?:部门|单位)?(?=[，；]|$)/g, '')
    .replace(/[。；]$/, '');
  if (bare.length < 2 || bare.length > 400) return false;
  const list = pieces(bare.replace(DUTY, ''));
  const known = list.filter((piece) => isUnit(piece, registry)).length;
  if (sentence) return list.every((piece) => isRegistered(piece, registry));
  return known === list.length || (known * 2 > list.length && list.every((piece) => unitLike(piece)));
}

/** Splits at the separators outside inner brackets: 各县（市、区） stays whole. */
function pieces(text: string): string[] {
  return text.split(/(?:[、，；/]|(?<=[局委办厅部会院等府署])会同(?=[一-龥]{2}))(?![^（]*）)/).filter(Boolean);
}

/** “开工建设老年大学。” is a task, though it ends like a unit: a sentence must hold registered units only. */
function isRegistered(piece: string, registry: UnitRegistry): boolean {
  return registry.find(piece) !== null || registry.find(piece.replace(PREFIX, '')) !== null || groupOf(piece);
}

function isUnit(piece: string, registry: UnitRegistry): boolean {
  const rest = piece.replace(PREFIX, '');
  return (
    registry.find(piece) !== null ||
    registry.find(rest) !== null ||
    registry.findCentral(piece) !== null ||
    ownName(piece, null) !== null ||
    YOUTH.test(rest) ||
    (PREFIX.test(piece) && piece.length <= 16 && unitLike(piece)) ||
    (piece.length > 1 && groupOf(piece))
  );
}

const LONGEST = 18;
const SHORTEST = 3;
const EVERY_PLACE = /各[县市区旗州乡镇街道村居社（）、]{1,12}(?:人民政府|政府|办事处)?$/;

/** Where the registered unit with its level, or the group of all places, begins that ends a text; -1 for none. */
export function registeredTail(text: string, registry: UnitRegistry): number {
  const group = EVERY_PLACE.exec(text);
  if (group) return group.index;
  for (let length = Math.min(LONGEST, text.length - 1); length >= SHORTEST; length--) {
    const name = text.slice(-length);
    const level = PREFIX.exec(name)?.[0];
    if (level && registry.find(name.slice(level.length)) !== null) return text.length - length;
  }
  return -1;
}

/** How long the registered name is, with its level or without, that a text begins with; 0 for none. */
export function registeredHead(text: string, registry: UnitRegistry): number {
  for (let length = Math.min(LONGEST, text.length - 1); length >= SHORTEST; length--) {
    const name = text.slice(0, length);
    if (registry.find(name.replace(PREFIX, '')) !== null || registry.find(name) !== null) return length;
  }
  return 0;
}

/** Where the longest registered name begins that ends a text, its level printed or not; -1 for none. */
export function listedName(text: string, registry: UnitRegistry): number {
  for (let length = Math.min(LONGEST, text.length); length >= SHORTEST; length--) {
    if (registry.find(text.slice(-length)) !== null) return text.length - length;
  }
  return -1;
}

const LEVELS = /自治区|[省市县区州盟旗]/g;
/** What a registered name ends with that is an agency's, whatever stands behind it. */
const AGENCY = /(?:[局委办厅部会院署]|工商联|残联|妇联|科协|公司|支行|办公室)$/;

/**
 * The first registered agency in a running text that a plan of that level can give work to, as printed; null for none: with
 * its level where the plan's place has one, by its own name in a plan of the State Council. 各县人社局 is no one agency, and
 * a city gives nothing to its province's.
 */
export function printedAgency(text: string, context: UnitContext): string | null {
  const { level, registry } = context;
  return level === 'state' ? ministryIn(text, registry) : (levelledIn(text, context) ?? bareIn(text, registry));
}

function levelledIn(text: string, { level: plan, carried, registry }: UnitContext): string | null {
  for (const { 0: level, index } of text.matchAll(LEVELS)) {
    const above = level !== carried && isAbove(level, plan);
    if (above || NO_ONES.test(text.slice(Math.max(0, index - 8), index))) continue;
    const from = index + level.length;
    for (let length = Math.min(LONGEST, text.length - from); length >= SHORTEST; length--) {
      const rest = text.slice(from, from + length);
      if (AGENCY.test(rest) && registry.find(rest) !== null) return level + rest;
    }
  }
  return null;
}
/** “教育局要做好……”: an agency without its level, at the beginning of a clause or behind 由. */
function bareIn(text: string, registry: UnitRegistry): string | null {
  for (const [name] of text.matchAll(BARE)) {
    for (let length = name.length; length >= SHORTEST; length--) {
      const head = name.slice(0, length);
      if (AGENCY.test(head) && registry.find(head) !== null) return head;
    }
  }
  return null;
}
const BARE =
  /(?<=^|[，。；、：:\s由请]|[局委办厅](?:和|与|及))(?![省市县区州各])[一-龥]{1,10}?[局委办厅](?:和|与|及)?(?![局委办厅])/g;

/** 各, 各县（, 有关市: what stands before the level of every place's agency. */
const NO_ONES = /(?:各|有关|相关|全|所属)[县市区州旗（、）]*$/;

const HEIGHT: readonly PlanLevel[] = ['county', 'city', 'province', 'state'];
/** 市 of a municipality is its province; for a county nothing but its own stands below the rest. */
export const isAbove = (level: string, plan: PlanLevel | null): boolean =>
  plan !== null && HEIGHT.indexOf(levelOfPrefix(level, plan)) > HEIGHT.indexOf(plan);

/** 教育部, not 教育部门; 财政部, not 省财政部门. */
function ministryIn(text: string, registry: UnitRegistry): string | null {
  for (const { index } of text.matchAll(MINISTRY_END)) {
    for (let length = Math.min(LONGEST, index + 1); length >= SHORTEST; length--) {
      const name = text.slice(index + 1 - length, index + 1);
      if (registry.findCentral(name) !== null) return name;
    }
  }
  return null;
}
const MINISTRY_END = /(?:[部委局署院会办]|(?<=银)行)(?!门)/g;
