import { renderTemplate } from '../../rendering/handlebars.js';
import type { ReminderView } from '../views.js';
import { footContext, headContext, imprintContext } from './official.js';
import { gridContext } from './table-html.js';
import { chineseNumber, inTitleMarks, longDay } from './words.js';

const COLUMNS = [
  { label: '序号', width: 6, centre: true },
  { label: '任务', width: 40 },
  { label: '尚缺内容', width: 34 },
  { label: '原定时限', width: 24, centre: true },
];

function paragraphs(view: ReminderView): string[] {
  const again = view.time > 1 ? `（第${chineseNumber(view.time)}次提醒）` : '';
  const plan = `${inTitleMarks(view.plan.title)}${view.plan.number ? `（${view.plan.number}）` : ''}`;
  const asked = `按照${plan}要求，${view.round}应于${longDay(view.dueOn)}前报送。`;
  const state = `截至${longDay(view.asOf)}，贵单位下列${view.items.length}项内容尚未收到${again}：`;
  return [asked + state];
}

function closing(view: ReminderView): string {
  const request = view.replyBy ? `请于${longDay(view.replyBy)}前补报` : '请尽快补报';
  return `${request}；已完成的，请说明情况并附佐证材料；确无内容的，可作零报告。专此函达。`;
}

/** A 催办函 in 信函格式: what is missing, since when, until when it is asked for now. No order tone. */
export function reminderHtml(view: ReminderView): string {
  const title = `关于催报${view.round}落实情况的函`;
  const source = { ...view, genre: '函' as const, mark: view.office, signer: null, title };
  const rows = view.items.map((item, index) => [`${index + 1}`, item.task, item.missing, item.due]);
  return renderTemplate('documents/reminder', {
    head: headContext(source, null),
    paragraphs: paragraphs(view),
    grid: gridContext({ title, meta: [], columns: COLUMNS, rows, note: null }),
    closing: closing(view),
    foot: footContext([], [view.office], view.date),
    imprint: view.copies ? imprintContext({ copies: view.copies, printer: null, date: view.date }) : null,
  });
}
