import { personsIn, withoutPersons } from '../domain/plan/persons.js';

/** A text as it was pasted, without persons' names: `known` ones, those it prints, and those in a table's column for them. */
export function pastedWords(text: string, known: readonly string[]): string {
  return withoutPersons(text, [...new Set([...known, ...personsIn(text), ...columnNames(text)])]);
}

const FOR_PERSONS = /(?:联系|负责|责任|经办|填表|审核)人|联络员|领导|姓名|局长|科长/;

/** Names under a head such as 联系人, where tabs divide the cells. */
function columnNames(text: string): string[] {
  const names: string[] = [];
  let columns: number[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const cells = line.split('\t');
    const heads = cells.flatMap((cell, at) => (cells.length > 1 && FOR_PERSONS.test(cell) ? [at] : []));
    if (heads.length > 0) columns = heads;
    else names.push(...columns.flatMap((at) => personsIn(`联系人：${cells[at] ?? ''}`)));
  }
  return names;
}
