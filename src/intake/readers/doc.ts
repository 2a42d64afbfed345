import { renderBlocks } from './blocks.js';
import { CompoundFile } from './compound-file.js';
import { DocBody, type DocContext, type DocFindings } from './doc-body.js';
import { docFonts } from './doc-fonts.js';
import { openDoc } from './doc-header.js';
import { DocLists } from './doc-lists.js';
import { readCharacters } from './doc-pieces.js';
import { characterRuns, paragraphRuns } from './doc-runs.js';
import { DocStyles } from './doc-styles.js';
import { HIDDEN_NOTE, type ReaderResult, STRUCK_NOTE } from './extracted.js';
import { encrypted, unsupported } from './refusals.js';

const RESAVE = '请用 Word 或 WPS 打开后另存为 .docx（表格另存为 .xlsx）再上传';

/**
 * Reads a compound file: a Word 97–2003 .doc (or .wps, which is the same inside), with automatic numbers and tables.
 * `fileName` only helps to say what else it is.
 * Encrypted office files also come in this shape and are refused, as are old workbooks and slides.
 */
export function readCompound(bytes: Buffer, fileName: string): ReaderResult {
  const file = new CompoundFile(bytes);
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw encrypted('文件');
  if (file.has('Workbook') || file.has('Book')) throw unsupported('旧版 Excel 表格（.xls、.et）', RESAVE);
  if (file.has('PowerPoint Document')) throw unsupported('演示文稿', RESAVE);
  if (!file.has('WordDocument')) throw unsupported(kindOf(fileName), RESAVE);
  return readDoc(file);
}

/** A compound file without a Word text: WPS and Works had texts of their own under the same ending. */
const kindOf = (fileName: string): string =>
  /\.wps$/i.test(fileName) ? '不是 Word 格式的 .wps 文档' : '不是 Word 文档的复合文件';

function readDoc(file: CompoundFile): ReaderResult {
  const doc = openDoc(file);
  const { stories } = doc;
  const context: DocContext = {
    characters: readCharacters(doc),
    characterRuns: characterRuns(doc),
    paragraphRuns: paragraphRuns(doc),
    styles: new DocStyles(doc),
    lists: new DocLists(doc),
    fonts: docFonts(doc),
  };
  const story = (start: number, length: number) => new DocBody(context).read(start, start + length);
  const body = new DocBody(context);
  const blocks = body.read(0, stories.body);
  const margins = stories.body + stories.footnotes;
  const boxes = margins + stories.margins + stories.comments + stories.endnotes;
  const { text, notes, rows } = renderBlocks([
    ...story(boxes, stories.boxes).filter((block) => block !== ''),
    ...blocks,
    ...story(stories.body, stories.footnotes),
  ]);
  const heads = renderBlocks(story(margins, stories.margins)).text;
  return {
    text,
    notes: [...notes, ...findingNotes(body.findings)],
    rows,
    margins: heads,
    pictures: body.findings.pictures > 0,
  };
}

function findingNotes(findings: DocFindings): string[] {
  const notes: string[] = [];
  if (findings.contents > 0) notes.push('文中的目录未读入。');
  if (findings.deletions > 0) notes.push('修订标记中已删除的文字未读入。');
  if (findings.struck > 0) notes.push(STRUCK_NOTE);
  if (findings.hidden > 0) notes.push(HIDDEN_NOTE);
  if (findings.looseCells > 0) {
    notes.push(`有 ${findings.looseCells} 个表格单元格找不到所在的行，已按段落读入，请对照原文核对。`);
  }
  return notes;
}
