/** What a unit hands in, as the form or a program gives it; empty texts mean “not filled in”. */
export interface RowInput {
  text?: string;
  /** 未启动 | 推进中 | 已完成 | 长期坚持 | 暂缓 | 随牵头统一反馈 | 无进展 */
  status?: string;
  /** 0–100, “85” or “85%”. */
  progress?: string | number | null;
  issues?: string;
  nextStep?: string;
}

export interface FigureInput {
  /** As the unit writes it: 12600, 1.26万人次, 无, 待公布. */
  printed?: string;
  numerator?: string;
  denominator?: string;
  valueStatus?: string;
  remark?: string;
}

export interface ContentsInput {
  /** By assignment id. */
  rows: Record<string, RowInput>;
  /** By indicator id. */
  figures: Record<string, FigureInput>;
  summary?: string;
  typicalCase?: string;
}

/** One fault of a form: the field's name (rows[<assignment>][progress]) and what is wrong with it. */
export interface FieldFault {
  field: string;
  message: string;
}

/** A checked row, as the record keeps it. */
export interface RowEntry {
  assignmentId: string;
  measureId: string;
  text: string | null;
  status: string;
  progress: number | null;
  issues: string | null;
  nextStep: string | null;
}

/** A checked figure in its base unit, as the record keeps it. */
export interface FigureEntryRecord {
  indicatorId: string;
  printed: string;
  /** Decimal string in base unit; null while 待公布. */
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  valueStatus: string;
  remark: string | null;
}

/** How a unit's paper, call or message reached the office. */
export interface ReceiptInput {
  channel: string;
  receivedOn: string;
  signer: string;
  post: string;
  /** SHA-256 of the proof; null is 待补证. */
  proof: string | null;
}

/** States in which the unit still owes its report. */
export const OWED = ['awaited', 'drafted', 'approved', 'incomplete'];
/** States in which a report stands. */
export const REPORTED = ['submitted', 'accepted', 'incomplete'];

export const ROW_STATUSES = ['未启动', '推进中', '已完成', '长期坚持', '暂缓', '无进展', '随牵头统一反馈'] as const;
export const FOLLOWS_LEAD = '随牵头统一反馈';
export const NO_PROGRESS = '无进展';
export const ROUND_KINDS = ['月', '季', '半年', '年终', '专项', '当日'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];
export const YEAR_END: RoundKind = '年终';
/** What a round asks for, in the matrix's order. */
export const PARTS = { text: '文字材料', table: '附表数据', case: '典型案例', sealed: '盖章件' } as const;
export type Part = keyof typeof PARTS;
