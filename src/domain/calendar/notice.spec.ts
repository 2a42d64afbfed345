import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { arrangementIn } from './arrangement.js';
import { noticeNumber, readNotice } from './notice.js';
import type { CalendarTable } from './working-days.js';

const table = JSON.parse(readFileSync('seeds/calendar.json', 'utf8')) as CalendarTable;

/** The facts of 2026, in the manner of the notice. */
const OF_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
2025年11月4日`;

describe('the yearly notice of holidays', () => {
  it('is read as pasted', () => {
    expect({ year: 2026, ...readNotice(OF_2026, 2026) }).toEqual(arrangementIn(table, 2026));
  });

  it('reads 补休, days of two years, of two months, and days in figures', () => {
    expect(readNotice('1月1日放假，1月2日（星期一）补休。', 2017).holidays).toEqual(['2017-01-01', '2017-01-02']);
    expect(readNotice('2022年12月31日至2023年1月2日放假调休，共3天。', 2023).holidays).toEqual([
      ...['2022-12-31', '2023-01-01', '2023-01-02'],
    ]);
    expect(readNotice('1月31日至2月2日放假', 2022).holidays).toEqual(['2022-01-31', '2022-02-01', '2022-02-02']);
    expect(readNotice('2027-01-01至2027-01-03 放假\n2027-01-09 上班', 2027)).toEqual({
      holidays: ['2027-01-01', '2027-01-02', '2027-01-03'],
      workdays: ['2027-01-09'],
    });
    expect(readNotice('１月１日至３日　放假', 2027).holidays).toHaveLength(3);
  });

  it.each([
    ['1月1日（周四）放假', '2027-01-01 是周五，不是周四'],
    ['1月1日至3日放假，共4天', '“共4天”与写出的日期不符：写出的是 3 天'],
    ['1月1日至3日放假。1月9日', '2027-01-09 没有写明是“放假”还是“上班”'],
    ['3日放假', '“3日”没有写明月份'],
    ['1月3日至1日放假', '不像一段假期'],
  ])('refuses what does not fit: %s', (text, told) => {
    const refused = expect.objectContaining({ code: 'calendar_unread', message: expect.stringContaining(told) });
    expect(() => readNotice(text, 2027)).toThrow(refused);
  });

  it('refuses a day that does not exist', () => {
    expect(() => readNotice('2月30日放假', 2027)).toThrow(expect.objectContaining({ code: 'day_invalid' }));
  });

  it('finds the number of the notice', () => {
    expect(noticeNumber('国务院办公厅通知\n国办发明电〔2025〕7号\n各省')).toBe('国办发明电〔2025〕7号');
    expect(noticeNumber('1月1日放假')).toBeNull();
  });
});
