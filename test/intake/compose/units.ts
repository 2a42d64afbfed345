import type { Place } from './places.js';

/** A unit as a plan prints it and as it must be read. */
export interface Named {
  /** The printed name; behind the level where `levelled`. */
  short: string;
  full: string;
  /** The level stands before the name or is carried to it by the list; a name of its own (人行某市分行) has none. */
  levelled: boolean;
  /** The level must be printed again behind it and before it: 市委组织部, branches. */
  apart: boolean;
}

const STEMS: [string, string][] = [
  ['人力资源社会保障', '人力资源和社会保障'],
  ['人社', '人力资源和社会保障'],
  ['住房城乡建设', '住房和城乡建设'],
  ['住建', '住房和城乡建设'],
  ['教育', '教育'],
  ['公安', '公安'],
  ['财政', '财政'],
  ['民政', '民政'],
  ['司法', '司法'],
  ['交通运输', '交通运输'],
  ['农业农村', '农业农村'],
  ['科技', '科学技术'],
  ['文化和旅游', '文化和旅游'],
  ['应急', '应急管理'],
];

const FIXED: [string, string][] = [
  ['总工会', '总工会'],
  ['妇联', '妇女联合会'],
  ['残联', '残疾人联合会'],
  ['工商联', '工商业联合会'],
  ['发展改革委', '发展和改革委员会'],
  ['卫生健康委', '卫生健康委员会'],
  ['国资委', '人民政府国有资产监督管理委员会'],
  ['医保局', '医疗保障局'],
  ['市场监管局', '市场监督管理局'],
  ['统计局', '统计局'],
  ['信访局', '信访局'],
  ['税务局', '税务局'],
];

/** An agency by two names: the one in brackets is its second. */
const TWO_NAMES: [string, string][] = [
  ['发展改革委（粮食和物资储备局）', '发展和改革委员会'],
  ['市场监管局（知识产权局）', '市场监督管理局'],
  ['卫生健康委（原卫生计生委）', '卫生健康委员会'],
];

/** Agencies that are gone, as a plan prints them after their end. */
const FORMER: [string, string][] = [
  ['卫生计生委', '卫生和计划生育委员会'],
  ['工商局', '工商行政管理局'],
];

/** The Party's departments: 市委组织部, in an autonomous region 自治区党委组织部. */
const PARTY = ['组织部', '宣传部', '社会工作部'];

const MINISTRIES: [string, string][] = [
  ['人力资源社会保障部', '人力资源和社会保障部'],
  ['发展改革委', '国家发展和改革委员会'],
  ['国务院国资委', '国务院国有资产监督管理委员会'],
  ['市场监管总局', '国家市场监督管理总局'],
  ['住房城乡建设部', '住房和城乡建设部'],
  ['税务总局', '国家税务总局'],
  ['人民银行', '中国人民银行'],
  ['全国总工会', '中华全国总工会'],
  ['共青团中央', '共青团中央'],
  ['中央组织部', '中央组织部'],
  ['中国残联', '中国残疾人联合会'],
  ['教育部', '教育部'],
  ['财政部', '财政部'],
  ['农业农村部', '农业农村部'],
];

const levelled = (short: string, full: string, apart = false): Named => ({ short, full, levelled: true, apart });
const own = (short: string, full = short): Named => ({ short, full, levelled: false, apart: true });

function branches({ name, prefix, stem, named }: Place): Named[] {
  if (prefix === '省' || prefix === '自治区') {
    const [tax, grid] = [`国家税务总局${name}税务局`, `国网${name}电力公司`];
    return [
      own(`人民银行${name}分行`, `中国人民银行${name}分行`),
      own(tax),
      own(grid),
      own(`国家统计局${stem}调查总队`),
    ];
  }
  const level = { 市: '市', 州: '州', 县: '县', 区: '区' }[prefix] ?? '';
  const governments = named.map((place) => own(`${place}人民政府`));
  return [
    own(`人行${stem}${level}支行`, `中国人民银行${stem}${level}支行`),
    own(`国家统计局${stem}调查队`),
    own(`国网${stem}供电公司`),
    own(`国家税务总局${name}税务局`),
    own(`中国银行${stem}分行`),
    own(`人保财险${stem}分公司`),
    own(`中国移动${stem}分公司`),
    ...governments,
  ];
}

/** All units that a plan of the place may name. */
export function unitsOf(place: Place): Named[] {
  const { end, prefix } = place;
  if (prefix === '') return MINISTRIES.map(([short, full]) => ({ short, full, levelled: false, apart: false }));
  const committee = prefix === '自治区' ? '党委' : '委';
  return [
    ...STEMS.map(([short, full]) => levelled(short + end, prefix + full + end)),
    ...FIXED.map(([short, full]) => levelled(short, prefix + full)),
    ...TWO_NAMES.map(([short, full]) => levelled(short, prefix + full)),
    ...FORMER.map(([short, full]) => own(`原${prefix}${short}`, prefix + full)),
    ...PARTY.map((name) => levelled(committee + name, prefix + committee + name, true)),
    own(`团${prefix === '自治区' ? '区' : prefix}委`, `共青团${prefix === '自治区' ? '区' : prefix}委`),
    ...branches(place),
  ];
}
