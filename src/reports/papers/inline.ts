import type { Inline, Paragraph } from '../views.js';

/** Which form of a paper is wanted: 底稿 prints source numbers; on screen figures are links. */
export interface PaperForm {
  draft: boolean;
  links: boolean;
}

/** 报送稿: clean, to be signed. */
export const CLEAN: PaperForm = { draft: false, links: false };
/** 底稿: every figure with its source number, the sources in an annex. */
export const DRAFT: PaperForm = { draft: true, links: false };
/** On screen: figures open the submission they come from. */
export const PREVIEW: PaperForm = { draft: false, links: true };
/** The 底稿 on screen. */
export const DRAFT_PREVIEW: PaperForm = { draft: true, links: true };

/** A piece of a sentence as the partial documents/inline prints it. */
export interface InlineContext {
  /** Begins on a new line. */
  br: boolean;
  text: string;
  href: string | null;
  mark: string | null;
  source: number | null;
}

/** Only paths on this server become links. */
const isOwnPath = (href: string | null): href is string => href !== null && /^\/(?![/\\])/.test(href);

/** Text as pieces, one per line. */
function textLines(text: string): InlineContext[] {
  const lines = text.split(/\r?\n/);
  return lines.map((line, index) => ({ br: index > 0, text: line, href: null, mark: null, source: null }));
}

function inline(piece: Inline, form: PaperForm): InlineContext[] {
  if (typeof piece === 'string') return textLines(piece);
  const figure = {
    br: false,
    text: piece.text,
    href: form.links && isOwnPath(piece.href) ? piece.href : null,
    mark: piece.mark || null,
    source: form.draft ? piece.source : null,
  };
  return [figure];
}

/** A paragraph's pieces as the template prints them; a 底稿 shows the number of each source. */
export function paragraphContext(paragraph: Paragraph, form: PaperForm): InlineContext[] {
  return paragraph.flatMap((piece) => inline(piece, form));
}

/** The same for several paragraphs. */
export function paragraphsContext(paragraphs: Paragraph[], form: PaperForm): InlineContext[][] {
  return paragraphs.map((paragraph) => paragraphContext(paragraph, form));
}
