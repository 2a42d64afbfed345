import { describe, expect, it } from '@jest/globals';
import { windowsWords } from '../../domain/plan/condition-words.js';
import { areLasting } from '../../domain/plan/lasting.js';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const conditions = (words: string) =>
  readPlan(`衢州市2024年就业服务工作方案\n一、重点任务\n1.排查用工。${words}`, registry).measures[0]?.conditions ?? [];
const lasting = (words: string) => conditions(words).map(({ raw, note }) => [raw, note].join('|'));
const NOTE = '持续开展，没有完成日期';

describe('work that goes on without a day of its end', () => {
  it.each([
    ['走访企业，长期坚持。（市人社局负责）', '长期坚持'],
    ['走访企业，并需长期坚持、久久为功。（市人社局负责）', '长期坚持'],
    ['常态化开展走访。（市人社局负责）', '常态化开展'],
    ['走访工作常态化、制度化推进。（市人社局负责）', '常态化、制度化推进'],
    ['此项工作持续推进。（市人社局负责）', '持续推进'],
    ['走访企业，贯穿全年。（市人社局负责）', '贯穿全年'],
    ['走访企业。完成时限：长期。（市人社局负责）', '长期'],
    ['走访企业。（市人社局负责；完成时限：长期坚持）', '长期坚持'],
    ['走访企业。（责任单位：市人社局；完成时限：常态化推进）', '常态化推进'],
    ['走访企业。（市人社局负责，持续推进）', '持续推进'],
    ['走访企业。（市人社局负责；完成时限：持续推进并长期坚持）', '持续推进并长期坚持'],
  ])('is a condition, in the text as in the note: %s', (words, raw) => {
    expect(lasting(words)).toEqual([`${raw}|${NOTE}`]);
    expect(areLasting(windowsWords(conditions(words)))).toBe(true);
  });

  it.each([
    '持续推进零工市场改革。（市人社局负责）',
    '办好长期护理保险，帮扶长期失业人员。（市人社局负责）',
    '建立长期坚持的会商办法。（市人社局负责）',
    '按照持续推进乡村振兴的要求办班。（市人社局负责）',
    '改变常态化推进不力的状况。（市人社局负责）',
    '扭转走访没有常态化开展的局面。（市人社局负责）',
    '去年以来长期坚持走访。（市人社局负责）',
  ])('is none where the words are said of something else: %s', (words) => expect(lasting(words)).toEqual([]));

  it('has them beside the day that the text prints', () => {
    const [day, goesOn] = conditions('12月底前完成整治，并常态化推进。（市人社局负责）');
    expect([day?.by, goesOn?.raw]).toEqual(['2024-12-31', '常态化推进']);
  });

  it('is no season and no rhythm', () => {
    expect(areLasting('长期坚持；每月25日前')).toBe(false);
    expect(areLasting('')).toBe(false);
  });
});
