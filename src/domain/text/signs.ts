import { ALPHABET, numbered, NUMBERS } from './alphabet.js';

/** For the number of every character the signs that it is, one bit each. */
const SIGNS = new Int32Array(ALPHABET);
const MOST = 32;
const given = new Map<string, number>();

/**
 * A sign for some characters. Where every match of a pattern holds one of them, a text without the sign need not be looked
 * through for the pattern; one pass over a text finds all the signs that it holds, for all rules that ask. The same
 * characters are the same sign.
 */
export function sign(characters: string): number {
  const known = given.get(characters);
  if (known !== undefined) return known;
  if (given.size === MOST) throw new Error('no bit is left for another sign');
  const bit = 1 << given.size;
  given.set(characters, bit);
  for (let at = 0; at < characters.length; at++) SIGNS[numbered(characters, at)]! |= bit;
  return bit;
}

export const DIGIT = sign('0123456789');

/** Whether the character at an offset is of a sign; none is where the text is over. */
export const isSign = (text: string, at: number, wanted: number): boolean =>
  at >= 0 && at < text.length && (SIGNS[NUMBERS[text.charCodeAt(at)]!]! & wanted) !== 0;

/** Whether a text holds a character of a sign. The text asked for last is not looked through again. */
export function holds(text: string, wanted: number): boolean {
  if (text !== latest.text) latest = { text, signs: signsOf(text) };
  return (latest.signs & wanted) !== 0;
}

let latest = { text: '', signs: 0 };

function signsOf(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) signs |= SIGNS[NUMBERS[text.charCodeAt(at)]!]!;
  return signs;
}

/** The same of a few words, which are not kept in mind. */
export const spells = (words: string, wanted: number): boolean => (signsOf(words) & wanted) !== 0;

/** Where the words begin that end at `end`: behind the last character of a sign, at most `reach` characters back. */
export function openingOf(text: string, end: number, stops: number, reach = Infinity): number {
  let start = end;
  while (start > 0 && end - start < reach && (SIGNS[NUMBERS[text.charCodeAt(start - 1)]!]! & stops) === 0) start -= 1;
  return start;
}

/** Where the first character of a sign stands from `from` on; `to` where none stands before it. */
export function nextSign(text: string, from: number, wanted: number, to = text.length): number {
  let at = from;
  while (at < to && !isSign(text, at, wanted)) at += 1;
  return at;
}

/** All matches of a global pattern, as of matchAll, which would copy the pattern at every call. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    found.push(match);
  }
  return found;
}
