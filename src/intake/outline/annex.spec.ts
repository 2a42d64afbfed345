import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { annexHeading } from './annex.js';

const registry = loadUnitRegistry();
const PLAN = '衢州市2024年稳就业工作方案';
const read = (...lines: string[]) => readPlan([PLAN, ...lines].join('\n'), registry);
const told = (...lines: string[]) =>
  read(...lines).measures.map(({ no, heading, text, responsible, supporting, doubtful }) => [
    no,
    heading.join('>'),
    text,
    [...responsible, ...supporting].map(({ surface }) => surface).join(' '),
    doubtful,
  ]);

describe('the heading of an annex', () => {
  it.each([
    ['附件', '附件', ''],
    ['附件1：重点任务分工表', '附件1', '重点任务分工表'],
    ['附表二重点任务分工表', '附表二', '重点任务分工表'],
    ['附：重点任务清单', '附件', '重点任务清单'],
    ['（附件2）', '附件2', ''],
    ['附件：1.任务分解表', '附件', ''],
  ])('“%s”', (text, label, title) => expect(annexHeading(text)).toEqual({ label, title }));

  it.each(['附件1所列任务由各单位落实。', '附近小区', '附加条款', '附属医院', '附件3个已经印发'])(
    '“%s” is none',
    (text) => expect(annexHeading(text)).toBeNull(),
  );
});

describe('an annex', () => {
  const CLAUSES = ['一、扩大就业', '（一）办好招聘会。举办招聘会80场。（市人社局牵头，市总工会配合）'];
  const TABLE = ['序号', '重点任务', '责任单位', '1', '新建零工市场5个', '市人社局', '2', '发放补贴', '市财政局'];

  it('ends the clause before it, and has numbers of its own', () => {
    const market = '（二）建设零工市场。新建零工市场5个';
    expect(told(...CLAUSES, market, '附件1：重点任务分工表', ...TABLE, '附件2：联系表')).toEqual([
      ['1.1', '扩大就业>办好招聘会', '举办招聘会80场。', '市人社局 市总工会', false],
      ['附件1.1', '重点任务分工表>新建零工市场5个', '新建零工市场5个。', '市人社局', false],
      ['附件1.2', '重点任务分工表>发放补贴', '发放补贴。', '市财政局', false],
    ]);
    expect(read(...CLAUSES, market, '附件1：任务表').unassignedClauses?.map(({ text }) => text)).toEqual([
      '新建零工市场5个',
    ]);
  });

  it('is no part of a name that ends the clause before it, nor of its list', () => {
    const market = '（二）建设零工市场。新建零工市场5个，责任单位：市人社局、市财政局';
    const rows = told(...CLAUSES, market, '附表：', '重点任务分工表', ...TABLE);
    expect(rows.map(([no, heading, , units]) => [no, heading, units])).toEqual([
      ['1.1', '扩大就业>办好招聘会', '市人社局 市总工会'],
      ['1.2', '扩大就业>建设零工市场', '市人社局 市财政局'],
      ['附表.1', '重点任务分工表>新建零工市场5个', '市人社局'],
      ['附表.2', '重点任务分工表>发放补贴', '市财政局'],
    ]);
  });

  it('is seen where the line breaks are lost', () => {
    const market = '（二）建设零工市场。责任单位：市人社局、市财政局附件：任务清单1.发放补贴。责任单位：市财政局';
    expect(told(CLAUSES.join('') + market).map(([no, , , units, doubt]) => [no, units, doubt])).toEqual([
      ['1.1', '市人社局 市总工会', false],
      ['1.2', '市人社局 市财政局', false],
      ['附件.1', '市财政局', false],
    ]);
  });

  it('whose chapters count from one again doubles no number', () => {
    const rows = told(...CLAUSES, '附件', '任务分解表', '一、扩大就业', '（一）办好招聘会。责任单位：市人社局');
    expect(rows.map(([no]) => no)).toEqual(['1.1', '附件.1.1']);
    const again = told(...CLAUSES, '第二部分重点任务', '一、扩大就业', '（一）发放补贴。责任单位：市财政局');
    expect(new Set(again.map(([no]) => no)).size).toBe(2);
  });

  it('may be a table under a title of its own; the title of an annex is none of its tables', () => {
    const rows = ['1. 发放补贴。（责任单位：市财政局）', '2. 开专车。（责任单位：市交通局）'];
    const tables = told(...CLAUSES, '县区任务分解表', ...rows, '包联企业责任清单', ...rows);
    expect(tables.map(([no, heading]) => [no, heading])).toEqual([
      ['1.1', '扩大就业>办好招聘会'],
      ['附表.1', '县区任务分解表>发放补贴'],
      ['附表.2', '县区任务分解表>开专车'],
      ['附表.1（2）', '包联企业责任清单>发放补贴'],
      ['附表.2（2）', '包联企业责任清单>开专车'],
    ]);
    const annexed = told(...CLAUSES, '附件2', '县区任务分解表', ...rows);
    expect(annexed.map(([no]) => no)).toEqual(['1.1', '附件2.1', '附件2.2']);
  });

  it('that is the plan itself gives its numbers nothing in front', () => {
    const notice = '关于印发稳就业工作方案的通知\n一、请认真落实。\n二、请按时报送。\n附件\n稳就业的打算\n';
    const { measures } = readPlan(`${notice}${CLAUSES.join('\n')}`, registry);
    expect(measures.map(({ no }) => no)).toEqual(['1.1']);
  });
});
