import type { UnitRegistry } from '../../domain/units/registry.js';
import { isUnitList } from '../notes/unit-list.js';
import { markAt } from './markers.js';
import type { Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';

/** A numbered line of this many characters may be a row; longer ones are text. */
const LONGEST = 160;
const TAIL = /[局委办厅部会院队所站府联心]$/;
/** Words that go on into the name behind the blank. */
const GOES_ON = /[、，：由向对和与及同请经在为将把到给交报送由属设]$/;
/** Who does it is said in words. */
const SAID = /单位|部门|负责|牵头|配合/;
const SHORTEST = 5;

/**
 * “1.新建公路80公里 县交通局 县财政局”: the units of a row that lost its table stand behind a blank, without any word that
 * says so. Such a line with its units in brackets, in doubt; null for any other line.
 */
export function withUnitTail(paragraph: Paragraph, registry: UnitRegistry): Paragraph | null {
  const { text, gap } = paragraph;
  if (text.length > LONGEST || paragraph.row || !TAIL.test(text) || SAID.test(text)) return null;
  const mark = markAt(text, 0);
  const from = mark ? tailStart(text, gap, mark.length + SHORTEST, registry) : 0;
  if (from === 0) return null;
  const names: Piece[] = [];
  for (let start = from, at = from + 1; at <= text.length; at++) {
    if (at < text.length && !gap[at]) continue;
    names.push(...(start > from ? ['、'] : []), { paragraph, start, end: at });
    start = at;
  }
  const words: Piece = { paragraph, start: 0, end: from };
  return { ...compose([words, '。', '（责任单位：', ...names, '）']), row: true, unsure: 'run_together' };
}

/** Where the units behind a blank begin, every one of them known with its level; 0 without any. */
function tailStart(text: string, gap: Uint8Array, least: number, registry: UnitRegistry): number {
  let from = 0;
  for (let at = text.length - 1, end = text.length; at >= least; at--) {
    if (!gap[at]) continue;
    if (!isUnitList(`${text.slice(at, end)}。`, registry) || !/^[省市县区州旗]/.test(text.slice(at))) break;
    from = at;
    end = at;
  }
  return from > 0 && !GOES_ON.test(text.slice(0, from)) ? from : 0;
}
