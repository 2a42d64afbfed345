import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { changesSomeClauses } from '../domain/plan/amending-notice.js';
import type { Doubt, PlanReading, UnassignedClause } from '../domain/plan/reading.js';
import { promised } from '../intake/readers/misnamed.js';
import { Refusal } from '../shared/errors.js';
import { withOwnColumns, type OwnRow } from './own-columns.js';

/** What was taken out of a document; `notes` say what of it was not read. */
interface Extracted {
  text: string;
  format?: string;
  notes?: readonly string[];
  /** Rows of task tables with the office's own columns. */
  rows?: readonly OwnRow[];
}

/** A document to its text and the reading of that; refuses what cannot or may not be read. */
export type ReadDocument = (path: string, fileName: string) => Promise<{ document: Extracted; reading: PlanReading }>;

/** A plan document, from uploaded bytes to a reading; bytes and text are read in a child process. */
export class PlanReader {
  constructor(private readonly readDocument: ReadDocument) {}

  /**
   * What of the document was not read stands first among the reading's doubts. Refusals: those of the readers;
   * no_responsibility_note when nothing could be assigned to anybody.
   */
  async read(file: { name: string; bytes: Uint8Array }): Promise<PlanReading> {
    const folder = await mkdtemp(join(tmpdir(), 'qiantou-'));
    try {
      const path = join(folder, 'document');
      await writeFile(path, file.bytes, { mode: 0o600 });
      const { document, reading: whole } = await this.readDocument(path, file.name);
      const read = refuseWithoutNotes(whole, document, file.name);
      const reading = withOwnColumns(read, document.text, document.rows ?? []);
      return { ...reading, doubts: [...(document.notes ?? []).map(unreadDoubt), ...reading.doubts] };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

const unreadDoubt = (note: string): Doubt => ({ code: 'source_note', reason: note.replace(/。$/, '') });

function refuseWithoutNotes(reading: PlanReading, document: Extracted, fileName: string): PlanReading {
  if (reading.measures.length > 0) return reading;
  const { what, cure } = otherPaper(reading) ?? withoutNotes(document, fileName, reading.unassignedClauses?.[0]);
  throw new Refusal('no_responsibility_note', what, { place: reading.title ?? undefined, cure });
}

/** What the reading itself says that it is instead. */
function otherPaper(reading: PlanReading): { what: string; cure: string } | null {
  if (changesSomeClauses(reading)) return AMENDING;
  return reading.doubts.some(({ code }) => code === 'meeting_report') ? MEETING : null;
}

/** What such a document is instead, as far as it can be told. */
function withoutNotes(
  { text, format }: Extracted,
  fileName: string,
  task: UnassignedClause | undefined,
): { what: string; cure: string } {
  if (format === 'txt' && promised(fileName)) return misnamed(fileName);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (chinese < letters * LEAST_CHINESE)
    return { what: `${FOREIGN}，没有读到责任分工，无法分办。`, cure: `${RIGHT_FILE}外文文件请上传中文本。` };
  if (task) {
    const what = `文件中有条目（如“${`${task.no} ${task.title}`.trim()}”），${NOBODY}`;
    return { what, cure: EMPTY_CELLS + (format === 'xlsx' ? TABLE_HEADS : ELSEWHERE) };
  }
  if (format === 'xlsx') return { what: NO_TABLE, cure: TABLE_HEADS };
  return { what: NO_NOTE, cure: `${RIGHT_FILE}责任分工在附件中的，请上传附件。` };
}

/** A text that bears the name of another kind of file. */
function misnamed(fileName: string): { what: string; cure: string } {
  const what = `文件名是 ${extname(fileName).toLowerCase()}，内容却不是 ${promised(fileName)}：可能已经损坏，或者本来是别的文件改了名`;
  return { what: `${what}，其中也没有读到责任分工，无法分办。`, cure: '请重新取得原件，能打开的另存一份再上传。' };
}

/** Share of Chinese among the letters; plans name enterprises and platforms in Latin letters now and then. */
const LEAST_CHINESE = 0.2;
const FOREIGN = '文件的正文不是中文（几乎没有汉字）';
const NOBODY = '但都没有写由谁负责（如“××局牵头，××局配合”），无法分办。';
const EMPTY_CELLS = '是任务分解表的，请看“责任单位”一栏是否空着，填好再上传；';
const NO_NOTE = '文件中没有读到任何责任分工（如“××局牵头，××局配合”），无法分办。';
const NO_TABLE = '这是 Excel 表格，其中没有任务分解表（没有同时列出任务和责任单位的表头），无法分办。';
const ELSEWHERE = '责任分工在附件中的，请上传附件；都不是的，请确认选对了文件。';
const RIGHT_FILE = '请确认选对了文件：应是带有责任单位的工作要点、实施方案或任务分解表；';
const MEETING = {
  what: '文件像是会议报道或纪要，不是方案：没有方案标题，也没有读到责任分工，无法分办。',
  cure: `${RIGHT_FILE}会议印发了方案的，请上传方案本身。`,
};
const AMENDING = {
  what: '文件是只改几条的通知，不是完整的新文本，其中没有读到责任分工，无法分办。',
  cure: '没有提到的条款并不作废：请把改动并入原文，上传改好的完整文本，再与原计划对照。',
};
const TABLE_HEADS =
  '请确认选对了文件；是任务分解表的，请在表头写明“任务”（或“工作内容”“举措”）和“责任单位”（或“牵头单位”）再上传。';
