import { describe, expect, it } from '@jest/globals';
import { workColumns } from './column-words.js';

describe('the columns of units of a table', () => {
  it.each([
    [['责任单位', '督办科室'], ['责任单位']],
    [
      ['牵头单位', '责任科室', '配合单位'],
      ['牵头单位', '配合单位'],
    ],
    [
      ['责任科室', '配合单位'],
      ['责任科室', '配合单位'],
    ],
    [
      ['责任处室', '配合处室'],
      ['责任处室', '配合处室'],
    ],
    [['牵头单位', '监督单位'], ['牵头单位']],
  ])('%j: %j do the work', (columns, working) => expect(workColumns(columns).labels).toEqual(working));
});
