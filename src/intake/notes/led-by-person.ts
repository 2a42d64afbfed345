import type { UnitContext } from '../../domain/units/resolve.js';
import type { FoundNote } from './find-notes.js';
import { tryBare } from './sentences.js';

const POSTS =
  '(?:领导(?:同志|干部)?|负责(?:人|同志)|(?:常务)?副?(?:[省市县区州盟旗镇乡局厅]长|主任|书记|秘书长|专员)(?:[一-龥×]{2,3}(?=[总牵]))?)';
/** 由分管副市长牵头，: who has the matter in hand as a person. */
const PERSON_LEADS = `由?(?:[省市县区州盟旗镇乡委]|政府|人民政府|分管|主管|联系|主要|有关|相关)*${POSTS}(?:总牵头|牵头(?:抓总|总抓|负责|推[进动])?)，`;
const BEFORE = new RegExp(`(?:(?<=[，。；：、.）])|^)${PERSON_LEADS}$`);
const REACH = 40;
/** …市人社局具体负责，市财政局配合: the units behind the person, up to the next words. */
const OPENING = new RegExp(
  `(?:(?<=[，。；：、.）])|^)${PERSON_LEADS}([^，。；]{3,60}?(?:具体|主要)?(?:负责|落实|承办|组织实施)(?:落实|实施|办理|推进|组织)*(?:，[^，。；]{2,60}?(?:配合|协助|参与|协同))?)(?=[，。；]|$)`,
  'g',
);

const mayLead = (text: string): boolean => text.includes('牵头') && /[导人志长任记员][一-龥]{0,4}牵头/.test(text);

/** The note with the person before its units who has the matter in hand: his words are none of the task's. */
export function withPerson(text: string, note: FoundNote, context: UnitContext): FoundNote {
  if (text[note.start - 1] !== '，') return note;
  const from = Math.max(0, note.start - REACH);
  const words = text.slice(from, note.start);
  const before = words.includes('牵头') ? BEFORE.exec(words) : null;
  if (!before) return note;
  const start = from + before.index;
  return tryBare(text, start, note.end, context) ?? { ...note, start };
}

/** “由分管领导牵头，市人社局具体负责，每月调度一次”: the units behind the person, with what is done behind them; all are known. */
export function personOpening(text: string, context: UnitContext): FoundNote[] {
  for (const { 0: whole, 1: units = '', index } of mayLead(text) ? text.matchAll(OPENING) : []) {
    const end = index + whole.length;
    const found = tryBare(text, end - units.length, end, context);
    const named = found?.words.units ?? [];
    if (found && named.length > 0 && named.every(({ known, byField }) => known && !byField))
      return [withPerson(text, found, context)];
  }
  return [];
}
