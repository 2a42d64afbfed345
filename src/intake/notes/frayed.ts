import type { UnitRegistry } from '../../domain/units/registry.js';
import type { FoundNote } from './find-notes.js';
import { registeredTail } from './unit-list.js';

/** How far from a note names are looked for. */
const REACH = 120;

/** “甲局会同乙局。丙局、丁局负责。”: nothing but names right before or behind a note without brackets; the paragraph's stops are not to be trusted. */
export function frayed(text: string, notes: readonly FoundNote[], registry: UnitRegistry): readonly FoundNote[] {
  const loose = notes.some(({ start, end }, index) => {
    const before = NAMES_BEFORE.exec(text.slice(Math.max(notes[index - 1]?.end ?? 0, start - REACH), start));
    const behind = NAMES_BEHIND.exec(text.slice(end, Math.min(notes[index + 1]?.start ?? text.length, end + REACH)));
    return onlyNames(before?.[1] ?? '', registry) || onlyNames(behind?.[1] ?? '', registry);
  });
  return loose ? notes.map((note) => ({ ...note, frayed: true })) : notes;
}

/** What stands between the last stop and the note, its label left out; what stands behind it up to the next. */
const NAMES_BEFORE =
  /(?:^|[。；！？）:：])(?:[一-龥]{2,8}(?:单位|部门|领导)[。，:：]?)?([^。；！？）:：]{3,80})[，；。]?$/;
const NAMES_BEHIND = /^[。，；]?([^。；！？（:：]{3,80})(?=[。；]|$)/;
const onlyNames = (words: string, registry: UnitRegistry): boolean =>
  words.split(/[、，]|会同|和/).every((piece) => registeredTail(`。${piece}`, registry) === 1);
