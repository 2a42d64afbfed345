import { deflateSync } from 'node:zlib';
import { cfbOf } from './build-cfb.js';
import { buildDocx, cell, docxOf, listed, paragraph, table, zip } from './build-docx.js';
import {
  circularCfb,
  crowdedZip,
  deepDocx,
  deepHtml,
  docxWithDoctype,
  entityBomb,
  farCellXlsx,
  inflatingDocx,
  wideHtml,
} from './hostile-files.js';
import { SAMPLE_PLAN } from './sample-plan.js';

/** A file built to exhaust its reader: what it is, the name that it comes under, its bytes. */
export type Bomb = readonly [what: string, name: string, build: () => Buffer];

const LONG = '甲'.repeat(9_000_000);
const WORD = docxOf(SAMPLE_PLAN);

const sheet = (parts: Record<string, string>): Buffer =>
  zip({
    'xl/workbook.xml': '<workbook xmlns:r="urn:r"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ...parts,
  });
const rows = (data: string, more = ''): Buffer =>
  sheet({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData>${more}</worksheet>` });

/** A cross-reference table is left out: readers of PDF mend that by looking for the objects. */
const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((body, at) =>
      Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]),
    ),
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF'),
  ]);
const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (more = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${more} >> >>`;
const onePage = (content: Buffer, more = '', ...others: (string | Buffer)[]): Buffer =>
  pdf(CATALOGUE, PAGES, page(more), content, ...others);

/** An archive that says of its first part that it holds almost nothing. */
function understated(): Buffer {
  const bytes = Buffer.from(buildDocx({ body: paragraph(LONG) }));
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    bytes.writeUInt32LE(100, at + 24);
  return bytes;
}

/** Every entry of its directory names the same packed bytes. */
function overlapping(): Buffer {
  const bytes = zip({ 'word/document.xml': `<w:document><w:body>${'<w:p/>'.repeat(1_000_000)}</w:body></w:document>` });
  const [start, end] = [bytes.indexOf('PK\u0001\u0002'), bytes.indexOf('PK\u0005\u0006')];
  const entry = bytes.subarray(start, end);
  const copies = Array.from({ length: 900 }, (_, at) => {
    const copy = Buffer.from(entry);
    copy.write(String(at).padStart(4, '0'), 46);
    return copy;
  });
  const closing = Buffer.from(bytes.subarray(end));
  const size = entry.length * (copies.length + 1);
  closing.writeUInt16LE(copies.length + 1, 8);
  closing.writeUInt16LE(copies.length + 1, 10);
  closing.writeUInt32LE(size, 12);
  return Buffer.concat([bytes.subarray(0, start), entry, ...copies, closing]);
}

/** Zeros packed, and packed again, and again. */
function packedAgain(times: number): Buffer {
  let bytes: Buffer = Buffer.alloc(120_000_000);
  for (let at = 0; at < times; at++) bytes = deflateSync(bytes);
  return bytes;
}

const WORDS: Bomb[] = [
  ['a part that unfolds to 80 million characters', '方案.docx', inflatingDocx],
  ['an archive of thousands of parts', '方案.docx', crowdedZip],
  ['entities that double', '方案.docx', entityBomb],
  [
    'entities that are all used at once',
    '方案.docx',
    () => docxWithDoctype(`<!ENTITY a "${'甲'.repeat(60_000)}">`, '&a;'.repeat(20_000)),
  ],
  ['elements nested deep', '方案.docx', deepDocx],
  ['a page head that unfolds', '方案.docx', () => buildDocx({ body: paragraph('正文'), header: paragraph(LONG) })],
  [
    'styles that unfold',
    '方案.docx',
    () => buildDocx({ body: paragraph('正文'), styles: `<w:style>${LONG}</w:style>` }),
  ],
  ['numbering that unfolds', '方案.docx', () => buildDocx({ body: listed('正文', 1), numbering: paragraph(LONG) })],
  ['a part that says it is small', '方案.docx', understated],
  ['a directory that names one part a thousand times', '方案.docx', overlapping],
  [
    'a file in a file that unfolds',
    '方案.docx',
    () => zip({ 'word/document.xml': '<w:document/>', 'word/embeddings/a.docx': inflatingDocx().toString('latin1') }),
  ],
  [
    'a table of a million cells',
    '方案.docx',
    () =>
      buildDocx({
        body: table(...Array.from({ length: 1000 }, () => Array.from({ length: 1000 }, () => '<w:tc><w:p/></w:tc>'))),
      }),
  ],
  [
    'a cell over two thousand million columns',
    '方案.docx',
    () => buildDocx({ body: table([cell('甲', '<w:gridSpan w:val="2147483647"/>')], [cell('乙')]) }),
  ],
  [
    'a list at a level of a thousand million',
    '方案.docx',
    () => buildDocx({ body: listed('甲', 1, 999_999_999), numbering: '' }),
  ],
  [
    'millions of tabs and breaks',
    '方案.docx',
    () => buildDocx({ body: `<w:p><w:r>${'<w:tab/><w:br/>'.repeat(1_500_000)}</w:r></w:p>` }),
  ],
  [
    'an attribute of millions of characters',
    '方案.docx',
    () => buildDocx({ body: `<w:p w:rsid="${LONG}"><w:r><w:t>甲</w:t></w:r></w:p>` }),
  ],
];

const BOOKS: Bomb[] = [
  ['a value in the last cell of the sheet', '分解表.xlsx', farCellXlsx],
  [
    'shared words that unfold',
    '分解表.xlsx',
    () =>
      sheet({
        'xl/sharedStrings.xml': `<sst><si><t>${LONG}</t></si></sst>`,
        'xl/worksheets/sheet1.xml': '<worksheet/>',
      }),
  ],
  [
    'a long word named by thirty thousand cells',
    '分解表.xlsx',
    () =>
      sheet({
        'xl/sharedStrings.xml': `<sst><si><t>${'甲'.repeat(30_000)}</t></si></sst>`,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${Array.from({ length: 30_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`).join('')}</sheetData></worksheet>`,
      }),
  ],
  [
    'entities in the shared words',
    '分解表.xlsx',
    () =>
      sheet({
        'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "甲">]><sst><si><t>&a;</t></si></sst>',
        'xl/worksheets/sheet1.xml': '<worksheet/>',
      }),
  ],
  [
    'ranges merged over one another',
    '分解表.xlsx',
    () =>
      rows(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        `<mergeCells>${'<mergeCell ref="A1:XFD9999"/>'.repeat(20_000)}</mergeCells>`,
      ),
  ],
  [
    'rows of sixteen thousand cells',
    '分解表.xlsx',
    () => rows(`<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`.repeat(120)),
  ],
  [
    'five thousand sheets',
    '分解表.xlsx',
    () =>
      zip({
        'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${Array.from({ length: 5_000 }, (_, at) => `<sheet name="${at}" sheetId="${at}" r:id="r1"/>`).join('')}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      }),
  ],
];

const PDFS: Bomb[] = [
  ['a stream of zeros that unfolds', '方案.pdf', () => onePage(stream('/Filter /FlateDecode', packedAgain(1)))],
  [
    'a stream packed three times',
    '方案.pdf',
    () => onePage(stream('/Filter [/FlateDecode /FlateDecode /FlateDecode]', packedAgain(3))),
  ],
  [
    'pages that are their own parents',
    '方案.pdf',
    () => pdf(CATALOGUE, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'),
  ],
  [
    'a hundred thousand times the same page',
    '方案.pdf',
    () =>
      pdf(
        CATALOGUE,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`,
        page(),
        stream('', Buffer.from('BT ET')),
      ),
  ],
  [
    'a page count of a thousand million',
    '方案.pdf',
    () => pdf(CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>', page(), stream('', Buffer.from('BT ET'))),
  ],
  [
    'a drawing that draws itself',
    '方案.pdf',
    () =>
      onePage(
        stream('', Buffer.from('/X Do')),
        '/XObject << /X 5 0 R >>',
        stream(
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
          Buffer.from('/X Do /X Do'),
        ),
      ),
  ],
  ['twenty thousand saved states', '方案.pdf', () => onePage(stream('', Buffer.from('q '.repeat(20_000))))],
  ['dictionaries nested deep', '方案.pdf', () => onePage(stream('', Buffer.from('BT ET')), '<< /A '.repeat(50_000))],
  [
    'a table of codes for all characters, many times',
    '方案.pdf',
    () =>
      onePage(
        stream('', Buffer.from('BT /F 12 Tf <0001> Tj ET')),
        '/Font << /F 5 0 R >>',
        '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>',
        stream(
          '',
          Buffer.from(
            `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${'1 beginbfrange <0000> <FFFF> <0000> endbfrange '.repeat(400)} endcmap`,
          ),
        ),
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
      ),
  ],
];

const OTHERS: Bomb[] = [
  ['tags nested a hundred thousand deep', '方案.html', deepHtml],
  ['a table that claims a million columns', '方案.html', wideHtml],
  ['tables in tables', '方案.html', () => Buffer.from('<table><tr><td>'.repeat(20_000))],
  ['millions of characters by their numbers', '方案.html', () => Buffer.from(`<p>${'&#30002;'.repeat(2_500_000)}</p>`)],
  ['a tag of a million attributes', '方案.html', () => Buffer.from(`<p ${'a=1 '.repeat(1_000_000)}>甲</p>`)],
  ['one line of thirty million bytes', '方案.txt', () => Buffer.from(`${'甲乙、'.repeat(3_400_000)}`)],
  ['a directory that runs in a circle', '方案.doc', circularCfb],
  [
    'streams of nothing but lengths',
    '方案.doc',
    () => cfbOf({ WordDocument: Buffer.alloc(200_000, 0xff), '1Table': Buffer.alloc(200_000, 0xff) }),
  ],
  [
    'a sound file with millions of bytes behind its end',
    '方案.docx',
    () => Buffer.concat([WORD, Buffer.alloc(20_000_000, 0x50)]),
  ],
];

/** The bombs, of every format. */
export const BOMBS: readonly Bomb[] = [...WORDS, ...BOOKS, ...PDFS, ...OTHERS];
