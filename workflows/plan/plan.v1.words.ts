import { day, id, ids, list, number, optional, record, text, type Words } from '../definition.js';
import type { PlanPayloads } from './plan.v1.events.js';

export const planWords: Words<PlanPayloads> = {
  title: '计划',
  started: '导入了计划',
  states: {
    draft: '待核对',
    confirmed: '已核对待印发',
    issued: '已印发',
    appraisal: '考核',
    archived: '已归档',
    withdrawn: '已撤回',
    discarded: '已弃用',
  },
  events: {
    correct: { label: '更正', past: '更正了识读结果', payload: { patch: record('更正内容') } },
    confirm: { label: '确认无误', past: '确认了识读结果', payload: {} },
    discard: { label: '弃用', past: '弃用了这份草稿', payload: { reason: text('理由') } },
    reopenDraft: { label: '退回核对', past: '把计划退回核对', payload: {} },
    issue: {
      label: '印发并分办',
      past: '印发了计划并分办任务',
      payload: {
        issuedOn: day('印发日期'),
        enabledOn: day('启用日期'),
        recipient: optional(text('报送对象')),
        clockOffset: optional(number('偏移毫秒数')),
        counties: optional(ids('县（市、区）')),
        indicators: optional(list('指标')),
      },
    },
    adjust: {
      label: '调整',
      past: '调整了计划设置',
      payload: { what: text('调整事项'), patch: record('调整内容'), reason: optional(text('理由')) },
    },
    moveClock: { label: '推进日期', past: '推进了演示日期', payload: { offsetMs: number('偏移毫秒数') } },
    openCycle: {
      label: '开启年度',
      past: '开启了新的年度',
      payload: { year: number('年度'), cycleId: id('年度流程') },
    },
    amend: {
      label: '登记修订',
      past: '登记了计划的修订',
      payload: { note: text('修订说明'), documentNumber: optional(text('修订文号')) },
    },
    withdraw: { label: '撤回计划', past: '撤回了计划', payload: { reason: text('理由') } },
    appraise: { label: '转入考核', past: '把计划转入考核', payload: {} },
    archive: { label: '归档', past: '把计划归档', payload: {} },
    resume: { label: '恢复推进', past: '把计划恢复为推进中', payload: { reason: optional(text('理由')) } },
  },
};
