import { renderTemplate } from '../../rendering/handlebars.js';
import { paperWordCount } from '../../rendering/word-count.js';
import type { Paragraph, ReportKind, ReportView, Section } from '../views.js';
import { annexContexts, draftAnnexContexts, type AnnexContext } from './annexes.js';
import { CLEAN, paragraphsContext, type InlineContext, type PaperForm } from './inline.js';
import { numbered } from './numbering.js';
import { footContext, headContext, imprintContext, type FootContext, type HeadContext } from './official.js';
import { longDay } from './words.js';

/** Headings of the two closing sections, by kind of report. */
const LAST_HEADINGS: Record<ReportKind, { problems: string; next: string }> = {
  'year-end': { problems: '存在问题', next: '下一步工作安排' },
  'half-year': { problems: '存在问题', next: '下半年工作安排' },
  progress: { problems: '存在问题', next: '下一步措施' },
};

/** Closing words by kind of paper; a 报告 carries no request (条例 15(四)). */
const CLOSING = { 报告: '特此报告。', 函: '特此函达。', 盖章材料: '特此说明。' } as const;

interface SectionContext {
  number: string;
  heading: string;
  level: number;
  paragraphs: InlineContext[][];
}

interface ReportContext {
  head: HeadContext;
  opening: InlineContext[][];
  sections: SectionContext[];
  statement: string;
  closing: string;
  foot: FootContext;
  annexes: AnnexContext[];
  imprint: ReturnType<typeof imprintContext>;
}

function lastSections(view: ReportView): Section[] {
  const headings = LAST_HEADINGS[view.kind];
  const section = (heading: string, paragraphs: Paragraph[]): Section[] =>
    paragraphs.length ? [{ heading, level: 1, paragraphs }] : [];
  return [...section(headings.problems, view.problems), ...section(headings.next, view.next)];
}

function sections(view: ReportView, form: PaperForm): SectionContext[] {
  return numbered([...view.sections, ...lastSections(view)]).map((section) => ({
    ...section,
    paragraphs: paragraphsContext(section.paragraphs, form),
  }));
}

/** As of when, what is an estimate, who reported: the reader must know before he trusts a figure. */
function statement(view: ReportView): string {
  return [`本文数据截至${longDay(view.asOf)}。`, view.estimateNote ?? '', view.coverage ?? ''].join('');
}

function draftNote(view: ReportView): string {
  return `【底稿】方括号内数字为数据来源编号，见文末数据来源表（共${view.sources.length}项）。报送时使用不带编号的报送稿。`;
}

function context(view: ReportView, form: PaperForm): ReportContext {
  const annexes = annexContexts(view, form);
  const titles = annexes.map((annex) => annex.title);
  return {
    head: headContext(view, form.draft ? draftNote(view) : null),
    opening: paragraphsContext(view.opening, form),
    sections: sections(view, form),
    statement: statement(view),
    closing: CLOSING[view.genre],
    foot: footContext(titles, view.signatories, view.date),
    annexes: [...annexes, ...draftAnnexContexts(view, form)],
    imprint: form.draft ? null : imprintContext(view.imprint),
  };
}

/**
 * A year-end report, half-year report or 进展情况 as semantic HTML.
 * @param form 报送稿, 底稿, or either on screen with links
 */
export function reportHtml(view: ReportView, form: PaperForm = CLEAN): string {
  return renderTemplate(`documents/${view.kind}`, context(view, form));
}

/** 字数 of the report's text, the same in every form. */
export function reportWordCount(view: ReportView): number {
  return paperWordCount(reportHtml(view, CLEAN));
}
