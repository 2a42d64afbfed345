import { choice, day, flag, id, list, optional, text, type Words } from '../definition.js';
import type { AssignmentPayloads } from './assignment.v1.events.js';

const fires = day('到期处理日');
const opinion = text('意见');
const reason = text('理由');

export const assignmentWords: Words<AssignmentPayloads> = {
  title: '分办件',
  started: '把任务分办到单位',
  states: {
    duty: '承办',
    'duty.work': '办理',
    'duty.work.assigned': '待签收',
    'duty.work.active': '办理中',
    'duty.work.contributed': '材料已采纳',
    'duty.extension': '延期',
    'duty.extension.none': '',
    'duty.extension.requested': '已申请延期',
    transferred: '已转办',
    removed: '已取消承办',
    closed: '已办结',
  },
  events: {
    acknowledge: {
      label: '签收',
      past: '签收了任务',
      payload: { kind: choice('签收方式', { signed: '签收', deemed: '视同签收', exempt: '免签' }) },
    },
    report: {
      label: '报送进展',
      past: '报送了进展',
      payload: { packetId: id('报送件'), progress: text('进展情况') },
    },
    splitWork: { label: '分到科室', past: '把任务分到科室', payload: { offices: list('科室') } },
    followLead: {
      label: '随牵头统一反馈',
      past: '设定了是否随牵头统一反馈',
      payload: { on: flag('随牵头统一反馈') },
    },
    changeRole: {
      label: '改变分工',
      past: '改变了单位的分工',
      payload: {
        role: choice('分工', { responsible: '责任单位', supporting: '配合单位' }),
        reason: optional(reason),
      },
    },
    setDue: {
      label: '设定时限',
      past: '设定了完成时限',
      payload: {
        on: day('完成时限'),
        fires,
        internal: optional(day('内部时间')),
        reason: optional(reason),
      },
    },
    requestExtension: { label: '申请延期', past: '申请延期', payload: { to: day('延期至'), reason } },
    withdrawExtension: {
      label: '撤回延期申请',
      past: '撤回了延期申请',
      payload: { reason: optional(reason) },
    },
    grantExtension: {
      label: '同意延期',
      past: '同意了延期',
      approves: ['requestExtension'],
      payload: { to: day('延期至'), fires, opinion },
    },
    refuseExtension: {
      label: '不同意延期',
      past: '没有同意延期',
      approves: ['requestExtension'],
      payload: { opinion },
    },
    acceptContribution: {
      label: '采纳材料',
      past: '采纳了单位的材料',
      payload: { opinion: optional(opinion) },
    },
    returnContribution: { label: '退回材料', past: '退回了单位的材料', payload: { opinion } },
    transfer: { label: '转办', past: '把任务转给其他单位', payload: { toUnit: id('接办单位'), reason } },
    remove: { label: '取消承办', past: '取消了单位的承办', payload: { reason } },
    close: { label: '办结', past: '随任务销号办结', payload: { reason: optional(reason) } },
    reopen: {
      label: '重新打开',
      past: '随任务重新打开',
      payload: { fires: optional(fires), reason: optional(reason) },
    },
    'deadline.due': { label: '时限到', past: '记录了完成时限已过', payload: { day: fires } },
  },
};
