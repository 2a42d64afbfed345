import type { HtmlElement } from '../html.js';

/**
 * The HTML that papers are written in. Templates use these elements and no others; everything the writer does not
 * know is written as a body paragraph, so no text is ever lost.
 *
 * Whole paper
 * - `article.paper`              an official paper (文件格式); `article.paper.letter` 信函格式; `.landscape` turned
 * - `section.doc-annex`          附件, begins a new page; with `.landscape` on turned sheets
 * - `div.doc-imprint`            版记 at the foot of the last page, a `p` per line; two `span`s stand left and right
 *
 * Head
 * - `p.doc-mark`                 发文机关标志 (in a letter: without 文件)
 * - `p.doc-number`               发文字号; with a `span.doc-signer` inside for papers that go up (签发人)
 * - `p.letter-mark` `p.doc-number-right`  the two of a 函: mark above the first red rule, number under it at right
 * - `hr.doc-rule`                红色分隔线
 * - `h1`                         标题, `br` between lines
 * - `h1.form-title`              title of a form or table page, without the room above
 * - `p.doc-recipient`            主送机关
 *
 * Body
 * - `h2` `h3` `h4` `h5`          一、 （一） 1. （1）, the number being part of the text
 * - `p`                          正文; `p.doc-plain` without indent; `p.doc-table-note` line above or below a table
 * - `table`                      `colgroup > col[width]` in percent; `thead` repeats on every page;
 *                                `colspan`, `rowspan`; `td.centre` for short entries; `tr[data-height]` mm at least
 *
 * End
 * - `p.doc-attachment`           附件说明, further ones `p.doc-attachment-more`
 * - `p.doc-signature` `p.doc-date`  署名 and 成文日期, placed for a seal
 * - `p.doc-note`                 附注
 * - `p.annex-label` `h2.annex-title`  inside an annex: 附件1 and its title
 *
 * Inline: `sup.source` source number of a 底稿; `a.figure` a figure (its link lives on screen only);
 * `span.kai` 楷体; `strong`; `br`.
 */
const STYLE_BY_CLASS: Record<string, string> = {
  'form-title': 'FormTitle',
  'doc-mark': 'Mark',
  'doc-number': 'Number',
  'doc-recipient': 'Recipient',
  'doc-plain': 'Plain',
  'doc-table-note': 'TableNote',
  'doc-attachment': 'Attachment',
  'doc-attachment-more': 'AttachmentMore',
  'doc-signature': 'Signature',
  'doc-date': 'Date',
  'doc-note': 'Note',
  'annex-label': 'AnnexLabel',
  'annex-title': 'AnnexTitle',
};

const STYLE_BY_TAG: Record<string, string> = { h1: 'Title', h2: 'Level1', h3: 'Level2', h4: 'Level3', h5: 'Level4' };

/** The paragraph style of a block element. */
export function styleOf(element: HtmlElement): string {
  const named = element.classes.find((name) => name in STYLE_BY_CLASS);
  return (named && STYLE_BY_CLASS[named]) || STYLE_BY_TAG[element.tag] || 'Body';
}
