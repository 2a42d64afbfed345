import { earlierOf, makeDay, printDay } from '../../domain/calendar/day.js';
import { isShare } from '../../domain/figures/unit.js';
import type { DutyLine } from '../../ledger/ledger.service.js';
import type { ReportData } from '../data/report-data.js';
import type { ReportKind } from '../views.js';
import { headingsOf, measuresOf, type HeadingNode, type MeasureGroup } from './headings.js';
import type { IndicatorResult } from './indicator-results.js';
import { namedFigure, namedThing } from './named-figure.js';
import { placesNoun } from './places.js';

/** One edited paragraph of a report: what the units' texts give, before the office writes its own. */
export interface Prefilled {
  /** opening, problems, next, or h: and the heading's path. */
  key: string;
  heading: string;
  level: 1 | 2 | 3 | 4;
  /** Lines are paragraphs; empty for a heading that only holds further headings. */
  text: string;
  /** The stretches that the office itself counted; their numbers need no submission behind them. */
  own: string;
  /** The heading in the plan, null for opening, problems and next. */
  node: HeadingNode | null;
}

/** The paragraphs of a report in its order, each put together from what was reported by the day. */
export function prefilled(data: ReportData, results: IndicatorResult[], kind: ReportKind): Prefilled[] {
  const counts = [basis(data, kind), balance(data)];
  const opening = [...counts, ...goals(results)].join('\n');
  return [
    { ...LONE, key: 'opening', heading: '总体情况', text: opening, own: counts.join('') },
    ...headingsOf(measuresOf(data.duties)).map((node) => headingPart(node, results, toldUntil(data))),
    { ...LONE, key: 'problems', heading: '存在问题', ...remarks(data, 'issues') },
    { ...LONE, key: 'next', heading: '下一步打算', ...remarks(data, 'nextStep') },
  ];
}

const LONE = { level: 1 as const, node: null };

function headingPart(node: HeadingNode, results: IndicatorResult[], day: string): Prefilled {
  const text = node.measures.map((measure) => measureText(measure, results, day)).join('\n');
  return { key: `h:${node.key}`, heading: node.heading, level: node.level, text, own: '', node };
}

/** The day up to which the year's work is told: after the year's end no work of that year is done any more. */
export function toldUntil(data: ReportData): string {
  return earlierOf(data.day, makeDay(data.cycle.year, 12, 31));
}

const PERIOD: Record<ReportKind, (data: ReportData) => string> = {
  'year-end': (data) => `${data.cycle.year}年度`,
  'half-year': (data) => `${data.cycle.year}年${Number(data.day.slice(5, 7)) <= 6 ? '上半年' : '以来'}`,
  progress: (data) => `截至${printDay(toldUntil(data))}`,
};

/** What span of time a report speaks of: 2023年度, 2023年上半年. */
export function periodOf(data: ReportData, kind: ReportKind): string {
  return PERIOD[kind](data);
}

function basis(data: ReportData, kind: ReportKind): string {
  const { title, number } = data.plan;
  const bureaus = unitCount(data, (id) => !data.plan.counties.includes(id));
  const places = unitCount(data, (id) => data.plan.counties.includes(id));
  const who = `${bureaus}个成员单位${places > 0 ? `和${places}个${placesNoun(data)}` : ''}`;
  return `按照《${title}》${number ? `（${number}）` : ''}部署，我办组织${who}推进落实。现将${periodOf(data, kind)}落实情况报告如下。`;
}

function goals(results: IndicatorResult[]): string[] {
  const said = results.filter(({ indicator, figure }) => indicator.forPlan && figure).map(figureSentence);
  return said.length > 0 ? [`总体目标方面，${said.join('；')}。`] : [];
}

function unitCount(data: ReportData, test: (id: string) => boolean): number {
  const ids = [...data.duties.map((line) => line.unitId), ...data.packets.map((packet) => packet.unitId)];
  return new Set(ids.filter(test)).size;
}

const RESULTS: [string, string][] = [
  ['achieved', '完成'],
  ['mostly', '基本完成'],
  ['notAchieved', '未完成'],
  ['carriedForward', '结转下年'],
];

const STANDINGS = ['正在推进', '暂缓', '已签收尚未启动', '尚未签收'] as const;

/** Where a measure stands that is not closed: what no unit signed for or reported on has not begun. */
function standing({ lines }: MeasureGroup): (typeof STANDINGS)[number] {
  if (lines.some(({ measureState }) => measureState.includes('suspended'))) return '暂缓';
  if (
    lines.some(({ text, status }) => (text !== null && text.trim() !== '') || (status !== null && status !== NOT_BEGUN))
  )
    return '正在推进';
  return lines.some(({ ackOn }) => ackOn !== null) ? '已签收尚未启动' : '尚未签收';
}
const NOT_BEGUN = '未启动';

/** How many measures stand where. */
function balance(data: ReportData): string {
  const measures = measuresOf(data.duties);
  const closed = RESULTS.map(([result, word]) => ({
    word,
    count: measures.filter(({ lines }) => lines[0]?.result === result).length,
  }));
  const running = measures.filter(({ lines }) => !lines[0]?.result).map(standing);
  const open = STANDINGS.map((word) => ({ word, count: running.filter((one) => one === word).length }));
  const counts = [...closed, ...open].filter((one) => one.count > 0).map(({ word, count }) => `${word}${count}项`);
  return `截至${printDay(toldUntil(data))}，部署的${measures.length}项任务中，${counts.join('、')}。`;
}

/** The consolidated text of the year, else the units' texts, lead first; then the figures. */
export function measureText(measure: MeasureGroup, results: IndicatorResult[], day: string): string {
  const summary = measure.lines[0]?.summary;
  const texts = summary ? [sentence(summary)] : measure.lines.filter(hasOwnText).map(unitSentence);
  const figures = results
    .filter(({ indicator, figure }) => indicator.measureKey === measure.key && figure)
    .map(figureSentence);
  const all = [...texts, ...(figures.length > 0 ? [`${figures.join('；')}。`] : [])];
  if (all.length === 0) return '本项尚无单位报送进展。';
  return summary ? all.join('') : `截至${printDay(day)}，${all.join('')}`;
}

/** A supporter whose text comes through the lead says nothing of his own. */
export function hasOwnText(line: DutyLine): boolean {
  return Boolean(line.text?.trim()) && line.status !== '随牵头统一反馈';
}

function unitSentence(line: DutyLine): string {
  const text = (line.text ?? '').trim().replace(/^截至[^，。；]{2,16}[，,]/, '');
  return sentence(text.includes(line.unitName) ? text : `${line.unitName}${text}`);
}

/** A text that ends as a sentence does. */
function sentence(text: string): string {
  const bare = text.trim().replace(/[，、；;,\s]+$/, '');
  return /[。！？!?]$/.test(bare) ? bare : `${bare}。`;
}

/** 新增就业1.26万人，完成目标的105%（10个县（市、区）中9个已报）; a zero that was aimed at is 动态清零. */
export function figureSentence(result: IndicatorResult): string {
  const { indicator, figure, coverage, value } = result;
  const cleared = value === '0' && indicator.raw?.includes('清零');
  const said = cleared ? `动态清零（${figure?.text ?? ''}）` : `${figure?.text ?? '待公布'}${againstTarget(result)}`;
  // Who did not report stands once, in the closing statement.
  const counted = coverage?.replace(/，缺.*$/, '');
  return `${cleared ? namedThing(indicator) : namedFigure(indicator)}${said}${counted ? `（${counted}）` : ''}`;
}

/** A count as a share of its target; a rate or a ceiling only as reached or not. */
function againstTarget({ indicator, completion }: IndicatorResult): string {
  if (!completion || !indicator.raw || completion.met === null) return '';
  if (completion.percent && !isShare(indicator.unit)) return `，完成目标（${indicator.raw}）的${completion.percent}%`;
  return `（目标${indicator.raw}，${completion.met ? '已达到' : '未达到'}）`;
}

/** What several units said of several tasks in the same words is said once, with the tasks. */
function remarks(data: ReportData, field: 'issues' | 'nextStep'): { text: string; own: string } {
  const titles = new Map<string, Set<string>>();
  for (const line of data.duties) {
    const text = line[field]?.trim().replace(/[。.；;，,\s]+$/, '');
    if (text && !/^(?:无|没有|暂无)$/.test(text)) titles.set(text, (titles.get(text) ?? new Set()).add(line.title));
  }
  const counts = [...titles.values()].filter((about) => about.size > 3).map((about) => countWords(about.size));
  return { text: [...titles].map(([text, about]) => remark(text, [...about])).join('\n'), own: counts.join('，') };
}

const countWords = (count: number): string => `等${count}项任务`;

function remark(text: string, titles: string[]): string {
  if (titles.length === 1) return `${titles[0]}方面，${text}。`;
  const shown = titles.slice(0, 3).join('、');
  return `${text}（涉及${shown}${titles.length > 3 ? countWords(titles.length) : ''}）。`;
}
