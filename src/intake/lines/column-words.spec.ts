import { describe, expect, it } from '@jest/globals';
import { columnOf, workColumns } from './column-words.js';

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

describe('the head of a column', () => {
  it.each(['工作任务', '目标值', '年度目标值', '任务数', '指标名称'])('%s heads words of the task', (head) =>
    expect(columnOf(head)).toEqual({ kind: 'words', label: head }),
  );
});
