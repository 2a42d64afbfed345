import { renderBlocks } from './blocks.js';
import { DocxBody, type DocxFindings } from './docx-body.js';
import { DocxNumbering } from './docx-numbering.js';
import { readDocxParts } from './docx-parts.js';
import { DocxStyles } from './docx-styles.js';
import { HIDDEN_NOTE, type ReaderResult, STRUCK_NOTE } from './extracted.js';
import { childrenOf, textOf, type XmlNode } from './xml.js';
import type { ZipPackage } from './zip.js';

/**
 * Reads a .docx: paragraphs with their automatic numbers, tables, text boxes, notes.
 * Deleted revisions, hidden or struck-out text and tables of contents are left out.
 */
export async function readDocx(zip: ZipPackage): Promise<ReaderResult> {
  const parts = await readDocxParts(zip);
  const styles = new DocxStyles(parts.styles);
  const body = new DocxBody(styles, new DocxNumbering(parts.numbering));
  const blocks = body.blocks(parts.body);
  for (const notes of [parts.footnotes, parts.endnotes]) blocks.push(...noteLines(notes, body));
  const { text, notes, rows } = renderBlocks(blocks);
  return {
    text,
    notes: [...notes, ...findingNotes(body.findings)],
    rows,
    margins: parts.margins.map((part) => paragraphTexts(part).join('\n')).join('\n'),
    pictures: body.findings.pictures > 0,
  };
}

/** Foot- and endnotes follow the text; the separators Word keeps among them are not notes. */
function noteLines(root: XmlNode | null, body: DocxBody): string[] {
  const notes = [...childrenOf(root ?? undefined, 'footnote'), ...childrenOf(root ?? undefined, 'endnote')];
  return notes
    .filter((note) => note.attributes.type === undefined || note.attributes.type === 'normal')
    .flatMap((note) => body.blocks(note))
    .filter((block): block is string => typeof block === 'string' && block.trim() !== '');
}

function paragraphTexts(node: XmlNode): string[] {
  if (node.name === 'p') return [textOf(node)];
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : paragraphTexts(child)));
}

function findingNotes(findings: DocxFindings): string[] {
  const notes: [number, string][] = [
    [findings.contents, '文中的目录未读入。'],
    [findings.deletions, '修订标记中已删除的文字未读入。'],
    [findings.struck, STRUCK_NOTE],
    [findings.hidden, HIDDEN_NOTE],
    [findings.boxes, `文本框中的文字（${findings.boxes} 处）排在它所附的段落之后，请对照原文核对属于哪一条。`],
    [findings.objects, `文中嵌有 ${findings.objects} 个对象（如 Excel 表格），其内容未读入，请另行上传。`],
    [findings.foreignParts, '文中引入了其他文件，其内容未读入，请另行上传。'],
  ];
  return notes.filter(([count]) => count > 0).map(([, note]) => note);
}
