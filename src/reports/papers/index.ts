/** All papers: a view in, HTML or an office file out. */
export { contactsWorkbook } from './contacts.js';
export { CLEAN, DRAFT, DRAFT_PREVIEW, PREVIEW, type PaperForm } from './inline.js';
export { ledgerHtml, ledgerWorkbook, STATUS_WORDS } from './ledger.js';
export { paperCss, paperDocx, paperPage, type PaperProperties } from './paper-file.js';
export { receiptHtml } from './receipt.js';
export { reminderHtml } from './reminder.js';
export { reportHtml, reportWordCount } from './report.js';
export { selfCheckHtml, selfCheckWorkbook } from './self-check.js';
export { supervisionHtml } from './supervision.js';
export { taskTableHtml, taskTableWorkbook, unitTaskWorkbook } from './task-table.js';
