import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FlowService } from '../flow/flow.service.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Database } from '../persistence/database.js';
import { Refusal } from '../shared/errors.js';
import { Unit } from './organization.entities.js';
import { isWithdrawn } from './register.js';
import { unitTasks, type UnitTasks } from './unit-tasks.js';

const KINDS: Record<string, string> = {
  office: '牵头办公室',
  bureau: '成员单位',
  county: '下级办公室',
  superior: '上级机关',
};

/** The register of units. */
@Controller('units')
export class OrganizationController {
  constructor(
    private readonly database: Database,
    private readonly flow: FlowService,
  ) {}

  @Get()
  async list(@Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const units = await this.database.reader.manager.find(Unit, { order: { place: 'ASC', kind: 'ASC', id: 'ASC' } });
    const rows = units.map((unit) => ({
      id: unit.id,
      name: unit.fullName,
      short: unit.shortName,
      place: unit.place,
      ...stateOf(unit),
    }));
    const keepsMembers = me.actor.roles.includes('coordinator');
    response.render('pages/units/list', { title: '单位', nav: 'units', units: rows, keepsMembers });
  }

  @Get(':id')
  async page(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const unit = await this.database.reader.manager.findOneBy(Unit, { id });
    if (!unit) throw new Refusal('not_found', '没有找到该单位。', { cure: '请从单位列表进入。' });
    const flow = await this.flow.view(id, me.actor, `/units/${id}`);
    const timeline = await this.flow.timeline([id]);
    const tasks = (await unitTasks(this.database.reader, id, me.actor)).map((one) => tasksLine(one, id));
    response.render('pages/units/unit', { ...unitView(unit), tasks, actions: flow.actions, timeline });
  }
}

function stateOf(unit: Unit): { kind: string; state: string } {
  return { kind: KINDS[unit.kind] ?? unit.kind, state: stateWords(unit) };
}

const stateWords = (unit: Unit): string =>
  unit.state === 'active' ? '在册' : isWithdrawn(unit) ? '登记已撤销' : '已撤并';

function tasksLine({ planId, title, year, count }: UnitTasks, unitId: string): object {
  const href = `/plans/${planId}/ledger?unit=${encodeURIComponent(unitId)}`;
  return { plan: `${title}（${year} 年度）`, planHref: `/plans/${planId}`, count: `${count} 项`, href };
}

function unitView(unit: Unit): object {
  const facts = [
    { label: '全称', value: unit.fullName },
    { label: '简称', value: [unit.shortName, ...unit.aliases.filter((one) => one !== unit.name)].join('、') },
    { label: '地方', value: unit.place },
    { label: '类别', value: KINDS[unit.kind] ?? unit.kind },
    { label: '状态', value: stateOf(unit).state },
    { label: '督办方式', value: unit.consultOnly ? '只用函商' : '可用督办' },
  ];
  return { title: unit.fullName, nav: 'units', back: { href: '/units', label: '单位' }, facts };
}
