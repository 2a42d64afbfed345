/**
 * What the papers show: plain data, sorted and complete, nothing live. Presenters make these from the records as of one
 * moment; src/reports/papers turns them into HTML, docx and xlsx without asking anything else. Texts are Chinese and
 * printed as they are; days are 'YYYY-MM-DD' in Asia/Shanghai and printed as 2023年12月20日.
 */
export type Day = string;

/** A figure inside a sentence, with the way back to where it comes from. */
export interface Figure {
  /** As printed: 12.6万人次. */
  text: string;
  /** Number in the list of sources, null when the figure is the office's own. */
  source: number | null;
  /** Page of the submission it comes from, a path on this server. */
  href: string | null;
  /** Printed in brackets behind it: 预计全年, 快报, 口头待书面确认… */
  mark?: string | null;
}

export type Inline = string | Figure;
export type Paragraph = Inline[];

/** Where a figure comes from; one row of the 来源表 of a 底稿. */
export interface SourceRow {
  no: number;
  /** The unit whose figure it is. */
  unit: string;
  /** Who entered it, with unit: a liaison, or the office on behalf (代填). */
  recorder: string;
  date: Day;
  /** 系统填报, 纸质, 电话, 公文系统… */
  channel: string;
  /** Names of the proof files, or 待补证. */
  evidence: string;
  href: string | null;
  /** For instance 引用数已更正：原报12，现报13。 */
  remark?: string | null;
}

export interface PlanMeta {
  title: string;
  /** 发文字号, null when it has none. */
  number: string | null;
}

/** 报告 goes up with 签发人; 函 has the letter's head; 盖章材料 has neither head nor number. */
export type Genre = '报告' | '函' | '盖章材料';

export type ReportKind = 'year-end' | 'half-year' | 'progress';

/** A heading of the plan's own order (without its number) and the office's paragraphs under it. */
export interface Section {
  heading: string;
  /** 1 一、 2 （一） 3 1. 4 （1） */
  level: 1 | 2 | 3 | 4;
  paragraphs: Paragraph[];
}

/** One measure in the table of results. */
export interface MeasureResult {
  no: string;
  /** 重点任务, merged down over its measures. */
  chapter: string;
  task: string;
  target: string;
  result: Paragraph;
  /** 牵头（责任）单位. */
  units: string[];
  /** 完成, 基本完成, 未完成, 结转… */
  state: string;
  remark: string;
}

/** A further annex: paragraphs, a table, or both. */
export interface Annex {
  title: string;
  paragraphs: Paragraph[];
  table: { columns: { label: string; width: number; centre?: boolean }[]; rows: Paragraph[][] } | null;
  landscape: boolean;
}

/** 版记. */
export interface Imprint {
  /** 抄送, without the word. */
  copies: string | null;
  /** 印发机关; a letter names none. */
  printer: string | null;
  date: Day;
}

/** Year-end and half-year report, and 进展情况. */
export interface ReportView {
  kind: ReportKind;
  genre: Genre;
  plan: PlanMeta;
  /** The sending office's name for the red head; null for paper that has its head printed already. */
  mark: string | null;
  /** 发文字号; null leaves room to write it in. */
  number: string | null;
  /** 签发人; null leaves room. Printed in a 报告 only. */
  signer: string | null;
  title: string;
  /** 主送, without the colon. */
  recipient: string | null;
  /** 截至日. */
  asOf: Day;
  opening: Paragraph[];
  sections: Section[];
  problems: Paragraph[];
  next: Paragraph[];
  /** Who had to report, who did: 应报12家，已报11家，未报1家（市商务局）。 */
  coverage: string | null;
  /** Said when any figure bears 预计全年. */
  estimateNote: string | null;
  measures: MeasureResult[];
  annexes: Annex[];
  /** Printed in the 底稿 only, behind the list of sources. */
  draftAnnexes?: Annex[];
  sources: SourceRow[];
  signatories: string[];
  date: Day;
  imprint: Imprint | null;
}

/** One measure in the 任务分解表. */
export interface TaskRow {
  no: string;
  chapter: string;
  task: string;
  action: string;
  goal: string;
  /** Stated or designated leads only: who merely stands first is a responsible unit. */
  lead: string[];
  responsible: string[];
  supporting: string[];
  /** As printed: 2023年12月底前, 长期坚持. */
  due: string;
  remark: string;
  /** What the office's own columns of the plan's table hold of it: sent to the units as well. */
  own?: string;
}

/** What one unit is sent. */
export interface UnitTasks {
  unit: string;
  rows: (TaskRow & { /** 牵头, 责任, 配合. */ role: string })[];
}

export interface TaskTableView {
  plan: PlanMeta;
  /** The office that breaks the plan down. */
  office: string;
  date: Day;
  rows: TaskRow[];
  units: UnitTasks[];
  /** Printed under the table, without 注：. */
  note: string | null;
}

/** 销号. */
export interface LedgerClosing {
  appliedOn: Day | null;
  evidence: string;
  opinion: string;
  reviewer: string;
  closedOn: Day | null;
  closed: boolean;
}

export interface LedgerRow extends TaskRow {
  leader: string;
  person: string;
  contact: string;
  progress: string;
  /** 完成率 as printed: 105%. */
  completion: string;
  problems: string;
  next: string;
  /** 未启动 推进中 已完成 长期坚持 逾期 暂缓 已销号 */
  status: string;
  /** 红黄绿蓝灰 with its word: 黄（临近时限）. */
  light: string;
  closing: LedgerClosing;
}

export interface LedgerView {
  plan: PlanMeta;
  office: string;
  asOf: Day;
  rows: LedgerRow[];
  note: string | null;
}

/** 督办单. */
export interface SupervisionView {
  office: string;
  number: string | null;
  /** 一般, 重点, 挂牌. */
  level: string;
  urgency: string | null;
  basis: string;
  plan: PlanMeta;
  matter: string;
  /** What is wrong and what is asked, a paragraph each. */
  requirements: string[];
  lead: string[];
  supporting: string[];
  assignedOn: Day;
  dueOn: Day;
  /** 汇报频次. */
  frequency: string;
  /** 领导批示; null leaves room. */
  instruction: string | null;
  /** 办理情况; null leaves room for the unit. */
  outcome: string | null;
  date: Day;
}

/** 催办函. */
export interface ReminderView {
  office: string;
  number: string | null;
  recipient: string;
  plan: PlanMeta;
  /** 2023年第三季度调度. */
  round: string;
  dueOn: Day;
  /** The day on which the state below was read. */
  asOf: Day;
  /** Which reminder it is, from 1. */
  time: number;
  items: { task: string; missing: string; due: string }[];
  /** The new day; null when only the printed one holds. */
  replyBy: Day | null;
  copies: string | null;
  date: Day;
}

/** 回执: filled in, or a form to fill in where fields are null. */
export interface ReceiptView {
  /** To whom it goes back. */
  office: string;
  document: { title: string; number: string | null; issuer: string; date: Day };
  unit: string | null;
  receivedOn: Day | null;
  receiver: string | null;
  opinion: string | null;
  returnBy: Day | null;
}

/** 通讯录 of a plan's units: personal data, made for the coordinator only. */
export interface ContactsView {
  plan: PlanMeta;
  office: string;
  date: Day;
  rows: { unit: string; department: string; person: string; post: string; phone: string; remark: string }[];
}

/** 自查表. */
export interface SelfCheckView {
  plan: PlanMeta;
  /** null leaves room. */
  unit: string | null;
  /** 2023年度. */
  period: string;
  rows: {
    no: string;
    chapter: string;
    item: string;
    standard: string;
    result: string;
    evidence: string;
    problem: string;
    conclusion: string;
  }[];
  note: string | null;
}
