/** The papers that a plan gives, as the command line and the addresses name them. */
export const PAPER_KINDS = [
  'year-end',
  'half-year',
  'progress',
  'task-table',
  'ledger',
  'supervision',
  'reminder',
  'receipt',
  'self-check',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_FORMATS = ['docx', 'html', 'xlsx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** Names as printed on buttons and in file names. */
export const PAPER_NAMES: Record<PaperKind, string> = {
  'year-end': '年终总结',
  'half-year': '半年报告',
  progress: '进展情况',
  'task-table': '任务分解表',
  ledger: '工作台账',
  supervision: '督办单',
  reminder: '催办函',
  receipt: '回执',
  'self-check': '自查表',
};

/** The forms in which a paper can be had; tables also as a workbook. */
export const FORMATS_OF: Record<PaperKind, readonly PaperFormat[]> = {
  'year-end': ['docx', 'html'],
  'half-year': ['docx', 'html'],
  progress: ['docx', 'html'],
  'task-table': ['xlsx', 'docx', 'html'],
  ledger: ['xlsx', 'docx', 'html'],
  supervision: ['docx', 'html'],
  reminder: ['docx', 'html'],
  receipt: ['docx', 'html'],
  'self-check': ['xlsx', 'docx', 'html'],
};

export const MIME_TYPES: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
};

/** Whether a text names a kind of paper. */
export function isPaperKind(text: string): text is PaperKind {
  return (PAPER_KINDS as readonly string[]).includes(text);
}

/** Whether a text names a format. */
export function isPaperFormat(text: string): text is PaperFormat {
  return (PAPER_FORMATS as readonly string[]).includes(text);
}
