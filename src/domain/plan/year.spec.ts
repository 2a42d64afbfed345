import { describe, expect, it } from '@jest/globals';
import { arabicYears, planYear, titleSpan, titleYear } from './year.js';

const NEXT_YEAR = { title: '2027年农民工工作要点', issuedOn: '2026-11-20', docNumber: '并农工办发〔2026〕18号' };

describe('the year of a plan', () => {
  it('is the single year of its title, also where it was issued in the autumn before', () => {
    expect(planYear(NEXT_YEAR)).toBe(2027);
    expect(planYear({ ...NEXT_YEAR, title: '2027年度农民工服务保障工作安排' })).toBe(2027);
  });

  it('is that of issue where the title names none or several, and that of the number where no date is printed', () => {
    expect(planYear({ ...NEXT_YEAR, title: '农民工工作要点' })).toBe(2026);
    expect(planYear({ ...NEXT_YEAR, title: '农民工工作三年行动方案（2027—2029年）' })).toBe(2026);
    expect(planYear({ ...NEXT_YEAR, title: '农民工工作要点', issuedOn: null })).toBe(2026);
    expect(planYear({ title: '农民工工作要点', issuedOn: null, docNumber: null })).toBeNull();
  });

  it('is not the year by which something is to be reached', () => {
    expect(titleYear('2030年前实现农民工参保全覆盖行动方案')).toBeNull();
    expect(titleYear('关于到2030年基本消除欠薪的实施意见')).toBeNull();
  });

  it('is what the office says, where it has said so', () => {
    expect(planYear({ ...NEXT_YEAR, year: 2028 })).toBe(2028);
  });

  it('may be a span of years that the title prints', () => {
    expect(titleSpan('农民工工作三年行动方案（2027—2029年）')).toEqual([2027, 2029]);
    expect(titleSpan('农民工工作三年行动（2027年至2029年）')).toEqual([2027, 2029]);
    expect(titleSpan(NEXT_YEAR.title)).toBeNull();
  });

  it.each(['二〇二七', '二○二七', '二零二七', '二O二七', '二０二七', '2〇27', '２０２７'])(
    'may be printed %s',
    (year) => {
      expect(planYear({ ...NEXT_YEAR, title: `${year}年农民工工作要点` })).toBe(2027);
      expect(titleSpan(`农民工工作三年行动方案（${year}—二〇二九年）`)).toEqual([2027, 2029]);
    },
  );

  it('is put into Arabic figures character for character, and nothing else is', () => {
    expect(arabicYears('二零二七年春节前，一九九八年以来')).toBe('2027年春节前，1998年以来');
    expect(arabicYears('二十一世纪，二〇二工程，培训一二三四年级学生')).toBe(
      '二十一世纪，二〇二工程，培训一二三四年级学生',
    );
  });
});
