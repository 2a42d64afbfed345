import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const asked = (...notes: string[]) => {
  const tasks = notes.map((note, at) => `${at + 1}.${'甲乙丙丁戊'[at]}项工作。抓好落实。（${note}）`).join('\n');
  return readPlan(`太原市2024年工作方案\n一、任务\n${tasks}`, loadUnitRegistry()).measures.flatMap(({ doubts }) =>
    doubts.filter(({ code }) => code === 'same_office').map(({ reason }) => reason.split('（')[0]),
  );
};

describe('one local branch under several names', () => {
  it('of the central bank is asked about, once a name', () => {
    expect(
      asked(
        '市人社局牵头，人行配合',
        '市人社局牵头，市人行配合',
        '市人社局牵头，人民银行太原市分行配合',
        '市人社局牵头，市人行配合',
      ),
    ).toEqual(['“市人行”与第1.1条的“人行”可能是同一单位', '“人民银行太原市分行”与第1.1条的“人行”可能是同一单位']);
  });

  it('of the tax line is asked about, in one note too', () => {
    expect(asked('市税务局牵头，国家税务总局太原市税务局配合')).toEqual([
      '“国家税务总局太原市税务局”与第1.1条的“市税务局”可能是同一单位',
    ]);
    expect(asked('市税务局牵头，市财政局配合', '市税务局负责')).toEqual([]);
  });
});
