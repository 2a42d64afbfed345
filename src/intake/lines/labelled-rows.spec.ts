import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) =>
  readPlan(['衢州市惠企政策事项清单', ...lines].join('\n'), registry).measures.map(
    ({ no, title, text, lead, supporting }) =>
      [no, title, text, lead?.name, ...supporting.map(({ name }) => name)].join('|'),
  );

describe('rows without a head that could be read', () => {
  const rows = [
    '财政支持（共2项） 1 贷款贴息 给予贴息，期限1年。 《关于支持中小企业的通知》 责任单位：市财政局',
    '2 稳岗返还 按标准返还。 《关于稳岗的通知》 牵头单位：市人社局 配合单位：市税务局',
    '3 租金减免 减免3个月。 责任单位：市国资委',
  ];

  it('begin with their numbers and end with labelled units', () => {
    expect(told('政策类别 序号 政策事项 政策内容 政策依据 实施部门', ...rows)).toEqual([
      '1|贷款贴息|给予贴息，期限1年。《关于支持中小企业的通知》。|市财政局',
      '2|稳岗返还|按标准返还。《关于稳岗的通知》。|市人力资源和社会保障局|市税务局',
      '3|租金减免|减免3个月。|市人民政府国有资产监督管理委员会',
    ]);
  });

  it('are none where a clause only speaks of figures', () => {
    expect(
      told('一、贷款贴息。安排 1 亿元，责任单位：市财政局', '二、稳岗返还。责任单位：市人社局').map((row) => row[0]),
    ).toEqual(['1', '2']);
  });
});
