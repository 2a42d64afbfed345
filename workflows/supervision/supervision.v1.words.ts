import { choice, CHANNELS, day, file, list, optional, text, type Words } from '../definition.js';
import type { SupervisionPayloads } from './supervision.v1.events.js';

const LEVELS = { normal: '一般督办', key: '重点督办', listed: '挂牌督办', circular: '通报', interview: '约谈' };
const level = choice('督办级别', LEVELS);
const due = day('反馈期限');
const fires = day('到期处理日');
const opinion = text('意见');
const reason = text('理由');

export const supervisionWords: Words<SupervisionPayloads> = {
  title: '督办',
  started: '提出了督办',
  states: {
    proposed: '拟督办',
    phoned: '已电话提醒',
    drafted: '督办文稿待审签',
    approved: '已审签待发',
    sent: '已发出待签收',
    acknowledged: '已签收待反馈',
    replied: '已反馈待审核',
    accepted: '反馈已认可',
    again: '须再次反馈',
    lifted: '已解除',
    cancelled: '已撤销',
  },
  events: {
    phone: {
      label: '登记电话提醒',
      past: '登记了电话提醒',
      payload: { on: day('通话日期'), post: text('对方职务'), said: text('通话要点') },
    },
    settleByPhone: {
      label: '电话提醒后解除',
      past: '登记电话提醒后已解决，解除了督办',
      payload: { outcome: text('办理结果') },
    },
    draftOrder: {
      label: '起草督办单',
      past: '起草了督办单',
      payload: { text: text('督办内容'), due, level },
    },
    draftLetter: { label: '起草商请函', past: '起草了商请函', payload: { text: text('商请内容'), due } },
    revise: { label: '修改文稿', past: '修改了督办文稿', payload: { text: text('内容'), due } },
    approve: {
      label: '审签',
      past: '审签了督办文稿',
      approves: ['draftOrder', 'draftLetter', 'revise', 'escalate'],
      payload: { opinion },
    },
    recordApproval: {
      label: '登记领导签批',
      past: '登记了领导在纸上的签批',
      approves: ['draftOrder', 'draftLetter', 'revise', 'escalate'],
      payload: { signer: text('签批人'), post: text('职务'), on: day('签批日期'), proof: file('凭证') },
    },
    returnDraft: { label: '退回修改', past: '把督办文稿退回修改', payload: { opinion } },
    send: {
      label: '编号发出',
      past: '编号发出了督办',
      payload: {
        number: text('编号'),
        on: day('发出日期'),
        channel: choice('渠道', CHANNELS),
        due,
        fires,
      },
    },
    acknowledge: { label: '签收', past: '签收了督办', payload: { on: day('签收日期'), post: optional(text('职务')) } },
    chase: {
      label: '催办',
      past: '催办了一次',
      payload: { channel: choice('方式', CHANNELS), text: text('内容') },
    },
    extend: { label: '延长期限', past: '延长了反馈期限', payload: { due, fires, reason } },
    reply: {
      label: '反馈',
      past: '反馈了办理情况',
      payload: { text: text('办理情况'), files: list('附件'), receivedOn: optional(day('收到日期')) },
    },
    withdrawReply: { label: '撤回反馈', past: '撤回了反馈', payload: { reason } },
    acceptReply: { label: '认可反馈', past: '认可了反馈', approves: ['reply'], payload: { opinion } },
    acceptOwnEntry: {
      label: '认可反馈（代填代审）',
      past: '认可了本人代填的反馈（代填代审）',
      approves: ['reply'],
      payload: { opinion },
    },
    askAgain: { label: '要求再次反馈', past: '要求再次反馈', payload: { reason, due, fires } },
    proposeEscalation: { label: '建议升级', past: '建议升级督办', payload: { level, reason } },
    declineEscalation: { label: '不升级', past: '决定不升级督办', payload: { reason } },
    escalate: { label: '升级督办', past: '决定升级督办并起草文稿', payload: { level, text: text('督办内容'), due } },
    lift: { label: '解除督办', past: '解除了督办', payload: { opinion } },
    cancel: { label: '撤销督办', past: '撤销了督办', payload: { reason } },
    'deadline.reply': { label: '反馈期限到', past: '记录了反馈期限已过', payload: { day: fires } },
  },
};
