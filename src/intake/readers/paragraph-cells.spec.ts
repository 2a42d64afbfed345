import { describe, expect, it } from '@jest/globals';
import { withTables } from './tabbed-rows.js';

const lines = (rows: string[]) => withTables(rows.join('\n')).text.split('\n');

describe('a table on the clipboard whose cells hold several lines', () => {
  const head = '序号\t重点工作\t责任单位\t完成时限';

  it('keeps who leads, who helps and the day of a row together, under the groups that stand between the rows', () => {
    expect(
      lines([
        head,
        '一、稳住就业',
        '1\t新增就业三千人。\t牵头单位：县人社局',
        '配合单位：县财政局、县教育局\t年底前',
        '2\t办好三场招聘会\t牵头单位：县人社局',
        '配合单位：县工信局，',
        '县总工会\t10月31日前',
        '二、改善民生',
        '3\t改造管网。\t县住建局\t全年',
      ]),
    ).toEqual([
      '一、稳住就业',
      '1. 新增就业三千人。（牵头单位：县人社局；配合单位：县财政局、县教育局，完成时限：年底前）',
      '2. 办好三场招聘会。（牵头单位：县人社局；配合单位：县工信局，县总工会，完成时限：10月31日前）',
      '二、改善民生',
      '3. 改造管网。（责任单位：县住建局，完成时限：全年）',
    ]);
  });

  it('does so where the rows have no number', () => {
    expect(
      lines([
        '重点工作\t责任单位\t完成时限',
        '新增就业三千人。\t牵头单位：县人社局',
        '配合单位：县财政局，',
        '县教育局\t年底前',
        '改造管网。\t牵头单位：县住建局',
        '配合单位：县水务局\t9月底',
      ]),
    ).toEqual([
      '1. 新增就业三千人。（牵头单位：县人社局；配合单位：县财政局，县教育局，完成时限：年底前）',
      '2. 改造管网。（牵头单位：县住建局；配合单位：县水务局，完成时限：9月底）',
    ]);
  });
});
