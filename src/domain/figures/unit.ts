import { Decimal } from 'decimal.js';

const SCALES: Record<string, string> = {
  万亿: '1e12',
  千亿: '1e11',
  百亿: '1e10',
  亿: '1e8',
  千万: '1e7',
  百万: '1e6',
  十万: '1e5',
  万: '1e4',
  千: '1e3',
  百: '1e2',
};

/** 千米, 千瓦, 千克 and 百分点 are units of their own, not thousands and hundreds. */
const SCALE = /^(万亿|千亿|百亿|亿|千万|百万|十万|万|千(?![米瓦克卡伏])|百(?!分))/;

/** Different words for one thing counted; 人次 is not 人. */
const SYNONYMS: Record<string, string> = {
  名: '人',
  位: '人',
  '％': '%',
  个百分点: '百分点',
  平米: '平方米',
  m2: '平方米',
  'm²': '平方米',
  '㎡': '平方米',
  m3: '立方米',
  'm³': '立方米',
  平方公里: '平方千米',
  km2: '平方千米',
  'km²': '平方千米',
  '㎢': '平方千米',
  hm2: '公顷',
  'hm²': '公顷',
  '㏊': '公顷',
  m: '米',
  公里: '千米',
  km: '千米',
  '㎞': '千米',
  公斤: '千克',
  kg: '千克',
  t: '吨',
  kW: '千瓦',
  MW: '兆瓦',
  GW: '吉瓦',
  kWh: '千瓦时',
  MWh: '兆瓦时',
  GWh: '吉瓦时',
  kVA: '千伏安',
  MVA: '兆伏安',
  标准箱: '标箱',
  TEU: '标箱',
};

/** Things that are counted whole. */
const WHOLE = /^(人|人次|名|位|件|起|家|户|个|场|场次|次|套|套（间）|间|所|对|村|辆|趟|份|期|班|项|处|条)$/;

/** Takes a printed unit apart: 万元 is 10,000 × 元; a bare number has no unit. */
export function baseUnit(printed: string | null): { unit: string | null; scale: Decimal } {
  const text = (printed ?? '').trim().replace(/\(/g, '（').replace(/\)/g, '）');
  const scale = SCALE.exec(text)?.[1] ?? '';
  const unit = text.slice(scale.length).trim();
  return { unit: unit || null, scale: new Decimal(SCALES[scale] ?? 1) };
}

/** The one word for what a base unit counts, of those that are printed for it: km and 公里 are 千米. */
export const usualUnit = (unit: string): string => SYNONYMS[unit] ?? unit;

/** Whether two base units count the same thing. */
export const sameUnit = (a: string, b: string): boolean => usualUnit(a) === usualUnit(b);

/** Whether the thing is counted whole: half a person is a slip of the pen. */
export function isWhole(unit: string | null): boolean {
  return unit !== null && WHOLE.test(unit);
}

/** Whether a value in this unit is a share or a difference of shares. */
export function isShare(unit: string | null): boolean {
  return unit !== null && /^(%|‰|％|个?百分点)$/.test(unit);
}
