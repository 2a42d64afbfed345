import { printDay } from '../../domain/calendar/day.js';
import type { ReportData } from '../data/report-data.js';
import type { Annex, Genre, Paragraph, ReportKind, ReportView, Section } from '../views.js';
import { figureCandidates, headingCandidates, ownNumbers, remarkCandidates } from './candidates.js';
import { coverageStatement } from './coverage.js';
import { draftAnnexes, type UntracedNumbers } from './draft-annexes.js';
import { indicatorResults, type IndicatorResult } from './indicator-results.js';
import { measureResults } from './measure-results.js';
import { periodOf, prefilled, toldUntil, type Prefilled } from './prefill.js';
import { sentAnnexes } from './sent-annexes.js';
import { SourceBook } from './sources.js';
import { trace, type Candidate } from './tracing.js';

/** What the office decided about a report, beside the data. */
export interface ReportChoices {
  kind: ReportKind;
  genre: Genre;
  /** 底稿: sources, corrections and the units' own texts go with it. */
  draft: boolean;
  /** The office's own paragraphs, by key of the prefilled one. */
  edited: ReadonlyMap<string, string>;
  number: string | null;
  signer: string | null;
}

/** A report's view from the record as of a day: a pure function; the same data and choices give the same view. */
export function reportView(data: ReportData, choices: ReportChoices): ReportView {
  const { kind, genre, number, signer, draft } = choices;
  const book = new SourceBook();
  const results = indicatorResults(data);
  const writer = new ParagraphWriter(data, results, choices.edited, book);
  const written = prefilled(data, results, kind).map((part) => ({ part, paragraphs: writer.paragraphs(part) }));
  const own = (key: string): Paragraph[] => written.find(({ part }) => part.key === key)?.paragraphs ?? [];
  const measures = measureResults(data, results, book);
  const annexes: Annex[] = sentAnnexes(data);
  const ours: Annex[] = draft ? draftAnnexes(data, results, book, writer.untraced) : [];
  return {
    ...{ kind, genre, number, signer, measures, annexes, draftAnnexes: ours },
    plan: { title: data.plan.title, number: data.plan.number },
    mark: data.office.name,
    title: titleOf(data, kind),
    recipient: data.plan.recipient,
    asOf: toldUntil(data),
    opening: own('opening'),
    sections: written.filter(({ part }) => part.node !== null).map(sectionOf),
    problems: own('problems'),
    next: own('next'),
    coverage: coverageStatement(data),
    estimateNote: estimateNote(data),
    sources: book.rows(),
    signatories: [data.office.name],
    date: data.day,
    imprint: { copies: null, printer: data.office.name, date: data.day },
  };
}

/** Turns prefilled or edited texts into paragraphs whose figures know their sources. */
class ParagraphWriter {
  readonly untraced: UntracedNumbers[] = [];

  constructor(
    private readonly data: ReportData,
    private readonly results: IndicatorResult[],
    private readonly edited: ReadonlyMap<string, string>,
    private readonly book: SourceBook,
  ) {}

  paragraphs(part: Prefilled): Paragraph[] {
    const candidates = this.candidates(part);
    const lines = (this.edited.get(part.key) ?? part.text).split('\n').map((line) => line.trim());
    return lines.filter(Boolean).map((line) => {
      const { paragraph, untraced } = trace(line, candidates, this.book);
      if (untraced.length > 0) this.untraced.push({ heading: part.heading, numbers: untraced });
      return paragraph;
    });
  }

  private candidates(part: Prefilled): Candidate[] {
    if (part.node) return headingCandidates(this.data, part.node, this.results);
    if (part.key === 'problems') return [...remarkCandidates(this.data, 'issues'), ...ownNumbers(part.own)];
    if (part.key === 'next') return [...remarkCandidates(this.data, 'nextStep'), ...ownNumbers(part.own)];
    const goals = this.results.filter((result) => result.indicator.forPlan);
    return [...ownNumbers(part.own), ...goals.flatMap(figureCandidates)];
  }
}

function sectionOf({ part, paragraphs }: { part: Prefilled; paragraphs: Paragraph[] }): Section {
  return { heading: part.heading, level: part.level, paragraphs };
}

/** The year is not said twice when the plan's own title bears it. */
function titleOf(data: ReportData, kind: ReportKind): string {
  const plan = `《${data.plan.title.replace(/《/g, '〈').replace(/》/g, '〉')}》`;
  if (kind === 'progress') return `${data.office.name}关于${plan}进展情况的报告`;
  const period = kind === 'year-end' && plan.includes(`${data.cycle.year}年`) ? '' : periodOf(data, kind);
  return `${data.office.name}关于${period}${plan}落实情况的报告`;
}

function estimateNote(data: ReportData): string | null {
  const estimated = data.figures.some((figure) => figure.valueStatus === '预计');
  return estimated ? `标注“预计全年”的为截至${printDay(toldUntil(data))}的预计数，以年终审定数为准。` : null;
}
