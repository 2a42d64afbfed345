import { htmlToDocx } from '../../rendering/docx/html-to-docx.js';
import { renderTemplate } from '../../rendering/handlebars.js';
import type { Day } from '../views.js';

/** What a file says about itself. */
export interface PaperProperties {
  title: string;
  /** The office that made it. */
  author: string;
  date: Day;
}

/** A paper's semantic HTML as a .docx after GB/T 9704. Same HTML and properties, same bytes. */
export function paperDocx(html: string, properties: PaperProperties): Uint8Array {
  return htmlToDocx(html, properties);
}

/** A paper's semantic HTML as a page of its own that prints on A4; needs no other file. */
export function paperPage(html: string, title: string): string {
  return renderTemplate('documents/page', { title, article: html });
}

/** The style sheet of papers on screen, for pages that show one inside their own frame. */
export function paperCss(): string {
  return renderTemplate('documents/paper-css', {});
}
