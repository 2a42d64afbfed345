import { XML_HEAD } from '../xml.js';
import { CHARACTER, CHARACTER_SPACING, FONTS, LINE, type FontName } from './page.js';

/** Namespace declarations that every main part of the package carries. */
export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** A paragraph style: face, size in half points, paragraph properties in schema order, further run properties. */
interface StyleDefinition {
  id: string;
  name: string;
  font?: FontName;
  size?: number;
  paragraph?: string;
  run?: string;
  /** Heading depth for the navigation pane, 0 for the first level. */
  outline?: number;
}

const INDENT = `<w:ind w:firstLineChars="200" w:firstLine="${2 * CHARACTER}"/>`;
const FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';
const lines = (count: number): string =>
  `<w:spacing w:before="${count * LINE}" w:after="0" w:line="${LINE}" w:lineRule="exact"/>`;
const centred = (gap: number): string => `<w:snapToGrid w:val="0"/>${lines(gap)}${FLUSH}<w:jc w:val="center"/>`;
const KEEP = '<w:keepNext/>';
const LOOSE = '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="300" w:lineRule="exact"/>';
const TINY = '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
const BLACK_SPACING = '<w:spacing w:val="0"/>';

/** Clauses of GB/T 9704-2012 beside each element; sizes: 二号 44, 三号 32, 四号 28, 小四 24, 五号 21 half points. */
const STYLES: StyleDefinition[] = [
  { id: 'Body', name: '公文正文', paragraph: INDENT },
  { id: 'Plain', name: '公文顶格', paragraph: FLUSH },
  // 7.2.4: the mark's upper edge 35 mm below the 版心; its size follows the length of the name.
  {
    id: 'Mark',
    name: '发文机关标志',
    font: FONTS.title,
    run: '<w:color w:val="FF0000"/>',
    paragraph: `<w:snapToGrid w:val="0"/><w:spacing w:before="1984" w:after="0" w:line="760" w:lineRule="exact"/>${FLUSH}<w:jc w:val="center"/>`,
  },
  { id: 'Number', name: '发文字号', paragraph: centred(2) },
  // 7.2.6: in papers that go up the number moves left, 签发人 stands right, each one character in.
  {
    id: 'NumberUp',
    name: '发文字号与签发人',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="8524"/></w:tabs>${lines(2)}<w:ind w:leftChars="100" w:left="${CHARACTER}"/>`,
  },
  {
    id: 'NumberRight',
    name: '函的发文字号',
    paragraph: `<w:spacing w:before="280" w:after="0" w:line="${LINE}" w:lineRule="exact"/>${FLUSH}<w:jc w:val="right"/>`,
  },
  // 7.2.7: 4 mm under the number, as wide as the 版心.
  {
    id: 'Rule',
    name: '红色分隔线',
    size: 2,
    paragraph:
      '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:pBdr><w:snapToGrid w:val="0"/>' +
      '<w:spacing w:before="0" w:after="0" w:line="227" w:lineRule="exact"/>',
  },
  { id: 'Title', name: '公文标题', font: FONTS.title, size: 44, paragraph: `${KEEP}${centred(2)}` },
  { id: 'FormTitle', name: '表单标题', font: FONTS.title, size: 44, paragraph: `${KEEP}${centred(0)}` },
  { id: 'Recipient', name: '主送机关', paragraph: `${lines(1)}${FLUSH}` },
  { id: 'Level1', name: '一级标题', font: FONTS.hei, paragraph: `${KEEP}${INDENT}`, outline: 0 },
  { id: 'Level2', name: '二级标题', font: FONTS.kai, paragraph: `${KEEP}${INDENT}`, outline: 1 },
  { id: 'Level3', name: '三级标题', paragraph: INDENT, outline: 2 },
  { id: 'Level4', name: '四级标题', paragraph: INDENT, outline: 3 },
  // 7.3.4: one line below the text, indented by two; names of several annexes stand under each other.
  { id: 'Attachment', name: '附件说明', paragraph: `${lines(1)}<w:ind w:leftChars="200" w:left="640"/>` },
  {
    id: 'AttachmentMore',
    name: '附件说明续',
    paragraph: `${lines(0)}<w:ind w:leftChars="500" w:left="1600"/>`,
  },
  { id: 'Signature', name: '发文机关署名', paragraph: `${KEEP}<w:jc w:val="right"/>` },
  { id: 'Date', name: '成文日期', paragraph: '<w:jc w:val="right"/>' },
  { id: 'Note', name: '附注', paragraph: `${lines(1)}${INDENT}` },
  { id: 'AnnexLabel', name: '附件标号', font: FONTS.hei, paragraph: `${KEEP}${FLUSH}` },
  // 7.3.7: title on the third line of the page.
  { id: 'AnnexTitle', name: '附件标题', font: FONTS.title, size: 44, paragraph: `${KEEP}${centred(1)}` },
  { id: 'TableNote', name: '表格说明', size: 24, run: BLACK_SPACING, paragraph: `${LOOSE}${FLUSH}` },
  { id: 'Cell', name: '表格文字', size: 21, run: BLACK_SPACING, paragraph: `${LOOSE}<w:jc w:val="left"/>` },
  { id: 'CellCentre', name: '表格居中', size: 21, run: BLACK_SPACING, paragraph: `${LOOSE}<w:jc w:val="center"/>` },
  {
    id: 'CellHead',
    name: '表头',
    font: FONTS.hei,
    size: 21,
    run: BLACK_SPACING,
    paragraph: `${LOOSE}<w:jc w:val="center"/>`,
  },
  {
    id: 'Imprint',
    name: '版记',
    size: 28,
    run: BLACK_SPACING,
    paragraph:
      '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="460" w:lineRule="exact"/><w:jc w:val="left"/>',
  },
  { id: 'Tiny', name: '分节', size: 2, paragraph: TINY },
  {
    id: 'Footer',
    name: '页码',
    font: FONTS.song,
    size: 28,
    run: BLACK_SPACING,
    paragraph: '<w:snapToGrid w:val="0"/>',
  },
];

/** The four slots of a run's font: the same face for Chinese and for letters and digits (5.2.2). */
export function fontSlots(font: FontName): string {
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
}

function runProperties(style: StyleDefinition): string {
  const size = style.size ? `<w:sz w:val="${style.size}"/><w:szCs w:val="${style.size}"/>` : '';
  return `<w:rPr>${style.font ? fontSlots(style.font) : ''}${style.run ?? ''}${size}</w:rPr>`;
}

function styleXml(style: StyleDefinition): string {
  const outline = style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline}"/>`;
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${style.id}"><w:name w:val="${style.name}"/>` +
    `<w:basedOn w:val="a"/><w:qFormat/><w:pPr>${style.paragraph ?? ''}${outline}</w:pPr>${runProperties(style)}</w:style>`
  );
}

const DEFAULTS =
  `<w:docDefaults><w:rPrDefault><w:rPr>${fontSlots(FONTS.body)}<w:spacing w:val="${CHARACTER_SPACING}"/>` +
  '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  `<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${lines(0)}<w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>`;

const BASE =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>';

/** word/styles.xml: 三号 仿宋 on the grid of 22 lines × 28 characters, and one style per element of the paper. */
export function stylesXml(): string {
  return `${XML_HEAD}<w:styles ${NAMESPACES}>${DEFAULTS}${BASE}${STYLES.map(styleXml).join('')}</w:styles>`;
}
