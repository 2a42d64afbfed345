import type { Reader } from '../../persistence/tx.js';
import { DocumentParagraph, ReportDocument } from '../reports.entities.js';

/** The office's own paragraphs of a paper, and its number once it has one. */
export interface EditedTexts {
  edited: ReadonlyMap<string, string>;
  number: string | null;
}

/** Paragraphs edited by the end of the day in the year's paper of this kind; none when nobody has begun to write it. */
export async function editedTexts(read: Reader, cycleId: string, kind: string, day: string): Promise<EditedTexts> {
  const document = await documentOf(read, cycleId, kind);
  if (!document) return { edited: new Map(), number: null };
  const paragraphs = await read.manager.findBy(DocumentParagraph, { documentId: document.id });
  const own = paragraphs.filter((one) => one.text !== null && one.editedOn !== null && one.editedOn <= day);
  const number = document.sentOn !== null && document.sentOn <= day ? document.number : null;
  return { edited: new Map(own.map((one) => [one.paragraphKey, one.text!])), number };
}

/** The paper of a year and kind that is being written or was issued; a discarded one does not count. */
export async function documentOf(read: Reader, cycleId: string, kind: string): Promise<ReportDocument | null> {
  const all = await read.manager.find(ReportDocument, { where: { cycleId, kind }, order: { id: 'DESC' } });
  return all.find((one) => one.state !== 'discarded') ?? null;
}
