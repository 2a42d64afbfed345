import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) => readPlan(lines.join('\n'), registry);
const codes = (reading: ReturnType<typeof read>) => reading.doubts.map(({ code }) => code);

describe('a report of a meeting', () => {
  const NEWS = [
    '太原市召开农民工工作座谈会',
    '4月12日，市人社局召开座谈会。市教育局、市财政局、市总工会有关负责同志参加。',
    '会议要求，一要抓好培训，二要抓好就业。',
  ];

  it('gives nobody a task: who came to the meeting is not who does the work', () => {
    expect(read(...NEWS)).toMatchObject({ measures: [] });
    const minutes = read(
      '一、办好零工驿站。会议议定，6月底前建成零工驿站30个。（市总工会牵头，市财政局配合）',
      '出席：市人社局、市总工会负责同志。',
    );
    expect(minutes.measures.map(({ lead }) => lead?.name)).toEqual(['市总工会']);
  });

  it('is told to be one and no plan, with the cure', () => {
    const told = read(...NEWS, '由市总工会负责。').doubts.find(({ code }) => code === 'meeting_report');
    expect(told?.reason).toMatch(/像是会议报道或纪要，不是方案本身，请确认选对了文件/);
  });

  it('is not a plan that cites a meeting', () => {
    const plan = read(
      '太原市2026年农民工工作要点',
      '按照市委农村工作会议要求，会议强调的各项任务分工如下。',
      '一、办好夜校。（市人社局负责，市教育局负责同志参加联席会议）',
    );
    expect(codes(plan)).not.toContain('meeting_report');
    expect(plan.measures).toHaveLength(1);
  });
});
