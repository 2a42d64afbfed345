import type { Day, Genre, Imprint } from '../views.js';
import { titleLines } from './title-lines.js';
import { longDay } from './words.js';

/** What stands over the text of an official paper. */
export interface HeadSource {
  genre: Genre;
  mark: string | null;
  number: string | null;
  signer: string | null;
  title: string;
  recipient: string | null;
  date: Day;
}

export interface HeadContext {
  draftNote: string | null;
  letter: boolean;
  mark: string | null;
  number: string;
  signer: string | null;
  lines: string[];
  recipient: string | null;
}

/** Room to write the number in by hand. */
const roomForNumber = (date: Day): string => `　　　　〔${date.slice(0, 4)}〕　　号`;
const ROOM_FOR_NAME = '　　　';

/** Head of an official paper; a 盖章材料 has only its title and recipient. */
export function headContext(source: HeadSource, draftNote: string | null): HeadContext {
  return {
    draftNote,
    letter: source.genre === '函' && source.mark !== null,
    mark: source.genre === '盖章材料' ? null : source.mark,
    number: source.number ?? roomForNumber(source.date),
    signer: source.genre === '报告' ? (source.signer ?? ROOM_FOR_NAME) : null,
    lines: titleLines(source.title),
    recipient: source.recipient,
  };
}

export interface FootContext {
  attachments: string[];
  signatories: string[];
  date: string;
}

/** The 附件说明: one name after 附件：, several with numbers (GB/T 9704 7.3.4). */
export function attachmentLines(titles: string[]): string[] {
  if (titles.length === 1) return [`附件：${titles[0]}`];
  return titles.map((title, index) => `${index === 0 ? '附件：' : ''}${index + 1}. ${title}`);
}

/** 附件说明, 署名 and 成文日期 of an official paper (GB/T 9704-2012, 7.3.4 and 7.3.5). */
export function footContext(titles: string[], signatories: string[], date: Day): FootContext {
  return { attachments: attachmentLines(titles), signatories, date: longDay(date) };
}

/** 版记. */
export function imprintContext(
  imprint: Imprint | null,
): { copies: string | null; printer: string | null; date: string } | null {
  if (!imprint) return null;
  return { copies: imprint.copies?.replace(/。$/, '') ?? null, printer: imprint.printer, date: longDay(imprint.date) };
}
