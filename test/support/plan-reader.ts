import type { PlanReading } from '../../src/domain/plan/reading.js';
import { PlanReader, type ReadDocument } from '../../src/plans/plan-reader.js';

type Document = Awaited<ReturnType<ReadDocument>>['document'];

/** A reader of plans in this process: what it takes out of a document, and what it reads the text as. */
export function readerOf(
  extract: (path: string, fileName: string) => Promise<Document>,
  readText: (text: string) => PlanReading,
): PlanReader {
  return new PlanReader(async (path, fileName) => {
    const document = await extract(path, fileName);
    return { document, reading: readText(document.text) };
  });
}
