import { holdsNames } from './note-ends.js';

const NOTE_BRACKET =
  /[（【〔[][^（）【】〔〕[\]]{0,200}(?:负责|牵头|(?:单位|部门)[:：]|配合|落实)[^（）【】〔〕[\]]{0,60}[）】〕\]]$/;
const DUTY = /[、，。][^。；]{2,60}(?:负责|牵头|配合|落实)$/;
const HEADING = /^[^。，；：]{2,36}：?$/;
const REACH = 300;

/**
 * Whether the point （2） begins a clause inside a paragraph that lost its breaks: right behind the note of the point
 * before it, or behind the heading, at `since`, of points that each have a note. Points with one note for all stay.
 */
export function pointBegins(text: string, position: number, number: number, since: number): boolean {
  if (text[position] !== '（') return false;
  if (behindNote(text, position)) return true;
  if (since < 0 || !HEADING.test(text.slice(since, position))) return false;
  const next = text.indexOf(`（${number + 1}）`, position);
  return next < 0 ? number > 1 : behindNote(text, next);
}

/** A bracket that names units, labelled names and days, a sentence of duty or of units up to here. */
function behindNote(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - REACH), position).replace(/[。；]$/, '');
  return NOTE_BRACKET.test(before) || DUTY.test(before) || holdsNames(before);
}
