import { id, list, text, type Words } from '../definition.js';
import type { AccountPayloads } from './account.v1.events.js';

export const accountWords: Words<AccountPayloads> = {
  title: '用户',
  started: '建立了用户',
  states: { active: '启用', disabled: '停用' },
  events: {
    changeRoles: {
      label: '修改权限',
      past: '修改了用户的单位和权限',
      payload: { roles: list('角色'), name: text('姓名或称谓'), unitId: id('单位') },
    },
    passwordChanged: { label: '修改密码', past: '修改了密码', payload: {} },
    disable: { label: '停用', past: '停用了用户', payload: { reason: text('理由') } },
    enable: { label: '启用', past: '启用了用户', payload: {} },
  },
};
