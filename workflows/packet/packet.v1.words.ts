import { choice, CHANNELS, day, file, id, ids, list, optional, text, type Words } from '../definition.js';
import type { PacketPayloads } from './packet.v1.events.js';

const contents = { rows: list('各项任务'), figures: list('指标数据'), texts: list('文字材料'), files: list('附件') };
const receipt = {
  channel: choice('报送渠道', CHANNELS),
  receivedOn: day('收到日期'),
  signer: text('签发人'),
  post: text('职务'),
  proof: file('凭证'),
};
const fires = day('到期处理日');
const submitted = ['submit', 'record', 'reportNil'] as const;

export const packetWords: Words<PacketPayloads> = {
  title: '报送件',
  started: '布置了报送',
  states: {
    awaited: '待报送',
    drafted: '填报中',
    approved: '单位已审签',
    submitted: '已报送待接收',
    incomplete: '待补充',
    accepted: '已接收',
    exempt: '免报',
    cancelled: '已取消',
  },
  events: {
    saveDraft: { label: '暂存', past: '暂存了草稿', payload: {} },
    approveInside: {
      label: '单位审签',
      past: '登记了单位审签',
      payload: {
        form: choice('审签方式', { none: '不需审签', paper: '纸质', online: '线上' }),
        signer: text('签发人'),
        post: text('职务'),
        on: day('审签日期'),
      },
    },
    submit: { label: '报送', past: '报送了材料', payload: contents },
    record: { label: '代填', past: '代为录入了报送材料', payload: { ...contents, ...receipt } },
    reportNil: {
      label: '零报告',
      past: '作了零报告',
      payload: {
        text: text('说明'),
        channel: optional(receipt.channel),
        receivedOn: optional(receipt.receivedOn),
        signer: optional(receipt.signer),
        post: optional(receipt.post),
        proof: optional(receipt.proof),
      },
    },
    exempt: { label: '免报', past: '登记为免报', payload: { reason: text('理由') } },
    unexempt: {
      label: '取消免报',
      past: '取消了免报',
      payload: { due: day('截止日'), fires, reason: optional(text('理由')) },
    },
    askMore: {
      label: '请补充',
      past: '要求补充材料',
      payload: {
        rows: ids('需补充的任务'),
        reason: text('补充要求'),
        wantedBy: optional(day('补报期限')),
        fires: optional(fires),
      },
    },
    accept: { label: '接收', past: '接收了材料', approves: submitted, payload: { opinion: text('意见') } },
    acceptOwnEntry: {
      label: '接收（代填代审）',
      past: '接收了本人代填的材料（代填代审）',
      approves: submitted,
      payload: { opinion: text('意见') },
    },
    withdraw: { label: '撤回', past: '撤回了材料', payload: { reason: text('理由') } },
    correctFigure: {
      label: '更正数据',
      past: '更正了数据',
      payload: {
        indicator: id('指标'),
        period: text('所属期'),
        old: text('原数'),
        new: text('更正数'),
        reason: text('理由'),
        agreedBy: text('同意人'),
      },
    },
    addProof: { label: '补充凭证', past: '补充了凭证', payload: { proof: file('凭证') } },
    setDue: {
      label: '调整截止日',
      past: '调整了截止日',
      payload: { due: day('新截止日'), fires, reason: optional(text('理由')) },
    },
    cancel: { label: '取消报送', past: '取消了报送', payload: { reason: optional(text('理由')) } },
    'deadline.due': { label: '截止日到', past: '记录了截止日已过', payload: { day: fires } },
    'deadline.supplement': { label: '补报期限到', past: '记录了补报期限已过', payload: { day: fires } },
  },
};
