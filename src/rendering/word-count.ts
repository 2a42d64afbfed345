import { findAll, hasClass, isElement, parseHtml, textOf, type HtmlNode } from './html.js';

// Word processors count every Chinese character and Chinese mark as one, and a run of Latin letters or digits as one.
const UNIT =
  /[\u2E80-\u303F\u31C0-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFF}]|[“”‘’…—·]|[^\s\u2E80-\u303F\u31C0-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6“”‘’…—·\u{20000}-\u{3FFFF}]+/gu;

/** 字数 as word processors count it: Chinese characters and marks one each, a run of letters or digits one. */
export function wordCount(text: string): number {
  return text.match(UNIT)?.length ?? 0;
}

const BODY = new Set(['p', 'h2', 'h3', 'h4', 'h5']);

function isCounted(node: HtmlNode): boolean {
  return isElement(node) && BODY.has(node.tag) && !node.classes.some((name) => name.startsWith('doc-'));
}

/**
 * 字数 of a paper's own text: headings and paragraphs of the body, without head, signature, tables, annexes and
 * source numbers (the limits of 整治形式主义为基层减负若干规定 2 concern the text itself).
 * @param html semantic HTML of one paper
 */
export function paperWordCount(html: string): number {
  const outsideAnnexes = findAll(parseHtml(html), (node) => isCounted(node) || hasClass(node, 'doc-annex'));
  const body = outsideAnnexes.filter((node) => !hasClass(node, 'doc-annex'));
  return body.reduce((sum, node) => sum + wordCount(node.children.map(withoutSources).join('')), 0);
}

function withoutSources(node: HtmlNode): string {
  if (hasClass(node, 'source')) return '';
  return isElement(node) ? node.children.map(withoutSources).join('') : textOf(node);
}
