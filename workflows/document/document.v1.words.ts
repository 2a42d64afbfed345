import { choice, CHANNELS, day, file, id, ids, list, optional, text, type Words } from '../definition.js';
import type { DocumentPayloads } from './document.v1.events.js';

const due = day('反馈期限');
const fires = day('到期处理日');

export const documentWords: Words<DocumentPayloads> = {
  title: '文稿',
  started: '起草了文稿',
  states: {
    drafted: '起草中',
    commentsAsked: '征求意见中',
    revised: '已修改待审签',
    approved: '已审签',
    final: '已定稿',
    sent: '已报送待回执',
    changesAsked: '上级要求修改',
    receipted: '已收到回执',
    filed: '已归档',
    discarded: '已弃用',
  },
  events: {
    revise: { label: '修改', past: '修改了文稿', payload: { note: text('修改说明'), text: optional(text('文稿')) } },
    askComments: {
      label: '征求意见',
      past: '发出征求意见',
      payload: { units: ids('征求单位'), due, fires },
    },
    comment: {
      label: '反馈意见',
      past: '反馈了意见',
      payload: {
        unit: id('单位'),
        verdict: choice('意见', { none: '无意见', some: '有意见' }),
        text: optional(text('意见内容')),
        receivedOn: optional(day('收到日期')),
      },
    },
    extendComments: { label: '延长期限', past: '延长了征求意见期限', payload: { due, fires } },
    closeComments: { label: '结束征求意见', past: '结束了征求意见', payload: { note: optional(text('说明')) } },
    approve: {
      label: '审签',
      past: '审签了文稿',
      approves: ['revise'],
      payload: { opinion: text('意见') },
    },
    recordApproval: {
      label: '登记领导签批',
      past: '登记了领导在纸上的签批',
      approves: ['revise'],
      payload: { signer: text('签批人'), post: text('职务'), on: day('签批日期'), proof: file('凭证') },
    },
    returnDraft: { label: '退回修改', past: '把文稿退回修改', payload: { opinion: text('意见') } },
    uploadFinal: {
      label: '上传定稿',
      past: '上传了定稿',
      payload: { file: file('定稿文件'), changedFigures: list('改动的数据') },
    },
    send: {
      label: '编号报送',
      past: '编号报送了文稿',
      payload: {
        number: text('文号'),
        on: day('报送日期'),
        to: text('收文单位'),
        channel: choice('渠道', CHANNELS),
      },
    },
    receipt: { label: '登记回执', past: '登记了回执', payload: { on: day('回执日期'), from: text('收文单位') } },
    askChanges: {
      label: '要求修改',
      past: '要求修改文稿',
      payload: { text: text('修改要求'), from: text('提出单位') },
    },
    file: { label: '归档', past: '把文稿归档', payload: { place: text('归档位置') } },
    discard: { label: '弃用', past: '弃用了文稿', payload: { reason: text('理由') } },
    'deadline.comments': {
      label: '征求意见到期',
      past: '记录了征求意见到期，未反馈的视同无意见',
      payload: { day: fires },
    },
  },
};
