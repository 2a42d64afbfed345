import { shortPlace } from './short-places.js';

/** A name of its own that takes no prefix from the list, and the prefix it hands on, if any. */
export interface OwnName {
  name: string;
  id: string;
  carries: string | null;
}

interface OwnNameRule {
  pattern: RegExp;
  id: string;
  name(match: RegExpExecArray, region: string | null): string;
}

const place = (region: string | null): string => (region ?? '').replace(/(壮族|回族|维吾尔)?自治区$|[省市]$/, '');

/** Banks, survey teams and other bodies that serve a place without belonging to its government (conventions.md 5). */
const RULES: OwnNameRule[] = [
  {
    pattern: /^(?:国家统计局)?([省市县区州]|.{2,8}?)(调查总?队)$/,
    id: 'survey',
    name: ([, where = '', team = ''], region) => `国家统计局${localPlace(where, region)}${team}`,
  },
  { pattern: /^(?:(?:中国)?人民银行|人行)$/, id: 'pbc', name: () => '中国人民银行' },
  { pattern: /^新疆生产建设兵团$/, id: 'corps', name: ([whole]) => whole },
  { pattern: /^海关$/, id: 'customs', name: ([whole]) => whole },
  {
    pattern: /^(?:中国人民银行|人民银行|人行)(?!市|省|县|区)(.{2,12}(?:分行|支行|营业管理部|总部|管理部))$/,
    id: 'pbc',
    name: ([, rest = '']) => `中国人民银行${rest}`,
  },
  {
    pattern: /^(?:中国人民银行|人民银行|人行)([省市县区].{0,8}(?:分行|支行))$/,
    id: 'pbc',
    name: ([, rest = ''], region) => `中国人民银行${place(region)}${rest}`,
  },
  {
    pattern: /^(?:中国人民银行|人民银行|人行)([省市县区州]?)(?:中支|中心支行)$/,
    id: 'pbc',
    name: ([, level = ''], region) => `中国人民银行${level ? place(region) + level : (region ?? '')}中心支行`,
  },
  {
    pattern: /^(?:中国人民银行|人民银行|人行)([^省市县区州各].{1,9})中支$/,
    id: 'pbc',
    name: ([, where = '']) => `中国人民银行${where}中心支行`,
  },
  { pattern: /^(?:国开|农发|邮储|进出口|工|农|中|建|交)行$/, id: 'body', name: ([whole]) => whole },
  { pattern: /^[^省市县区各].{1,9}出入境检验检疫局$/, id: 'vertical', name: ([whole]) => whole },
  { pattern: /^[^省市县区州各]{2,8}(?:海事处|机场)$/, id: 'vertical', name: ([whole]) => whole },
  {
    pattern:
      /^(?![省市县区州盟旗各]|.*[各、])[一-龥]{1,3}[^省市县区州盟旗](?:铁路局|电业局|供电局|航道局|国税局|地税局)$/,
    id: 'vertical',
    name: ([whole]) => whole,
  },
  {
    pattern: /^中(?:国|铁|建|交|冶|核|化|水|电建|能建)[一-龥]{0,4}?[一二三四五六七八九十]{1,3}航?局(?:集团)?$/,
    id: 'body',
    name: ([whole]) => whole,
  },
  {
    pattern: /^(?:中国铁路|国网|国家电网|南方电网|中储粮|中石油|中石化)[一-龥]{2,20}$/,
    id: 'body',
    name: ([whole]) => whole,
  },
  { pattern: /^(?:中央)?军委[一-龥]{2,14}(?:部|局|办公厅|办公室)$/, id: 'military', name: ([whole]) => whole },
  { pattern: /^海关总署.{2,8}分署$/, id: 'customs', name: ([whole]) => whole },
  {
    pattern: /^(?:黄河|长江|淮河|海河|珠江|松辽|太湖流域)(?:水利委员会|管理局|河务局|航务管理局).{0,12}$/,
    id: 'vertical',
    name: ([whole]) => whole,
  },
  { pattern: /^民航.{2,10}局$/, id: 'aviation', name: ([whole]) => whole },
  { pattern: /^国家税务总局(.{2,16}税务局)$/, id: 'tax', name: ([whole]) => whole },
  {
    pattern: /^(?:中国)?(银保监|银监|保监|证监)(会)?(.{2,10}?)(监管)?(分局|监管局|局|组)$/,
    id: 'banking',
    name: ([whole]) => whole,
  },
  {
    pattern: /^[^省市县区各].{1,9}(?:银保监|银监|保监|证监|金融监管)(?:分局|支局|监管局|局)$/,
    id: 'banking',
    name: ([whole]) => whole,
  },
  { pattern: /^(?:国家)?金融监(?:督管理|管)总局.{2,14}$/, id: 'fin-reg', name: ([whole]) => whole },
  { pattern: /^国家(?:外汇|能源|矿山).{4,20}(?:分局|监管局|办公室)$/, id: 'vertical', name: ([whole]) => whole },
  { pattern: /^(?:中华人民共和国)?.{2,6}海关$/, id: 'customs', name: ([whole]) => whole },
  {
    pattern:
      /^.{2,10}(?:经济技术开发区|经济开发区|高新技术产业开发区|开发区|高新区|经开区|新区|示范区|(?:产业|工业|科技|物流|化工)园区?|园区|工业区|度假区|保税区|综保区|风景区|合作区|自贸区|试验区)(?:管委会|管理委员会|执委会|执行委员会)?$/,
    id: 'zone',
    name: ([whole]) => whole.replace(/管委会$/, '管理委员会'),
  },
  {
    pattern: /^[市县区](?:经济|工业)?(?:开发|高新|经开|产业园|工业园)区(?:管委会|管理委员会)$/,
    id: 'zone',
    name: ([whole]) => whole.replace(/管委会$/, '管理委员会'),
  },
  {
    pattern: /^(?!.*银行)([一-龥]{2,10})(?<![人工农中建交]行.*)中心支行$/,
    id: 'pbc',
    name: ([, where = '']) => `中国人民银行${where}中心支行`,
  },
  {
    pattern:
      /^(?:高新技术产业开发|经济技术开发|高新|经开|示范|风景|风景名胜|度假|旅游度假|保税|综保)区(?:管委会|管理委员会)$/,
    id: 'zone',
    name: ([whole]) => whole.replace(/管委会$/, '管理委员会'),
  },
  {
    pattern:
      /^(?![省市县区州盟旗各]|.*[各、]|(?:工业|产业|科技|物流|功能|农业|化工|创业|软件|开发|新)(?:园|区|城)管)[一-龥]{2,12}(?:区|园|城|港|湖|岛|山)(?:管委会|管理委员会)$/,
    id: 'zone',
    name: ([whole]) => whole.replace(/管委会$/, '管理委员会'),
  },
  {
    pattern:
      /^(?!.*(?:等|.各|有关|相关|提请|报请|报送|上报|请示|必要|及时|\d))(.{1,8}[^各级省]|.{0,3})(县|区|旗|市|镇|乡|街道)(政府|人民政府)$/,
    id: 'place-government',
    name: ([, where = '', level = '']) => `${where}${level}人民政府`,
  },
  {
    pattern: /^([一-龥]{2,8}(?:盟|地区))(?:行政公署|行署)$/,
    id: 'place-government',
    name: ([, where = '']) => `${where}行政公署`,
  },
  {
    pattern:
      /^(?![省市县区州各]).{2,24}(?:有限公司|分公司|公司|集团|银行|分行|支行|大学|学院|医院|报社|日报社|电视台)$/,
    id: 'body',
    name: ([whole]) => whole,
  },
  { pattern: /^[一-龥]{1,8}(?<!乡)[镇乡]党委$|^[一-龥]{1,8}街道党工委$/, id: 'body', name: ([whole]) => whole },
  { pattern: /^(.{2,8}街道)(办|办事处)$/, id: 'subdistrict', name: ([, where = '']) => `${where}办事处` },
];

function localPlace(where: string, region: string | null): string {
  return /^[省市县区州]$/.test(where) ? place(region) || where : where;
}

/** Recognises a unit that is called by its own name whatever the list says; null for all others. */
export function ownName(surface: string, region: string | null): OwnName | null {
  const named = regional(surface, region);
  if (named) return named;
  for (const rule of RULES) {
    const match = rule.pattern.exec(surface);
    if (match) return { name: rule.name(match, region), id: rule.id, carries: null };
  }
  return null;
}

/** Names of counties that are words of agencies' names as well. */
const WORDS = new Set(['公安', '资源', '合作', '平安', '安居', '惠民', '富民', '新建', '友好', '和平', '团结', '建设']);

/** 广东海事局, 太原铁路局, 坪山供电局, 大理公积金中心: a branch that is called by the bare name of the plan's place. */
function regional(surface: string, region: string | null): OwnName | null {
  const whole = place(region);
  const everyday = shortPlace(region ?? '') ?? whole;
  const stems = [whole, whole.replace(/[县区旗]$/, ''), everyday.replace(/(?:[州盟县旗]|地区)$/, '')];
  const stem = stems.find((one) => isBranchOf(one, surface));
  return stem === undefined ? null : { name: surface, id: 'branch', carries: null };
}

function isBranchOf(stem: string, surface: string): boolean {
  if (stem.length < 2 || WORDS.has(stem) || !surface.startsWith(stem) || /调查总?队$/.test(surface)) return false;
  const rest = surface.slice(stem.length);
  return !/^[省市县区州盟旗]|^自治/.test(rest) && /(?:局|分局|监管局|海关|分行|支行|公司|集团|中心)$/.test(rest);
}
