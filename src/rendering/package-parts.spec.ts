import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { htmlToDocx } from './docx/html-to-docx.js';
import { workbook } from './xlsx/workbook.js';

/** Number of elements in a well-formed XML text; throws where it is not. */
function elements(xml: string): number {
  const parser = new SaxesParser({ xmlns: true });
  let count = 0;
  parser.on('opentag', () => (count += 1));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return count;
}

const HOSTILE = '甲&乙<丙>"丁"\u0000\u001F\uD800]]>';
const HTML =
  `<article class="paper letter"><p class="letter-mark">${HOSTILE}</p><h1>${HOSTILE}</h1><p>${HOSTILE}</p>` +
  `<table><thead><tr><th>${HOSTILE}</th></tr></thead><tbody><tr><td>${HOSTILE}</td></tr></tbody></table>` +
  `<section class="doc-annex landscape"><p>附</p></section><div class="doc-imprint"><p>${HOSTILE}</p></div></article>`;

describe('every part of an office file', () => {
  const docx = htmlToDocx(HTML, { title: HOSTILE, author: HOSTILE, date: '2023-12-20' });
  const options = Array.from({ length: 90 }, (_, index) => `${HOSTILE}${index}`);
  const dropDowns = [{ column: 1, fromRow: 1, toRow: 1, options }];
  const xlsx = workbook([{ name: HOSTILE, widths: [9], rows: [{ cells: [HOSTILE] }], dropDowns }]);

  it.each([
    ['docx', docx],
    ['xlsx', xlsx],
  ])('of a .%s is well-formed XML, whatever the texts are', (_kind, bytes) => {
    for (const part of Object.values(unzipSync(bytes))) expect(elements(strFromU8(part))).toBeGreaterThan(0);
  });
});
