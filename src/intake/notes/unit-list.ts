import { ownName } from '../../domain/units/own-names.js';
import type { UnitRegistry } from '../../domain/units/registry.js';
import { groupOf } from './open-groups.js';
import { withoutRules } from './rules.js';

const PREFIX = /^(?:自治区|[省市县区州盟旗])(?=.{2})/;
const YOUTH = /^(?:共青团|团)/;

/** Whether words are nothing but a list of units and groups, as a table's 牵头单位 cell is. */
export function isUnitList(text: string, registry: UnitRegistry): boolean {
  const bare = withoutRules(text)
    .trim()
    .replace(/等(?:有关|相关)?(?:部门|单位)?$/, '')
    .replace(/[。；]$/, '');
  if (bare.length < 2 || bare.length > 400) return false;
  return pieces(bare).every((piece) => isUnit(piece, registry));
}

/** Splits at the separators outside inner brackets: 各县（市、区） stays whole. */
function pieces(text: string): string[] {
  return text.split(/[、，；/](?![^（]*）)/).filter(Boolean);
}

function isUnit(piece: string, registry: UnitRegistry): boolean {
  const rest = piece.replace(PREFIX, '');
  return (
    registry.find(piece) !== null ||
    registry.find(rest) !== null ||
    registry.findCentral(piece) !== null ||
    ownName(piece, null) !== null ||
    YOUTH.test(rest) ||
    (piece.length > 1 && groupOf(piece))
  );
}
