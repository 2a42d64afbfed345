import { day, list, record, text, type Words } from '../definition.js';
import type { CyclePayloads } from './cycle.v1.events.js';

export const cycleWords: Words<CyclePayloads> = {
  title: '年度流程',
  started: '开启了年度流程',
  states: {
    mobilisation: '动员部署',
    implementation: '推进落实',
    evaluation: '总结评估',
    appraisal: '考核',
    closed: '已结束',
    cancelled: '已取消',
  },
  events: {
    setPhases: {
      label: '设定阶段',
      past: '设定了各阶段的起止日期',
      payload: { phases: list('各阶段起止'), fires: record('各阶段到期处理日') },
    },
    beginImplementation: { label: '转入推进落实', past: '把本年度转入推进落实', payload: {} },
    beginEvaluation: { label: '转入总结评估', past: '把本年度转入总结评估', payload: {} },
    appraise: { label: '转入考核', past: '把本年度转入考核', payload: {} },
    close: { label: '结束本年度', past: '结束了本年度', payload: {} },
    cancel: { label: '取消', past: '随计划撤回取消了年度流程', payload: { reason: text('理由') } },
    backToMobilisation: { label: '退回动员部署', past: '把本年度退回动员部署', payload: { reason: text('理由') } },
    backToImplementation: { label: '退回推进落实', past: '把本年度退回推进落实', payload: { reason: text('理由') } },
    backToEvaluation: { label: '退回总结评估', past: '把本年度退回总结评估', payload: { reason: text('理由') } },
    'deadline.mobilisationEnd': {
      label: '动员部署到期',
      past: '记录了动员部署阶段到期',
      payload: { day: day('到期处理日') },
    },
    'deadline.implementationEnd': {
      label: '推进落实到期',
      past: '记录了推进落实阶段到期',
      payload: { day: day('到期处理日') },
    },
    'deadline.evaluationEnd': {
      label: '总结评估到期',
      past: '记录了总结评估阶段到期，未完成的已列出',
      payload: { day: day('到期处理日') },
    },
  },
};
