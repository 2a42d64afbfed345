import { printDay } from '../domain/calendar/day.js';
import { formatFigure } from '../domain/figures/format.js';
import type { DutyLine } from '../ledger/ledger.service.js';
import { wordCount } from '../rendering/word-count.js';
import type { ChangedQuote } from './documents.service.js';
import type { ReportData } from './data/report-data.js';
import { PAPER_NAMES } from './kinds.js';
import { coverageStatement } from './presenters/coverage.js';
import { hasOwnText, type Prefilled } from './presenters/prefill.js';
import { evidenceOf } from './presenters/sources.js';
import type { DocumentIssue, DocumentParagraph, ReportDocument } from './reports.entities.js';
import type { ReportKind } from './views.js';

/** What a unit wrote about a heading, shown beside the office's paragraph. */
export interface OriginalText {
  unit: string;
  text: string;
  received: string;
  href: string | null;
}

/** One heading of the page: the paragraph to edit, what it was prefilled with, the units' own texts. */
export interface ParagraphForm {
  position: number;
  /** Id on the page. */
  anchor: string;
  heading: string;
  level: number;
  /** A heading that only holds further headings: a sentence before them is possible, nothing is expected. */
  isChapter: boolean;
  text: string;
  /** The text as paragraphs, for those who only read. */
  lines: string[];
  rows: number;
  prefill: string;
  /** The office has written its own text. */
  isEdited: boolean;
  editedBy: string;
  count: number;
  /** New texts of the units since the paper was begun. */
  hasNews: boolean;
  originals: OriginalText[];
}

export interface IssuedPaper {
  title: string;
  href: string;
  facts: string;
  sha256: string;
  changed: string[];
}

/** What the year-end page prints, beside the flow's buttons. */
export interface YearEndPage {
  title: string;
  nav: 'reports';
  subtitle: string;
  back: { href: string; label: string };
  planId: string;
  kind: ReportKind;
  kindName: string;
  asOf: string;
  coverage: string;
  count: number;
  countNote: string;
  documentId: string | null;
  state: string;
  rev: number;
  mayEdit: boolean;
  maySign: boolean;
  mayFinalise: boolean;
  paragraphs: ParagraphForm[];
  issues: IssuedPaper[];
  links: { id: string; label: string; href: string; primary: boolean; download: boolean }[];
}

export interface YearEndFacts {
  data: ReportData;
  kind: ReportKind;
  parts: Prefilled[];
  document: { document: ReportDocument; paragraphs: DocumentParagraph[] } | null;
  issues: { issue: DocumentIssue; changed: ChangedQuote[] }[];
  count: number;
  flow: { words: string; revision: number; events: string[] } | null;
}

/** General documents keep to about 5,000 字 (整治形式主义为基层减负若干规定 2). */
const LONGEST = 5000;

/** The page of a year's paper from the record and what the office wrote; plain and sorted. */
export function yearEndPage(facts: YearEndFacts): YearEndPage {
  const { data, kind, document, flow, count } = facts;
  const name = PAPER_NAMES[kind];
  const offers = (event: string): boolean => flow?.events.includes(event) ?? false;
  return {
    ...{ title: `${data.cycle.year}年度${name}`, nav: 'reports', planId: data.plan.id, kind, kindName: name, count },
    subtitle: data.plan.title,
    back: { href: `/plans/${data.plan.id}`, label: data.plan.title },
    asOf: data.day,
    coverage: coverageStatement(data),
    countNote: count > LONGEST ? `超过一般公文 ${LONGEST} 字的上限，请压缩。` : `一般公文不超过 ${LONGEST} 字。`,
    documentId: document?.document.id ?? null,
    state: flow?.words ?? '尚未开始编写',
    rev: flow?.revision ?? 0,
    ...{ mayEdit: offers('revise'), maySign: offers('recordApproval'), mayFinalise: offers('uploadFinal') },
    paragraphs: facts.parts.map((part, position) => paragraphForm(facts, part, position)),
    issues: facts.issues.map(({ issue, changed }) => issuedPaper(data, issue, changed)),
    links: linksOf(data, kind, name),
  };
}

function paragraphForm({ data, document }: YearEndFacts, part: Prefilled, position: number): ParagraphForm {
  const stored = document?.paragraphs.find((paragraph) => paragraph.paragraphKey === part.key);
  const text = stored?.text ?? part.text;
  return {
    ...{
      position: stored?.position ?? position,
      anchor: `p-${position}`,
      heading: part.heading,
      level: part.level,
      text,
    },
    isChapter: part.node !== null && part.node.measures.length === 0,
    lines: text.split('\n').filter(Boolean),
    rows: Math.min(20, Math.max(3, Math.ceil(wordCount(text) / 30) + 1)),
    prefill: stored?.prefill ?? part.text,
    isEdited: stored?.text != null,
    editedBy: stored?.editedBy ? `${stored.editedBy}，${stored.editedOn}` : '',
    count: wordCount(text),
    hasNews: stored !== undefined && stored.prefill !== part.text,
    originals: originalsOf(data, part),
  };
}

/** What the units wrote: reports under a heading, problems and next steps under theirs. */
function originalsOf(data: ReportData, part: Prefilled): OriginalText[] {
  const own = part.node?.measures.flatMap((measure) => measure.lines) ?? [];
  if (part.node) return own.filter(hasOwnText).map((line) => original(data, line, line.unitName, line.text!));
  const field = part.key === 'problems' ? 'issues' : 'nextStep';
  if (part.key === 'opening') return [];
  return data.duties
    .filter((line) => line[field])
    .map((line) => original(data, line, `${line.unitName}，${line.title}`, line[field]!));
}

function original(data: ReportData, line: DutyLine, unit: string, text: string): OriginalText {
  const packet = data.packets.find((one) => one.id === line.packetId);
  const received = line.reportedOn ? `${line.reportedOn} 收到，${packet ? evidenceOf(packet) : ''}` : '';
  return { unit, text: text.trim(), received, href: line.packetId ? `/packets/${line.packetId}` : null };
}

function issuedPaper(data: ReportData, issue: DocumentIssue, changed: ChangedQuote[]): IssuedPaper {
  return {
    title: `第${issue.version}稿：${issue.fileName}`,
    href: `/documents/${issue.documentId}/issues/${encodeURIComponent(issue.id)}`,
    facts: `${printDay(issue.finalisedOn)}由${issue.finalisedBy}定稿，数据截至${printDay(issue.asOf)}，${issue.wordCount}字`,
    sha256: issue.file,
    changed: changed.map(({ quote, now }) => {
      const indicator = data.indicators.find((one) => one.id === quote.indicatorId);
      const unit = data.units.get(quote.unitId)?.name ?? '';
      const [before, after] = [quote.value, now].map((value) => formatFigure(value, indicator?.unit ?? null));
      return `${unit}“${indicator?.name ?? ''}”：定稿引用${before}，现为${after}`;
    }),
  };
}

function linksOf(data: ReportData, kind: ReportKind, name: string): YearEndPage['links'] {
  const base = `/reports/${data.plan.id}`;
  const asOf = `?asOf=${data.day}`;
  return [
    {
      id: 'make-clean',
      label: `生成${name}（报送稿）`,
      href: `${base}/${kind}.docx${asOf}`,
      primary: true,
      download: true,
    },
    {
      id: 'make-draft',
      label: '生成底稿（带来源编号）',
      href: `${base}/${kind}-draft.docx${asOf}`,
      primary: false,
      download: true,
    },
    {
      id: 'preview',
      label: '预览（数据可点开）',
      href: `${base}/${kind}/preview${asOf}`,
      primary: false,
      download: false,
    },
  ];
}
