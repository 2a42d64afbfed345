import { describe, expect, it } from '@jest/globals';
import { isDividedOff } from './divided-off.js';

const CLASSES = '面向返乡人员开办电工技能班。';
const FAIRS = '春节后组织返乡人员专场招聘会，按季公布岗位。';
const OTHER_FAIRS = '组织返乡人员到招聘会咨询政策。';

describe('a new clause beside a running one', () => {
  it('was divided off it where its words have left the clause that carries the measure on', () => {
    expect(isDividedOff({ whole: CLASSES + FAIRS, part: [FAIRS], rest: [CLASSES] })).toBe(true);
  });

  it('was not where that clause still has the words, or where they are only alike', () => {
    expect(isDividedOff({ whole: CLASSES + FAIRS, part: [FAIRS], rest: [CLASSES + FAIRS] })).toBe(false);
    expect(isDividedOff({ whole: CLASSES + FAIRS, part: [OTHER_FAIRS], rest: [CLASSES] })).toBe(false);
  });

  it('was not where only the office struck the words out, or put them in', () => {
    expect(isDividedOff({ whole: CLASSES + FAIRS, part: [FAIRS], rest: [CLASSES, CLASSES + FAIRS] })).toBe(false);
    expect(isDividedOff({ whole: CLASSES + FAIRS, part: [FAIRS, OTHER_FAIRS], rest: [CLASSES] })).toBe(false);
  });
});
