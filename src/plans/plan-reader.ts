import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanReading } from '../domain/plan/reading.js';
import { Refusal } from '../shared/errors.js';

/** Bytes of a document to the text in it; refuses what cannot or may not be read. */
export type Extract = (path: string, fileName: string) => Promise<{ text: string }>;

/** Text of a plan to its reading. */
export type ReadText = (text: string) => PlanReading;

/** A plan document, from uploaded bytes to a reading; the bytes are parsed in a child process. */
export class PlanReader {
  constructor(
    private readonly extract: Extract,
    private readonly readText: ReadText,
  ) {}

  /** Refusals: those of the readers; no_responsibility_note when nothing could be assigned to anybody. */
  async read(file: { name: string; bytes: Uint8Array }): Promise<PlanReading> {
    const folder = await mkdtemp(join(tmpdir(), 'qiantou-'));
    try {
      const path = join(folder, 'document');
      await writeFile(path, file.bytes, { mode: 0o600 });
      const { text } = await this.extract(path, file.name);
      return refuseWithoutNotes(this.readText(text));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function refuseWithoutNotes(reading: PlanReading): PlanReading {
  if (reading.measures.length > 0) return reading;
  throw new Refusal('no_responsibility_note', '文件中没有读到任何责任分工（如“××局牵头，××局配合”），无法分办。', {
    place: reading.title ?? '全文',
    cure: '请确认选对了文件：应是带有责任单位的工作要点、实施方案或任务分解表；责任分工在附件中的，请上传附件。',
  });
}
