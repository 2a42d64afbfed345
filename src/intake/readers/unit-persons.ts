import { isPersonName, PERSON_NAME } from '../../domain/plan/persons.js';
import { withCells, type Grid, type GridCell } from './grid.js';
import type { Column, TaskHead } from './task-heads.js';
import { endsLikeOffice } from './unit-cells.js';

const PHONE = '(?<![\\d.])\\d[\\d\\-－—]{5,}\\d(?![\\d.%])';
const POST = '(?:[一-龥]{0,3}(?:局长|主任|科长|处长|股长|书记|部长|主席|队长|所长|站长))';
const LABEL = '(?:联\\s*系\\s*人|联络员|责任人|负责人|经办人|联系电话|联系方式|电\\s*话|手机)';
/** （王五 139…）, （联系人：王五）: brackets that hold nothing but persons and their numbers. */
const BRACKET = /[（(]([^（）()]{2,60})[）)]/g;
const DIVIDED = /[\s:：、，,；;/]+/;
const WHOLE_PHONE = new RegExp(`^${PHONE}$`);
const WHOLE_LABEL = new RegExp(`^(?:${LABEL}|${POST})$`);
/** 王五 139…, or the number alone. */
const NUMBERED = new RegExp(
  `(?:[\\s:：]{0,6}${LABEL}[:：]?)?[\\s:：]{0,6}(?:${PERSON_NAME}[\\s:：]{0,6})?[（(]?${PHONE}[）)]?`,
  'g',
);
/** A name behind an office, which a blank, a line's end or a colon divides from it. */
const BEHIND = new RegExp(
  `([^\\s:：、，,；;]{2,30})[\\s\\u3000:：]+(${PERSON_NAME})(?:[\\s\\u3000]*${POST})?(?=$|[\\s、，,；;])`,
  'g',
);
/** 王五（市商务局）: a name with its office behind it. */
const BEFORE = new RegExp(`(?<=^|[\\s、，,；;])(${PERSON_NAME})[\\s\\u3000]*[（(]([^（）()]{2,30})[）)]`, 'g');
/** No cell without one of these holds a person beside its unit: asked first, for speed. */
const HINT = /[（(\s:：]|\d{7}/;

interface Table {
  grid: Grid;
  /** Heads of the columns that had persons beside their units. */
  persons: string[];
}

/** A table whose cells of units hold units alone: persons beside them, and their numbers, are left out. */
export function withoutUnitPersons(grid: Grid, head: TaskHead): Table {
  const bare = new Map<GridCell, GridCell>();
  const units = head.columns.filter(({ kind }) => kind === 'unit');
  const clears = ({ index }: Column): boolean =>
    grid.slice(head.body).filter((row) => clear(bare, row[index])).length > 0;
  const persons = units.filter(clears).map(({ label }) => label);
  return { grid: bare.size > 0 ? withCells(grid, bare) : grid, persons };
}

function clear(bare: Map<GridCell, GridCell>, cell: GridCell): boolean {
  const text = HINT.test(cell.text) ? unitsAlone(cell.text) : cell.text;
  if (text !== cell.text) bare.set(cell, { ...cell, text });
  return text !== cell.text;
}

/** The units of a cell without the persons beside them: 市商务局（王五 139…）, 市商务局 王五 and 王五（市商务局） are 市商务局. */
export function unitsAlone(cell: string): string {
  const behind = cell.replace(BEFORE, (whole, name: string, office: string) =>
    isPersonName(name) && !endsLikeOffice(name) && endsLikeOffice(office) ? office : whole,
  );
  const unbracketed = behind.replace(BRACKET, (whole, inner: string) => (arePersons(inner) ? '' : whole));
  return withoutBehind(unbracketed.replace(NUMBERED, ''));
}

/** Several names may follow one office. */
function withoutBehind(cell: string): string {
  const text = cell.replace(BEHIND, (whole, before: string, name: string) =>
    endsLikeOffice(before) && isPersonName(name) && !endsLikeOffice(name) ? before : whole,
  );
  return text === cell ? cell : withoutBehind(text);
}

/** Only names, their labels and their numbers; a name or a number at least. */
function arePersons(words: string): boolean {
  const parts = words.split(DIVIDED).filter(Boolean);
  const told = (part: string): boolean => WHOLE_PHONE.test(part) || (isPersonName(part) && !endsLikeOffice(part));
  const glued = parts.flatMap((part) => part.split(/(?<=[一-龥])(?=\d)/));
  return glued.some(told) && glued.every((part) => told(part) || WHOLE_LABEL.test(part));
}
