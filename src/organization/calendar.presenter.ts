import { addDays, type CalendarDay } from '../domain/calendar/day.js';
import { weekdayWord } from '../domain/calendar/arrangement.js';
import type { Refusal } from '../shared/errors.js';
import type { FieldView, TableView, TimelineView } from '../web/index.js';
import type { YearInForce } from './calendar.service.js';

/** What the calendar's page is made of. */
export interface CalendarGround {
  years: YearInForce[];
  /** The year shown in full. */
  shown: YearInForce;
  /** It was asked for, to be corrected; else the form is for the next year. */
  isChosen: boolean;
  /** The office or the administrator. */
  keeps: boolean;
  timeline: TimelineView | null;
}

/** A form as it was sent. */
export interface TypedYear {
  year: number;
  source: string;
  text: string;
  certain: string;
  reason: string;
}

/** 工作日历: the years there are, one in full, and the form; `typed` and `refusal` come back after a refusal. */
export function calendarView(ground: CalendarGround, typed: TypedYear | null, refusal: Refusal | null): object {
  const { years, shown, isChosen, keeps, timeline } = ground;
  const last = years[0]!.year;
  return {
    ...{ title: '工作日历', nav: 'units', back: { href: '/units', label: '单位' } },
    subtitle: `推算工作日的依据：国务院办公厅历年放假安排，现到${last}年`,
    errors: refusal ? [{ message: saidOf(refusal), field: fieldOf(refusal) }] : [],
    years: yearsTable(years),
    shown: { year: shown.year, facts: factsOf(shown), isEntered: keeps && shown.entered !== null },
    fields: keeps ? fieldsOf(typed ?? (isChosen ? asItStands(shown) : emptyFor(last + 1)), refusal) : [],
    next: last + 1,
    timeline,
  };
}

function yearsTable(years: YearInForce[]): TableView {
  return {
    caption: '已登记的年份',
    columns: [
      { label: '年份', narrow: true },
      { label: '依据' },
      { label: '放假', figure: true },
      { label: '调休上班', figure: true },
      { label: '登记' },
    ],
    rows: years.map(({ year, source, holidays, workdays, entered }) => ({
      cells: [
        { text: `${year}年`, href: `/calendar?year=${year}`, narrow: true },
        { text: source },
        { text: `${holidays.length} 天`, figure: true },
        { text: `${workdays.length} 天`, figure: true },
        { text: entered ? `${entered.by}，${entered.on}` : '随程序提供' },
      ],
    })),
    empty: '没有年份。',
  };
}

function factsOf({ source, holidays, workdays, entered }: YearInForce): { label: string; value: string }[] {
  return [
    { label: '依据', value: source },
    { label: '放假', value: stretches(holidays).map(stretchWords).join('；') },
    { label: '调休上班', value: workdays.map(withWeekday).join('；') || '无' },
    { label: '登记', value: entered ? `${entered.by}，${entered.on}` : '随程序提供' },
  ];
}

type Stretch = [first: CalendarDay, last: CalendarDay];

/** Days that follow on each other as one stretch each. */
export function stretches(days: readonly CalendarDay[]): Stretch[] {
  const found: Stretch[] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}

const withWeekday = (day: CalendarDay): string => `${day}（${weekdayWord(day)}）`;

const stretchWords = ([first, last]: Stretch): string =>
  first === last ? withWeekday(first) : `${withWeekday(first)}至${withWeekday(last)}`;

const emptyFor = (year: number): TypedYear => ({ year, source: '', text: '', certain: '', reason: '' });

const asItStands = ({ year, source, holidays, workdays }: YearInForce): TypedYear => ({
  ...emptyFor(year),
  ...{ source, text: textOf(holidays, workdays) },
});

/** The days in the words that the form reads. */
export function textOf(holidays: readonly CalendarDay[], workdays: readonly CalendarDay[]): string {
  const off = stretches(holidays).map(([first, last]) => `${first === last ? first : `${first}至${last}`} 放假`);
  return [...off, ...workdays.map((day) => `${day} 上班`)].join('\n');
}

function fieldsOf(typed: TypedYear, refusal: Refusal | null): FieldView[] {
  const wrong = fieldOf(refusal);
  const error = (name: string) => (refusal && wrong === name ? saidOf(refusal) : undefined);
  const unsure = refusal?.code === 'calendar_unbalanced' || typed.certain !== '';
  return [
    ...[
      {
        name: 'year',
        label: '年份',
        kind: 'text',
        value: String(typed.year),
        required: true,
        short: true,
        error: error('year'),
      } satisfies FieldView,
    ],
    ...[
      {
        name: 'source',
        label: '发文字号',
        kind: 'text',
        value: typed.source,
        hint: '下面粘贴的通知中有文号的，可不填。',
        error: error('source'),
      } satisfies FieldView,
    ],
    ...[
      {
        name: 'text',
        label: '放假安排',
        kind: 'textarea',
        rows: 10,
        value: typed.text,
        required: true,
        hint: '把通知原文粘贴在这里；也可逐行写“1月1日至3日放假”“1月9日上班”。',
        error: error('text'),
      } satisfies FieldView,
    ],
    ...(unsure
      ? [
          {
            name: 'certain',
            label: '已对照通知核对，确认无误',
            kind: 'checkbox',
            value: 'yes',
            checked: typed.certain === 'yes',
          } satisfies FieldView,
        ]
      : []),
    ...[
      {
        name: 'reason',
        label: '更正理由',
        kind: 'text',
        value: typed.reason,
        hint: '首次登记不必填写，更正已登记的年份必须填写。',
        error: error('reason'),
      } satisfies FieldView,
    ],
  ];
}

const FIELDS: Record<string, string> = { 年份: 'year', 发文字号: 'source', 更正理由: 'reason' };

const fieldOf = (refusal: Refusal | null): string => FIELDS[refusal?.detail.place ?? ''] ?? 'text';

const saidOf = ({ message, detail: { cure } }: Refusal): string =>
  cure && !message.includes(cure) ? message + cure : message;
