import { isElement, textOf, type HtmlElement } from '../html.js';
import { LANDSCAPE, PORTRAIT, textWidth } from './page.js';
import { paragraph, run, runs } from './runs.js';
import { textBoxRun } from './text-box.js';

/** 7.4: outer rules 0.35 mm, inner 0.25 mm, in eighths of a point. */
const OUTER = 8;
const INNER = 6;
/** One 四号 character, and the pitch of a line with its rule. */
const IN = 280;
const PITCH = 500;

const rule = (side: string, size: number): string =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="1" w:color="000000"/>`;

const BORDERS = `<w:pBdr>${rule('top', OUTER)}${rule('bottom', OUTER)}${rule('between', INNER)}</w:pBdr>`;

/** One line of the 版记: its text, or two texts set apart (印发机关 left, 印发日期 right). */
function lineRuns(line: HtmlElement): string {
  const parts = line.children.filter(isElement).filter((child) => child.tag === 'span');
  const texts = parts.map((part) => textOf(part).trim());
  const content = texts.length < 2 ? runs(line.children) : run(texts.join('\t'));
  return run('\u3000') + content;
}

/**
 * The 版记: a box as wide as the 版心 on the foot of the page on which the text ends.
 * @param element div.doc-imprint, one `p` per line
 */
export function imprintXml(element: HtmlElement, landscape: boolean): string {
  const width = textWidth(landscape ? LANDSCAPE : PORTRAIT);
  const stop = `<w:tabs><w:tab w:val="right" w:pos="${width - IN}"/></w:tabs>`;
  const lines = element.children.filter(isElement).filter((child) => child.tag === 'p');
  const content = lines.map((line) => paragraph('Imprint', lineRuns(line), BORDERS + stop)).join('');
  const height = lines.length * PITCH;
  return paragraph('Tiny', textBoxRun({ name: '版记', id: 2, width, height, place: 'foot-of-text' }, content));
}
