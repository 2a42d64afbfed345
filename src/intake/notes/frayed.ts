import type { UnitRegistry } from '../../domain/units/registry.js';
import type { FoundNote } from './find-notes.js';
import { registeredTail } from './unit-list.js';

/** How far from a note names are looked for. */
const REACH = 120;

/**
 * “甲局会同乙局。丙局、丁局负责。”: nothing but names right before or behind a note without brackets, or a bracket that is open
 * where it begins; the paragraph's stops are not to be trusted.
 */
export function frayed(text: string, notes: readonly FoundNote[], registry: UnitRegistry): readonly FoundNote[] {
  const loose = notes.some(({ start, end }, index) => {
    const left = text.slice(Math.max(notes[index - 1]?.end ?? 0, start - REACH), start);
    const right = text.slice(end, Math.min(notes[index + 1]?.start ?? text.length, end + REACH));
    return (
      isOpen(left) || namesBefore(left, registry) || beginsWithNames(right, registry) || goesOnWithUnit(right, registry)
    );
  });
  return loose ? notes.map((note) => ({ ...note, frayed: true })) : notes;
}

const isOpen = (left: string): boolean => left.lastIndexOf('（') > left.lastIndexOf('）');

/** What stands between the last stop and the note, its label left out: “甲局主导，”, “牵头单：甲局；”. */
const BEFORE = /(?:^|[。；！？）:：])(?:[一-龥]{2,8}(?:单位|部门|领导)[。，:：]?)?([^。；！？）:：]{3,80})[，；。]?$/;
const MORE = 6;

function namesBefore(left: string, registry: UnitRegistry): boolean {
  const words = BEFORE.exec(left)?.[1];
  return words !== undefined && pieces(words).every((piece) => isName(piece, registry) || namedFirst(piece, registry));
}

/** Whether the next line goes on with units though no stop and no bracket ended the note. */
export function goesOn(
  paragraphs: readonly { text: string }[],
  notes: readonly FoundNote[][],
  registry: UnitRegistry,
): FoundNote[][] {
  return notes.map((found, index) => {
    const last = found.at(-1);
    const text = paragraphs[index]?.text ?? '';
    const isCut = last && last.inner === last.start && last.end === text.length && !/[。；！]$/.test(text);
    if (!isCut || notes[index + 1]?.length !== 0) return found;
    const next = paragraphs[index + 1]?.text ?? '';
    return beginsWithNames(next, registry) ? [...found.slice(0, -1), { ...last, frayed: true }] : found;
  });
}

/** Notes behind each of which a unit stands that does something no rule reads. */
export const frayedBehind = (text: string, notes: readonly FoundNote[], registry: UnitRegistry): FoundNote[] =>
  notes.map((note) =>
    goesOnWithUnit(text.slice(note.end, note.end + REACH), registry) ? { ...note, frayed: true } : note,
  );

/** “，县审计局跟踪问效。” behind the last verb: one more unit that does something. */
function goesOnWithUnit(right: string, registry: UnitRegistry): boolean {
  const piece = right.startsWith('，') ? /^，([^。；，、！？（）:：]{3,20})(?:[。；]|$)/.exec(right)?.[1] : undefined;
  return piece !== undefined && namedFirst(piece, registry);
}

/** Whether the first words behind the note are units, a list of them or a sentence of one. */
function beginsWithNames(right: string, registry: UnitRegistry): boolean {
  const [, first, mark] = /^[。，；]?([^。；，、！？（）:：]{3,20})([。；，、]|$)/.exec(right) ?? [];
  return first !== undefined && mark !== undefined && isName(first, registry);
}

const pieces = (words: string): string[] => words.split(/[、，]|会同|和/).filter(Boolean);
const isName = (piece: string, registry: UnitRegistry): boolean =>
  registry.find(piece) !== null || registeredTail(`。${piece}`, registry) === 1;

/** “甲局主导”: a unit with a verb that no rule knows. */
function namedFirst(piece: string, registry: UnitRegistry): boolean {
  const [name, rest = ''] = /^[一-龥]{2,14}?[局委办厅部会](?![局委办厅部会])/.exec(piece) ? splitName(piece) : [];
  return name !== undefined && rest.length <= MORE && isName(name, registry);
}

const splitName = (piece: string): [string, string] => {
  const end = Math.max(...[...'局委办厅部会'].map((last) => piece.lastIndexOf(last))) + 1;
  return [piece.slice(0, end), piece.slice(end)];
};
