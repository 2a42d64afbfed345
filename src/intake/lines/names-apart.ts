import { matchesOf } from '../../domain/text/signs.js';
import type { Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';

/** White space inside a printed line; the end of a line is no sign, since names go on behind it. */
const isBlank = (gap: number | undefined): boolean => gap === 1 || gap === 2;
/** A label, or the bracket of a note without one. */
const OPENING = /(?:单位|部门|主体)[:：]|[（【〔]/g;
const NAME = /^[一-龥][一-龥（）]{1,29}$/;
const NAME_END = /(?:[局委办厅部院会队社行司署站所府联关]|中心|集团|公司|街道|[镇乡县区市州旗]）?)$/;
const NO_NAME = /^(?:牵头|配合|责任|负责|落实|参与|协助|完成|按|等|由|各自|共同|具体)/;
const STOPS = /[、，。；：:）】]/;

/** “配合单位：市商务局 市税务局 各城市区”: names behind a label that only a blank divides get the stop they lack. */
export function namesApart(paragraph: Paragraph): Paragraph {
  const { text, gap } = paragraph;
  if (!gap.includes(1) && !gap.includes(2)) return paragraph;
  const labels = matchesOf(text, OPENING).map(({ 0: opening, index }) => index + opening.length);
  if (labels.length === 0) return paragraph;
  const cuts: number[] = [];
  for (let at = labels[0]! + 2; at < text.length; at++)
    if (isBlank(gap[at]) && dividesNames(paragraph, labels, at)) cuts.push(at);
  if (cuts.length === 0) return paragraph;
  const ends = [...cuts, text.length];
  const pieces = ends.flatMap((end, index): Piece[] => {
    const piece = { paragraph, start: index === 0 ? 0 : ends[index - 1]!, end };
    return index === 0 ? [piece] : ['、', piece];
  });
  const { boldEnd: _bold, ...composed } = compose(pieces);
  return { ...paragraph, ...composed };
}

function dividesNames({ text, gap }: Paragraph, labels: readonly number[], at: number): boolean {
  const label = labels.findLast((end) => end < at);
  if (label === undefined) return false;
  const before = text.slice(label, at);
  if (/[。；]/.test(before) || !NAME_END.test(before)) return false;
  let end = at + 1;
  while (end < text.length && !isBlank(gap[end]) && !STOPS.test(text[end] ?? '')) end += 1;
  const next = text.slice(at, end);
  return NAME.test(next) && NAME_END.test(next) && !NO_NAME.test(next) && text[end] !== '：' && text[end] !== ':';
}
