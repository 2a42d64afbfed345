import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { namesApart } from './names-apart.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const parts = (note: string) => {
  const text = `太原市2022年工作方案\n一、重点任务\n（一）办好夜校。增加课程。\n${note}\n（二）建好驿站。（责任单位：市民政局）\n`;
  const [first] = readPlan(text, registry).measures;
  const names = (units: readonly { name: string }[] = []) => units.map(({ name }) => name).join(' ');
  return [names(first?.responsible), names(first?.supporting), first?.open.join(' ') ?? ''];
};

describe('names behind a label that only a blank divides', () => {
  it.each([
    [
      '牵头单位：市财政局；配合单位：市商务局 太原海关 市税务局 龙城集团',
      ['市财政局', '市商务局 太原海关 市税务局 龙城集团', ''],
    ],
    ['牵头单位：市财政局\n配合单位：市公安局、市税务局 各城市区', ['市财政局', '市公安局 市税务局', '各城市区']],
    ['责任单位：市财政局 晋阳高新区管委会', ['市财政局 晋阳高新区管理委员会', '', '']],
  ])('%j', (note, expected) => expect(parts(note)).toEqual(expected));

  it('are not cut where a printed line ended inside a name', () => {
    const text = '责任单位：市财政局、市人力资源社会保障局';
    const gap = new Uint8Array(text.length + 1);
    gap[text.indexOf('保障')] = 3;
    const paragraph = { text, gap, at: Int32Array.from({ length: text.length + 1 }, (_, at) => at), boldEnd: null };
    expect(namesApart(paragraph).text).toBe(text);
  });
});
