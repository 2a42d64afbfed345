import { escapeXml, XML_HEAD } from '../xml.js';
import { FONTS } from './page.js';
import { PARTS } from './section.js';
import { NAMESPACES } from './styles.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** File name in word/, relationship id and kind of each piece of page furniture. */
export const FURNITURE = [
  { file: 'footer1.xml', id: PARTS.portraitOdd, kind: 'footer' },
  { file: 'footer2.xml', id: PARTS.portraitEven, kind: 'footer' },
  { file: 'footer3.xml', id: PARTS.landscapeOdd, kind: 'footer' },
  { file: 'footer4.xml', id: PARTS.landscapeEven, kind: 'footer' },
  { file: 'footer5.xml', id: PARTS.letterFooter, kind: 'footer' },
  { file: 'header1.xml', id: PARTS.letterHeader, kind: 'header' },
  { file: 'footer6.xml', id: PARTS.letterOdd, kind: 'footer' },
  { file: 'footer7.xml', id: PARTS.letterEven, kind: 'footer' },
] as const;

/** [Content_Types].xml. */
export function contentTypes(): string {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  const furniture = FURNITURE.map(({ file, kind }) => override(`/word/${file}`, `${WORD}.${kind}+xml`));
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/word/document.xml', `${WORD}.document.main+xml`) +
    override('/word/styles.xml', `${WORD}.styles+xml`) +
    override('/word/settings.xml', `${WORD}.settings+xml`) +
    override('/word/fontTable.xml', `${WORD}.fontTable+xml`) +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    `${furniture.join('')}</Types>`
  );
}

function relationships(list: [id: string, type: string, target: string][]): string {
  const rows = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

/** _rels/.rels. */
export function packageRelationships(): string {
  return relationships([
    ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]);
}

/** word/_rels/document.xml.rels. */
export function documentRelationships(): string {
  return relationships([
    ['rId1', `${OFFICE}/styles`, 'styles.xml'],
    ['rId2', `${OFFICE}/settings`, 'settings.xml'],
    ['rId3', `${OFFICE}/fontTable`, 'fontTable.xml'],
    ...FURNITURE.map(({ id, kind, file }): [string, string, string] => [id, `${OFFICE}/${kind}`, file]),
  ]);
}

/** word/settings.xml: odd and even pages differ; the layout rules of current word processors. */
export function settingsXml(): string {
  return (
    `${XML_HEAD}<w:settings ${NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>` +
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>' +
    '<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>' +
    '<w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" ' +
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
  );
}

/** Other names of the same faces, for machines that know only those. */
const OTHER_NAMES: [string, string][] = [
  [FONTS.title, 'FZXiaoBiaoSong-B05S'],
  [FONTS.body, '仿宋'],
  [FONTS.kai, '楷体'],
  [FONTS.hei, 'SimHei'],
  [FONTS.song, 'SimSun'],
];

/** word/fontTable.xml: the faces named, none embedded. */
export function fontTableXml(): string {
  const fonts = OTHER_NAMES.map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  return `${XML_HEAD}<w:fonts ${NAMESPACES}>${fonts.join('')}</w:fonts>`;
}

/** docProps/core.xml. `date` an ISO instant; nothing of the machine or the moment of writing gets in. */
export function coreProperties(title: string, author: string, date: string): string {
  const moment = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
    `${moment('created')}${moment('modified')}</cp:coreProperties>`
  );
}
