import { extname } from 'node:path';
import type { Refusal } from '../../shared/errors.js';
import { broken, brokenNamed, unsupported } from './refusals.js';

const WORD = /^\.(docx|docm|dotx|doc|wps)$/;
const EXCEL = /^\.(xlsx|xlsm|et|xls)$/;
/** Documents that may lie in an archive. */
const DOCUMENT = /\.(docx?|wps|pdf|html?|txt|xlsx|et)$/i;
const TRY = '请先确认能在 Word、WPS 或阅读器中打开：打得开的另存为 .docx 再上传，打不开的请重新取得原件';

/** What a name promises; empty where it promises nothing that is read. */
export function promised(fileName: string): string {
  const ending = extname(fileName).toLowerCase();
  if (WORD.test(ending)) return 'Word 文档';
  if (EXCEL.test(ending)) return 'Excel 表格';
  return ending === '.pdf' ? 'PDF 文件' : '';
}

/** A file that is no text and of no known kind. */
export function unknownBytes(bytes: Buffer, fileName: string): Refusal {
  const name = named(fileName);
  if (bytes.every((byte) => byte === 0))
    return unsupported(`${name}内容全是空字节，多因传输或存盘中断`, '请重新取得原件再上传');
  const promise = promised(fileName);
  const not = promise ? `内容不是 ${promise}，也不是文字` : '内容不是文字';
  return unsupported(`${name}${not}，认不出是什么文件，可能已损坏或改过扩展名`, TRY);
}

/** “文件名是 .docx，但” where the name promises something, so that the contradiction is told. */
function named(fileName: string): string {
  return promised(fileName) ? `文件名是 ${extname(fileName).toLowerCase()}，但` : '';
}

/** An archive that is no office document: what is in it, and whether that could be brought in. */
export function otherArchive(names: Iterable<string>, fileName: string): Refusal {
  const files = [...names].filter((name) => !name.endsWith('/'));
  const inside = files.slice(0, 3).map(shortName).join('、');
  const more = files.length > 3 ? `等 ${files.length} 个文件` : '';
  const kind = `${named(fileName)}${named(fileName) ? '其实是' : ''}压缩包${inside && `（内有 ${inside}${more}）`}`;
  const cure = files.some((name) => DOCUMENT.test(name)) ? '请解压后上传其中的方案文件' : NO_PLAN;
  return unsupported(kind, cure);
}

const NO_PLAN = '请确认选对了文件：其中没有可读的方案文件，请上传工作要点、实施方案或任务分解表本身';

function shortName(path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(/[^\p{L}\p{N}.()（）_ -]/gu, '');
  return name.length > 20 ? `${name.slice(0, 12)}…${extname(name)}` : name;
}

const PARTS: [RegExp, string][] = [
  [/^word\//, 'Word 文档'],
  [/^xl\//, 'Excel 表格'],
  [/^ppt\//, '演示文稿'],
];

/** An archive whose list cannot be read: by the parts that are still there, else by its name. */
export function brokenArchive(bytes: Buffer, fileName: string): Refusal {
  const parts = partNames(bytes);
  const found = PARTS.find(([pattern]) => parts.some((name) => pattern.test(name)));
  if (found) return broken(found[1]);
  if (parts.length > 0) return broken(promised(fileName) || '压缩包格式的文件');
  const promise = promised(fileName) ? ` ${promised(fileName)}` : '压缩包';
  return brokenNamed(`${named(fileName)}内容不是完整的${promise}：可能没有传完、已经损坏，或者本来是别的文件改了名`);
}

/** Names of the parts at the heads that an archive sets before each of them (PKWARE APPNOTE 4.3.7). */
function partNames(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = bytes.indexOf(HEAD); at >= 0 && names.length < 50; at = bytes.indexOf(HEAD, at + 4)) {
    const length = at + 30 <= bytes.length ? bytes.readUInt16LE(at + 26) : 0;
    const name = bytes.toString('latin1', at + 30, at + 30 + length);
    if (name.length === length && /^[\w[\]. /-]+$/.test(name)) names.push(name);
  }
  return names;
}

const HEAD = 'PK\u0003\u0004';
