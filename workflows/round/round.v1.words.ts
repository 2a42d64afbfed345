import { choice, CHANNELS, day, ids, optional, record, text, type Words } from '../definition.js';
import type { RoundPayloads } from './round.v1.events.js';

const fires = day('到期处理日');

export const roundWords: Words<RoundPayloads> = {
  title: '调度',
  started: '发起了调度',
  states: { open: '报送中', closed: '已结束', cancelled: '已取消' },
  events: {
    extend: {
      label: '调整截止日',
      past: '调整了报送截止日',
      payload: { due: day('新截止日'), fires, reason: optional(text('理由')) },
    },
    chase: {
      label: '催报',
      past: '催报了未报单位',
      payload: { units: ids('单位'), channel: choice('方式', CHANNELS), text: text('内容') },
    },
    addUnits: { label: '增加单位', past: '增加了报送单位', payload: { units: ids('单位') } },
    removeUnits: { label: '减少单位', past: '减少了报送单位', payload: { units: ids('单位'), reason: text('理由') } },
    changeRequest: {
      label: '调整报送要求',
      past: '调整了报送要求',
      payload: { patch: record('调整内容'), reason: optional(text('理由')) },
    },
    close: { label: '结束调度', past: '结束了调度', payload: { note: optional(text('说明')) } },
    reopen: {
      label: '重新打开',
      past: '重新打开了调度',
      payload: { due: day('新截止日'), fires, reason: text('理由') },
    },
    cancel: { label: '取消调度', past: '取消了调度', payload: { reason: text('理由') } },
    'deadline.due': { label: '截止日到', past: '记录了报送截止日已过', payload: { day: fires } },
  },
};
