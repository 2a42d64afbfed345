import { columnOf, type Column } from '../lines/column-words.js';
import { distinct, type Grid, type GridCell } from './grid.js';

/** Words, units and one more. */
const LEAST = 3;
const MOST_COLUMNS = 40;

interface Field {
  label: GridCell;
  value: GridCell;
}

interface Form {
  fields: Field[];
}

/** A row across the whole table: what stands over the forms or below them. */
type Line = GridCell;

/**
 * Forms that give every measure a table of its own, the heads down the left side (工作内容 | ……, 责任单位 | ……) or in pairs
 * beside each other, as rows under one head. Null for a table of which any row is none of a form, and where a form has no
 * task or nobody who does it.
 */
export function formRows(grid: Grid): Grid | null {
  if (!grid.some((row) => headOf(row[0]) !== null)) return null;
  const parts = partsOf(grid);
  const forms = parts?.filter((part) => 'fields' in part) ?? [];
  if (!parts || forms.length === 0 || !forms.every(isWhole)) return null;
  const heads = [...new Set(forms.flatMap(({ fields }) => fields.map(({ label }) => squeeze(label.text))))];
  return heads.length > MOST_COLUMNS ? null : underHead(parts, heads);
}

function partsOf(grid: Grid): (Form | Line)[] | null {
  const parts: (Form | Line)[] = [];
  for (const row of grid) {
    const cells = distinct(row);
    const filled = cells.filter(({ text }) => text.trim() !== '');
    if (filled.length === 0) continue;
    const fields = fieldsOf(cells);
    if (fields) addFields(parts, fields);
    else if (filled.length === 1 && headOf(filled[0]) === null) parts.push(filled[0]);
    else return null;
  }
  return parts;
}

/** A head that a form has already begins the next one; a merged one has several values. */
function addFields(parts: (Form | Line)[], fields: readonly Field[]): void {
  for (const field of fields) {
    const last = parts.at(-1);
    const form = last && 'fields' in last ? last : null;
    const again = form?.fields.some(({ label }) => label !== field.label && sameWords(label, field.label));
    if (form && !again) form.fields.push(field);
    else parts.push({ fields: [field] });
  }
}

/** The heads of a row, each with the cell behind it; null where they do not come in pairs. */
function fieldsOf(cells: readonly GridCell[]): Field[] | null {
  const from = cells.length % 2 === 1 && cells.length > 2 && headOf(cells[0]) && headOf(cells[1]) ? 1 : 0;
  const paired = cells.slice(from);
  const shown = paired.length % 2 === 1 && paired.at(-1)?.text.trim() === '' ? paired.slice(0, -1) : paired;
  if (shown.length === 0 || shown.length % 2 === 1) return null;
  const fields = shown.flatMap((label, at) => (at % 2 === 0 ? [{ label, value: shown[at + 1] }] : []));
  const told = fields.filter(({ label, value }) => label.text.trim() !== '' || value.text.trim() !== '');
  return told.length > 0 && told.every(isField) ? told : null;
}

const SHORT = /^[一-龥（）()/、]{2,12}$/;

/** A head that is not known is the office's own. No value is a head of units, days or numbers: such a row heads a table. */
function isField({ label, value }: Field): boolean {
  const head = headOf(value);
  return SHORT.test(squeeze(label.text)) && (head === null || head.kind === 'words' || head.kind === 'other');
}

const headOf = ({ text }: GridCell): Column | null => (text.length > 40 ? null : columnOf(squeeze(text)));

function isWhole({ fields }: Form): boolean {
  const known = fields.flatMap(({ label }) => headOf(label) ?? []);
  const has = (kind: Column['kind']): boolean => known.some((head) => head.kind === kind);
  return known.length >= LEAST && known.length * 2 > fields.length && has('words') && has('units');
}

function underHead(parts: readonly (Form | Line)[], heads: readonly string[]): Grid {
  const first = parts.findIndex((part) => 'fields' in part);
  const rows: Grid = [];
  for (const [at, part] of parts.entries()) {
    if (at === first) rows.push(heads.map((text, column) => ({ text, row: rows.length, column })));
    rows.push('fields' in part ? rowOf(part, heads) : lineOf(part, rows.length, heads.length));
  }
  return rows;
}

function lineOf(line: Line, row: number, width: number): GridCell[] {
  const cell = { text: line.text, row, column: 0 };
  return Array.from({ length: width }, () => cell);
}

const rowOf = ({ fields }: Form, heads: readonly string[]): GridCell[] =>
  heads.map((head, column) => {
    const values = fields.filter(({ label }) => squeeze(label.text) === head).map(({ value }) => value);
    const text = values.map((value) => value.text.trim()).filter(Boolean);
    return { text: text.join('\n'), row: values[0]?.row ?? fields[0].value.row, column };
  });

const sameWords = (one: GridCell, other: GridCell): boolean => squeeze(one.text) === squeeze(other.text);

const squeeze = (text: string): string => text.replace(/[\s：:]+/g, '');
