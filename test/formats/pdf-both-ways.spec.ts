import { describe, expect, it } from '@jest/globals';
import { extractBytes } from '../../src/intake/extract.js';
import { limits } from '../../src/intake/readers/limits.js';
import { withPdf } from '../../src/intake/readers/pdf-document.js';
import { drawnPage, spokenWords } from '../../src/intake/readers/pdf-page.js';
import type { PdfItem } from '../../src/intake/readers/pdf-pieces.js';
import { buildPdf, pdfOf } from './build-pdf.js';
import { randomPage } from './random-page.js';
import { han, type RawPage, rawPdf, streamOf } from './raw-pdf.js';
import { SAMPLE_PLAN } from './sample-plan.js';
import { WHOLE_FILES } from './whole-files.js';

/** The pieces of every page: from what it draws (null where that is not sure), and as pdf.js itself reads them. */
function bothWays(bytes: Buffer): Promise<{ drawn: PdfItem[] | null; spoken: PdfItem[] }[]> {
  return withPdf(bytes, async ({ document, port, api }) => {
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items: drawn } = await drawnPage({ page, number, port, api });
      pages.push({ drawn, spoken: await spokenWords(page) });
    }
    return pages;
  });
}

const inked = (items: PdfItem[]): PdfItem[] => items.filter(({ str }) => str !== '');
const words = (items: PdfItem[] | null): unknown => items && inked(items).map(({ str }) => str);
const places = (items: PdfItem[]): number[] =>
  inked(items).flatMap(({ transform, width }) => [...Array.from(transform), width]);

/** The same pieces, each where it stands to a hundredth of a point: pdf.js draws in single precision. */
async function expectSame(bytes: Buffer): Promise<void> {
  for (const { drawn, spoken } of await bothWays(bytes)) {
    expect(words(drawn)).toEqual(words(spoken));
    const expected = places(spoken);
    const apart = places(drawn ?? []).map((value, index) => Math.abs(value - expected[index]));
    expect(Math.max(0, ...apart)).toBeLessThan(0.01);
  }
}

const page = (content: string, entries = ''): RawPage => ({
  content: `BT /Han 12 Tf 72 700 Td ${content} ET`,
  entries,
});
const drawnOf = async (bytes: Buffer): Promise<unknown> => (await bothWays(bytes))[0].drawn;

describe('the words of a page from what it draws are those that pdf.js reads by itself', () => {
  it('in plans, tables and slanted marks as the other tests have them', async () => {
    const at = (text: string, slant: boolean) => ({ text, x: 90, y: 400, size: 20, slant });
    await expectSame(pdfOf(SAMPLE_PLAN));
    for (const [format, build] of WHOLE_FILES) if (format === 'pdf') await expectSame(Buffer.from(await build()));
    await expectSame(buildPdf([{ pieces: [at('内部资料', true), at('各县区', false)], rules: [[60, 90, 400, 90]] }]));
  });

  it('on two hundred pages of random steps, with three fonts, forms, marks and every kind of spacing', async () => {
    const form = streamOf(
      '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 5.3 -7.1]',
      `BT /Han 11 Tf 30 500 Td ${han('表内 文字')} Tj ET Q Q q 2 0 0 2 0 0 cm BT 9 0 Td /Latin 5 Tf (once) Tj ET`,
    );
    const pages = Array.from({ length: 200 }, (_, seed) => ({ content: randomPage(seed + 1, 60) }));
    await expectSame(rawPdf(pages, '/XObject << /Form 11 0 R >>', [form]));
  });

  it('on turned pages, in unseen letters, with words to be spoken in place of others, off the page', async () => {
    await expectSame(
      rawPdf([
        page(`${han('横排')} Tj`, '/Rotate 90'),
        page(`3 Tr ${han('扫描件下的文字')} Tj`),
        page(`/Span << /ActualText (said) >> BDC ${han('写的')} Tj EMC ${han('，说的')} Tj`),
        page(`${han('页内')} Tj 900 0 Td ${han('页外')} Tj`),
        page(
          `/G gs ${han('换了字体')} Tj`,
          '/Resources << /ExtGState << /G << /Font [3 0 R 20] >> >> /Font << /Han 3 0 R >> >>',
        ),
      ]),
    );
  });

  it('in type of equal widths, whose blanks are as wide as the gap that parts pieces', async () => {
    const words = Array.from({ length: 40 }, (_, at) => `(${'abcdefgh'.slice(at % 7)})`).join(' -600 ');
    await expectSame(rawPdf([page(`/Latin 8.9664 Tf [${words}] TJ 0 -11.657 Td [${words}] TJ`)]));
  });

  it('around pictures, which are neither looked at nor a reason for doubt', async () => {
    const picture = streamOf('/Type /XObject /Subtype /Image /Width 9000 /Height 9000 /Filter /DCTDecode', 'none');
    const content = `${han('印')} Tj ET q 90 0 0 90 300 400 cm /Seal Do Q BI /W 9 /H 9 /BPC 8 /CS /G ID none EI BT /Han 12 Tf 72 600 Td ${han('章')} Tj`;
    await expectSame(rawPdf([page(content)], '/XObject << /Seal 11 0 R >>', [picture]));
  });
});

describe('the words of a page are asked for apart', () => {
  it('where they are set vertically, drawn by programs, run from right to left or have no size', async () => {
    for (const content of [
      `/Down 12 Tf ${han('竖排')} Tj`,
      '/Drawn 12 Tf (ab) Tj',
      '<0003> Tj',
      `/Han /Big Tf ${han('大字')} Tj`,
    ]) {
      expect(await drawnOf(rawPdf([page(content)]))).toBeNull();
    }
  });

  it('where a mask is made of words, which nobody sees as such', async () => {
    const mask = streamOf(
      '/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Group << /S /Transparency /CS /DeviceGray >>',
      `BT /Han 12 Tf ${han('蒙版')} Tj ET`,
    );
    const state = '/ExtGState << /M << /SMask << /S /Luminosity /G 11 0 R >> >> >>';
    const bytes = rawPdf([page(`/M gs ${han('正文里至少有八个字')} Tj`)], state, [mask]);
    expect(await drawnOf(bytes)).toBeNull();
    expect((await extractBytes(bytes, '方案.pdf')).text).toBe('正文里至少有八个字');
  });

  it('where the drawing breaks off, so that nothing behind the damage is lost', async () => {
    const damages = ['/Pattern cs /Missing scn', '7 TJ', '/Pattern cs 0.5 sc'];
    for (const damage of damages) {
      const bytes = rawPdf([page(`${han('市人社局牵头办理')} Tj ${damage} 0 -30 Td ${han('各县区配合落实')} Tj`)]);
      expect([damage, await drawnOf(bytes)]).toEqual([damage, null]);
      expect((await extractBytes(bytes, '方案.pdf')).text).toContain('各县区配合落实');
    }
  });

  it('where a page has more steps than text needs', async () => {
    const strokes = '0 0 m 9 9 l S\n'.repeat(limits.pdfSteps);
    const bytes = rawPdf([page(`${han('市人社局牵头办理')} Tj ET ${strokes} BT`), page(`${han('次页')} Tj`)]);
    const [first, second] = await bothWays(bytes);
    expect([first.drawn, words(second.drawn)]).toEqual([null, words(second.spoken)]);
  });
});
