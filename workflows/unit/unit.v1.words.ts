import { day, id, ids, list, text, type Words } from '../definition.js';
import type { UnitPayloads } from './unit.v1.events.js';

export const unitWords: Words<UnitPayloads> = {
  title: '单位',
  started: '登记了单位',
  states: { active: '现有单位', ended: '已撤并' },
  events: {
    rename: { label: '更名', past: '登记了单位更名', payload: { name: text('新名称'), from: day('更名日期') } },
    addAlias: { label: '添加简称', past: '添加了单位简称', payload: { alias: text('简称') } },
    removeAlias: { label: '删除简称', past: '删除了单位简称', payload: { alias: text('简称') } },
    setMembership: {
      label: '设定成员名单',
      past: '设定了成员单位名单中的任期',
      payload: { list: text('名单'), from: day('起'), to: day('止') },
    },
    setLiaison: {
      label: '设定联络员',
      past: '设定了联络员',
      payload: { user: id('用户'), post: text('职务'), from: day('起'), to: day('止') },
    },
    setOffices: { label: '设定科室', past: '设定了内设科室', payload: { offices: list('科室') } },
    end: {
      label: '撤并',
      past: '登记了单位撤并',
      payload: { on: day('撤并日期'), successors: ids('承接单位') },
    },
    reinstate: { label: '恢复', past: '恢复了单位', payload: { reason: text('理由') } },
  },
};
