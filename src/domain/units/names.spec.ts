import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { composedName, isNamedBody } from './composed.js';
import { ownName } from './own-names.js';
import { foreignPlace, levelWord, planPrefix, splitPrefix } from './prefix.js';
import { buildUnitRegistry } from './registry.js';
import { resolveUnit, type UnitContext } from './resolve.js';
import type { PlaceSeed, UnitSeed } from './seed.js';

const read = <T>(name: string): T => JSON.parse(readFileSync(`seeds/${name}.json`, 'utf8')) as T;
const registry = buildUnitRegistry(read<UnitSeed>('units'), read<{ places: PlaceSeed[] }>('places').places);
const city: UnitContext = { registry, region: '太原市', level: 'city', day: '2023-05-11', carried: '市' };

/** What comes of a name, in short: '市财政局 finance', with 未知 for what is only proposed. */
function told(surface: string, more: Partial<UnitContext> = {}): string {
  const { name, id, known } = resolveUnit(surface, { ...city, ...more });
  return known ? `${name} ${id}` : `${name} 未知`;
}

describe('bodies called by their own name', () => {
  const called = (surface: string, region: string | null = null) => {
    const own = ownName(surface, region);
    return own && `${own.name} ${own.id}`;
  };

  it.each([
    ['太原调查队', '国家统计局太原调查队 survey'],
    ['国家统计局太原调查队', '国家统计局太原调查队 survey'],
    ['山西调查总队', '国家统计局山西调查总队 survey'],
    ['人民银行', '中国人民银行 pbc'],
    ['中铁三局', '中铁三局 body'],
    ['中建八局集团', '中建八局集团 body'],
    ['人行太原中心支行', '中国人民银行太原中心支行 pbc'],
    ['人行太原中支', '中国人民银行太原中心支行 pbc'],
    ['人民银行太原市中支', '中国人民银行太原市中心支行 pbc'],
    ['农发行', '农发行 body'],
    ['人民银行太原营业管理部', '中国人民银行太原营业管理部 pbc'],
    ['人民银行市支行', '中国人民银行市支行 pbc'],
    ['海关总署广东分署', '海关总署广东分署 customs'],
    ['太原海关', '太原海关 customs'],
    ['中华人民共和国太原海关', '中华人民共和国太原海关 customs'],
    ['民航山西监管局', '民航山西监管局 aviation'],
    ['太原出入境检验检疫局', '太原出入境检验检疫局 vertical'],
    ['国家税务总局太原市税务局', '国家税务总局太原市税务局 tax'],
    ['中国银保监会山西监管局', '中国银保监会山西监管局 banking'],
    ['银保监太原监管分局', '银保监太原监管分局 banking'],
    ['证监会山西监管局', '证监会山西监管局 banking'],
    ['银监安阳分局', '银监安阳分局 banking'],
    ['乌鲁木齐银保监分局', '乌鲁木齐银保监分局 banking'],
    ['安阳金融监管支局', '安阳金融监管支局 banking'],
    ['国家金融监督管理总局太原监管分局', '国家金融监督管理总局太原监管分局 fin-reg'],
    ['国家能源局山西监管办公室', '国家能源局山西监管办公室 vertical'],
    ['国家外汇管理局太原分局', '国家外汇管理局太原分局 vertical'],
    ['太原经济技术开发区管委会', '太原经济技术开发区管理委员会 zone'],
    ['太原高新区', '太原高新区 zone'],
    ['不锈钢产业园', '不锈钢产业园 zone'],
    ['高新区管委会', '高新区管理委员会 zone'],
    ['经开区管理委员会', '经开区管理委员会 zone'],
    ['小店区政府', '小店区人民政府 place-government'],
    ['县政府', '县人民政府 place-government'],
    ['土默特左旗政府', '土默特左旗人民政府 place-government'],
    ['北营街道人民政府', '北营街道人民政府 place-government'],
    ['锡林郭勒盟行署', '锡林郭勒盟行政公署 place-government'],
    ['中国铁路太原局集团有限公司', '中国铁路太原局集团有限公司 body'],
    ['山西大学', '山西大学 body'],
    ['北营街道办', '北营街道办事处 subdistrict'],
  ])('%s is %s', (surface, name) => expect(called(surface)).toBe(name));

  it('fills the place of the plan into a name that has only its level', () => {
    expect(called('人行市中心支行', '太原市')).toBe('中国人民银行太原市中心支行 pbc');
    expect(called('人行市中支', '太原市')).toBe('中国人民银行太原市中心支行 pbc');
    expect(called('人行中支', '太原市')).toBe('中国人民银行太原市中心支行 pbc');
    expect(called('人行省分行', '山西省')).toBe('中国人民银行山西省分行 pbc');
  });

  it('takes no longer text for such a name, nor what only begins or ends like one', () => {
    const foreign = [
      '临汾等市人民政府',
      '沿海有关市人民政府',
      '有关单位和国家统计局太原调查队',
      '太原调查队员',
      '市人民银行',
      '人民银行卡',
      '市人行太原中心支行',
      '人行太原中心支行行长',
      '各人行市中心支行',
      '人行市中心支行长',
      '驻海关总署广东分署',
      '驻民航山西监管局',
      '市出入境检验检疫局',
      '各市太原出入境检验检疫局',
      '太原出入境检验检疫局长',
      '海关总署广东分署长',
      '民航山西监管局长',
      '驻国家税务总局太原市税务局',
      '国家税务总局太原市税务局长',
      '驻银保监会太原监管分局',
      '银保监会太原监管分局长',
      '市银保监分局',
      '各市太原银保监分局',
      '太原银保监分局长',
      '驻国家金融监督管理总局太原监管分局',
      '国家金融监督管理总局各级派出机构和有关直属单位的主要负责人',
      '驻国家能源局山西监管办公室',
      '国家能源局山西监管办公室主任',
      '太原海关关员',
      '太原武宿国际机场海关',
      '山西省太原市小店区北部新城经济开发区',
      '太原高新区企业',
      '高新区管委会主任',
      '太原市各县政府',
      '山西省太原市小店区北营街道政府',
      '小店区政府办',
      '市国资公司',
      '各大学',
      '太原银行业',
      '北营街道办公室',
      '山西省太原市小店区北营街道办',
    ];
    expect(foreign.filter((surface) => called(surface) !== null)).toEqual([]);
  });

  it('knows a branch by the bare name of the plan’s place, not by its place with level', () => {
    expect(called('广东海事局', '广东省')).toBe('广东海事局 branch');
    expect(called('广东城市供电局', '广东省')).toBe('广东城市供电局 branch');
    expect(called('广西海事局', '广西壮族自治区')).toBe('广西海事局 branch');
    expect(called('内蒙古海事局', '内蒙古自治区')).toBe('内蒙古海事局 branch');
    expect(called('沙市区海事局', '沙市区')).toBe('沙市区海事局 branch');
    expect(called('市调查队', '太原市')).toBe('国家统计局太原调查队 survey');
    expect(called('省调查总队', '广东省')).toBe('国家统计局广东调查总队 survey');
    expect(called('广东调查队', '广东省')).toBe('国家统计局广东调查队 survey');
    expect(called('广东调查队服务公司', '广东省')).toBe('广东调查队服务公司 branch');
    const others = ['广东省海事局', '广东海事局工会', '海事局广东'];
    expect(others.map((surface) => called(surface, '广东省'))).toEqual([null, null, null]);
    expect(called('广西自治区海事局', '广西壮族自治区')).toBeNull();
    expect(called('太原海事局')).toBeNull();
  });
});

describe('agencies merged from whole words', () => {
  it.each([
    ['农业农村畜牧水务局', '农业农村畜牧水务局'],
    ['住房和城乡建设交通局', '住房和城乡建设交通局'],
    ['应急消防局', '应急消防局'],
    ['大数据服务局', '大数据服务局'],
    ['农业农村与水利厅', '农业农村与水利厅'],
    ['文物和能源委', '文物和能源委员会'],
    ['信访接待办', null],
    ['信访办', '信访办公室'],
    ['工科局', null],
    ['市能源局', null],
    ['能源局长', null],
  ])('%s is %s', (printed, name) => expect(composedName(printed)).toBe(name));

  it('ask about part of a usual name: it may be that unit or one of its own', () => {
    const parts = ['区人力资源局', '区工业局', '区健康局', '区医疗局'];
    expect(parts.map((name) => told(name))).toEqual(parts.map((name) => `${name} 未知`));
    expect(told('区林业和园林局')).toBe('区林业和园林局 gardens');
    expect(told('区重点局')).toBe('区重点局 bigproject');
  });

  it('tells museums, associations, teams and committees of the people’s congress by their endings', () => {
    const bodies = ['文化馆', '志愿者协会', '防汛指挥部', '农民工工作领导小组', '农民工工作领导小组办公室'];
    expect([...bodies, '人大法制委', '政协提案办公室'].filter((body) => !isNamedBody(body))).toEqual([]);
    const runOn = ['人社局委托县职教中心', '财政局国宏集团', '人民政府办公厅某公司'];
    expect(runOn.filter(isNamedBody)).toEqual([]);
    expect(['安全生产委员会办公室', '铁路西安局集团有限公司'].filter((body) => !isNamedBody(body))).toEqual([]);
    expect(['馆', '中心', '教育局', '协会工作', '省人大法制委', '人大委'].filter(isNamedBody)).toEqual([]);
  });
});

describe('the level and the place before a name', () => {
  const split = (surface: string, region: string | null = null) => {
    const found = splitPrefix(surface, registry, region);
    return found && [found.place, found.level, found.rest].join(' ');
  };

  it.each([
    ['市财政局', null, ' 市 财政局'],
    ['自治区财政厅', null, ' 自治区 财政厅'],
    ['自治州财政局', null, ' 州 财政局'],
    ['自治县财政局', null, ' 县 财政局'],
    ['新区财政局', null, ' 新区 财政局'],
    ['新区财政局', '浦东新区', ' 区 财政局'],
    ['示范区财政局', null, ' 示范区 财政局'],
    ['高新区管委会', null, null],
    ['林区财政局', null, ' 区 财政局'],
    ['兵团财政局', null, ' 兵团 财政局'],
    ['太原市财政局', null, '太原市 市 财政局'],
    ['太原市财政局', '太原市', '太原市 市 财政局'],
    ['太原市小店区财政局', '太原市', '小店区 区 财政局'],
    ['安徽省合肥市财政局', null, '合肥市 市 财政局'],
    ['凉山彝族自治州财政局', null, '凉山彝族自治州 州 财政局'],
    ['凉山彝族自治州财政局', '太原市', '凉山彝族自治州 州 财政局'],
    ['月球市财政局', '月球市', '月球市 市 财政局'],
    ['月球市财政局', null, null],
    ['财政局太原市', '太原市', null],
    ['太原市局', '太原市', null],
    ['月球市', '月球市', null],
    ['市', null, null],
    ['财政局', null, null],
  ])('%s in a plan of %s', (surface, region, expected) => expect(split(surface, region)).toBe(expected));

  it('hears the level out of a place', () => {
    const places = ['太原市', '广西壮族自治区', '凉山彝族自治州', '孟村回族自治县', '雄安新区', '神农架林区', '市场'];
    expect(places.map(levelWord)).toEqual(['市', '自治区', '州', '县', '区', '区', '']);
    expect(levelWord('大兴安岭地区')).toBe('地区');
    expect(levelWord('沙市区')).toBe('区');
  });

  it('gives a plan its prefix by its place, else by its level', () => {
    expect(planPrefix('state', null)).toBe('');
    expect(planPrefix('state', '山西省')).toBe('');
    expect(planPrefix('city', '凉山彝族自治州')).toBe('州');
    expect(planPrefix(null, '太原市')).toBe('市');
    expect(planPrefix('city', '太原')).toBeNull();
    expect((['province', 'city', 'county'] as const).map((level) => planPrefix(level, null))).toEqual([
      '省',
      '市',
      '县',
    ]);
    expect(planPrefix(null, null)).toBeNull();
  });

  it('keeps a place that is not the plan’s nor above it', () => {
    const foreign = (place: string | null, region: string | null) => foreignPlace(place, region, registry);
    expect(foreign('四川省', '太原市')).toBe('四川省');
    expect(foreign('小店区', '太原市')).toBe('小店区');
    expect([foreign('太原市', '太原市'), foreign('山西省', '太原市'), foreign(null, '太原市')]).toEqual(
      Array(3).fill(null),
    );
    expect([foreign('月球市', '太原市'), foreign('太原市', '月球市')]).toEqual([null, null]);
    expect([foreign('福州市', '鼓楼区'), foreign('徐州市', '鼓楼区')]).toEqual([null, null]);
    expect([foreign('苏州市', '昆山市'), foreign('江苏省', '昆山市')]).toEqual(['苏州市', null]);
    expect([foreign('四川省', null), foreign('太原市', null)]).toEqual(['四川省', null]);
  });
});

describe('the register', () => {
  const found = (rest: string) => {
    const unit = registry.find(rest);
    return unit && `${unit.rest} ${unit.id}`;
  };

  it.each([
    ['人社局', '人力资源和社会保障局 hrss'],
    ['发改厅', '发展和改革厅 ndrc'],
    ['发改局', '发展和改革局 ndrc'],
    ['教委', '教育委员会 education'],
    ['教育委员会', '教育委员会 education'],
    ['教育办', '教育办公室 education'],
    ['教育办公室', '教育办公室 education'],
    ['扶贫开发办公室', '扶贫开发办公室 poverty'],
    ['扶贫局', '扶贫局 poverty'],
    ['公安分局', '公安分局 public-security'],
    ['就业管理局', '就业管理局 employment'],
    ['气象管理局', '气象局 meteorology'],
    ['应急局', '应急管理局 emergency'],
    ['城市局', '城市局 part'],
    ['航运局', '航运局 merged'],
    ['组织部', '委组织部 party-org'],
    ['党委组织部', '党委组织部 party-org'],
    ['组织部党委', null],
    ['妇联', '妇女联合会 women'],
    ['行政学院', '行政学院 party-school'],
    ['教育部', null],
    ['教育室', null],
    ['教育署', null],
    ['分局公安', null],
    ['体育局分局', null],
    ['管理局气象', null],
    ['工科局', null],
  ])('has %s as %s', (printed, unit) => expect(found(printed)).toBe(unit));

  const central = (name: string) => {
    const unit = registry.findCentral(name);
    return unit && `${unit.rest} ${unit.id}`;
  };

  it.each([
    ['人社部', '人力资源和社会保障部 hrss'],
    ['国家教育部', '教育部 education'],
    ['发改委', '国家发展和改革委员会 ndrc'],
    ['国务院发展改革委', '国家发展和改革委员会 ndrc'],
    ['国家卫生健康委员会', '国家卫生健康委员会 health'],
    ['全国妇联', '中华全国妇女联合会 women'],
    ['中国科协', '中国科学技术协会 science-assoc'],
    ['科协', '中国科学技术协会 science-assoc'],
    ['中华全国总工会', '中华全国总工会 union'],
    ['法院', '最高人民法院 court'],
    ['开发银行', '国家开发银行 cdb'],
    ['证监会', '中国证券监督管理委员会 securities'],
    ['市场监管总局', '国家市场监督管理总局 market'],
    ['税务总局', '国家税务总局 tax'],
    ['审计署', '审计署 audit'],
    ['统计局', '国家统计局 statistics'],
    ['中央组织部', '中央组织部 party-org'],
    ['中央政法委', '中央政法委员会 party-pl'],
    ['组织部', '中央组织部 party-org'],
    ['编办', '中央机构编制委员会办公室 party-staff'],
    ['网信办', '国家互联网信息办公室 internet-office'],
    ['中央网信办', '中央网络安全和信息化委员会办公室 party-net'],
    ['教育局', null],
    ['统计部', null],
    ['水利总局', null],
    ['教育委', null],
    ['中央委组织部', null],
    ['中央总工会', null],
    ['月球部', null],
  ])('has %s as the central %s', (printed, unit) => expect(central(printed)).toBe(unit));

  it('tells a unit’s days and heirs', () => {
    expect(registry.findCentral('银保监会')).toMatchObject({
      to: '2023-07-31',
      successors: ['nfra', 'fin-reg-branch'],
    });
    expect(registry.find('人社局')).toEqual({
      ...{ id: 'hrss', category: 'government', rest: '人力资源和社会保障局' },
      ...{ from: '2008-03-01', to: null, successors: [] },
    });
    expect(registry.find('航运局')).toMatchObject({ category: 'government', from: null, to: null, successors: [] });
    expect(registry.find('公安分局')).toMatchObject({ category: 'government', successors: [] });
    expect(registry.findCentral('中央组织部')).toMatchObject({ category: 'party', successors: [] });
  });

  it('knows fields of government work, with 部门 or without', () => {
    const fields = ['人社部门', '人社主管部门', '财政', '财政部门工作', '税务部门', '总工会部门', '部门'];
    expect(fields.map((field) => registry.field(field)?.rest ?? null)).toEqual([
      '人力资源和社会保障局',
      '人力资源和社会保障局',
      '财政局',
      null,
      null,
      null,
      null,
    ]);
  });

  it('gives a kind of unit its name at the level of a place', () => {
    expect(registry.fullName('education', '广东省')).toBe('教育厅');
    expect(registry.fullName('ndrc', '娄烦县')).toBe('发展和改革局');
    expect(registry.fullName('education', '月球市')).toBeNull();
    expect(registry.fullName('moon', '太原市')).toBeNull();
    expect(registry.places('鼓楼区').length).toBeGreaterThan(1);
    expect(registry.places('月球市')).toEqual([]);
    expect(registry.places('红河州')).toEqual(registry.places('红河哈尼族彝族自治州'));
    expect(registry.stems).toEqual(expect.arrayContaining(['人社', '人力资源和社会保障']));
  });
});

describe('a printed name read against the plan', () => {
  it.each([
    ['团市委', '共青团市委 youth'],
    ['中国共青团太原市委员会', '共青团市委 youth'],
    ['市团委', '共青团市委 youth'],
    ['省团委', '共青团省委 youth'],
    ['林州市团委', '共青团市委 youth'],
    ['团委', '共青团市委 youth'],
    ['团工委', '共青团市委 youth'],
    ['团中央', '共青团中央 youth'],
    ['中国共青团中央委员会', '共青团中央 youth'],
    ['团委书记', '团委书记 未知'],
    ['团中央书记处', '团中央书记处 未知'],
    ['驻团中央', '驻团中央 未知'],
    ['教育部', '教育部 education'],
    ['国家发展改革委', '国家发展和改革委员会 ndrc'],
    ['发展改革委', '市发展和改革委员会 ndrc'],
    ['中国科协', '中国科学技术协会 science-assoc'],
    ['税务总局', '国家税务总局 tax'],
    ['中央组织部', '中央组织部 party-org'],
    ['组织部', '市委组织部 party-org'],
    ['市政府国资委', '市人民政府国有资产监督管理委员会 sasac'],
    ['市场监管局', '市市场监督管理局 market'],
    ['国家保密局', '市国家保密局 party-secret'],
    ['市纪念馆', '市纪念馆 body'],
    ['市人社局就业科', '市人力资源和社会保障局就业科 office'],
    ['市人社局办公室', '市人力资源和社会保障局办公室 office'],
    ['市人社局科', '市人社局科 未知'],
    ['市局就业科', '市局就业科 未知'],
    ['人社局就业科', '人社局就业科 未知'],
    ['省法院', '省高级人民法院 court'],
    ['自治区法院', '自治区高级人民法院 court'],
    ['县法院', '县人民法院 court'],
    ['法院', '市中级人民法院 court'],
    ['市检察院', '市人民检察院 procurate'],
    ['人社部门', '市人力资源和社会保障局 hrss'],
    ['市人社部门', '市人力资源和社会保障局 hrss'],
    ['县财政部门', '市财政局 finance'],
    ['月球部门', '月球部门 未知'],
    ['小店区财政局', '小店区财政局 finance'],
    ['小店区政府办', '小店区人民政府办公室 gov-office'],
  ])('%s is %s', (surface, expected) => expect(told(surface)).toBe(expected));

  it('lets an unknown agency take the list’s prefix, not a company, a bank, an office inside or a person', () => {
    const agencies = [
      '月球局',
      '月球办公室',
      '月球委员会',
      '月球领导小组',
      '月球联合会',
      '月球协会',
      '月球中心',
      '月球总工会',
    ];
    expect(agencies.map((one) => told(one))).toEqual(agencies.map((one) => `市${one} 未知`));
    expect(told('我国家具局')).toBe('市我国家具局 未知');
    const others = [
      '月球办公室主任',
      '月球委员会主任',
      '月球协会会员',
      '月球中心站',
      '月球领导小组成员',
      '月球联合会员',
      '局月球',
    ];
    const bodies = [
      '月球银行办',
      '月球集团办',
      '月球大学办',
      '月球学院办',
      '月球铁路委',
      '中国月球局',
      '国家月球局',
      '月球所',
    ];
    expect([...others, ...bodies].map((one) => told(one))).toEqual([...others, ...bodies].map((one) => `${one} 未知`));
  });

  it('calls the committee of an autonomous region 党委, its other bodies as anywhere', () => {
    expect(told('自治区组织部')).toBe('自治区党委组织部 party-org');
    expect(told('自治区党委组织部')).toBe('自治区党委组织部 party-org');
    expect(told('自治区卫生健康委')).toBe('自治区卫生健康委员会 health');
    expect(told('自治区总工会')).toBe('自治区总工会 union');
  });

  it('in a township lets stations and schools of its own take the prefix', () => {
    const stations = ['派出所', '农业站', '卫生院', '综合执法队'];
    expect(stations.map((one) => told(one, { carried: '镇' }))).toEqual(stations.map((one) => `镇${one} 未知`));
    expect(told('农业站', { carried: '乡' })).toBe('乡农业站 未知');
    const others = [told('农业站'), told('农业站', { carried: null }), told('农业站', { carried: '镇村' })];
    expect([...others, told('农业站', { carried: '村镇' })]).toEqual(Array(4).fill('农业站 未知'));
    expect(told('农业站长', { carried: '镇' })).toBe('农业站长 未知');
  });

  it('of a central plan names central bodies, unless a list carries a level', () => {
    const state = { level: 'state', region: null, carried: null } as const;
    expect(told('发展改革委', state)).toBe('国家发展和改革委员会 ndrc');
    expect(told('民航局', state)).toBe('中国民用航空局 aviation');
    expect(told('发展改革委', { ...state, carried: '市' })).toBe('市发展和改革委员会 ndrc');
    expect(told('人社部门', state)).toBe('人社部门 未知');
    expect(told('民航局', { carried: null })).toBe('民用航空局 aviation');
    expect(told('月球局', { carried: null })).toBe('月球局 未知');
  });

  it('names a field’s unit as the level has it', () => {
    const province = { level: 'province', region: '山西省', carried: '省' } as const;
    expect(told('人社部门', province)).toBe('省人力资源和社会保障厅 hrss');
    expect(told('省财政部门', province)).toBe('省财政厅 finance');
    expect(told('财政部门', { level: 'county', region: '娄烦县', carried: '县' })).toBe('县财政局 finance');
    expect(told('财政部门', { carried: null })).toBe('财政局 finance');
    expect(told('法院', { level: 'county', region: '娄烦县', carried: '县' })).toBe('县人民法院 court');
  });

  it('says how sure it is: printed in full, only as a field, carried on', () => {
    const marks = (surface: string) => {
      const { carries, known, byField, explicit, passed } = resolveUnit(surface, city);
      return { carries, known, byField, explicit, passed };
    };
    const sure = { known: true, byField: false, explicit: true, passed: null };
    expect(marks('市财政局')).toEqual({ ...sure, carries: '市' });
    expect(marks('团市委')).toEqual({ ...sure, carries: '市' });
    expect(marks('市纪念馆')).toEqual({ ...sure, carries: '市' });
    expect(marks('太原海关')).toEqual({ ...sure, carries: null });
    expect(marks('财政局')).toEqual({ ...sure, carries: null, explicit: false });
    expect(marks('人社部门')).toEqual({ ...sure, carries: null, byField: true, explicit: false });
    expect(marks('月球局')).toEqual({ ...sure, carries: null, known: false, explicit: false });
    expect(marks('市月球局')).toEqual({ ...sure, carries: '市', known: false });
  });

  it('holds a name in use from its first day to its last', () => {
    const inUse = (surface: string) =>
      ['2008-02-29', '2008-03-01', '2010-12-31', '2011-01-01', null].map(
        (day) => resolveUnit(surface, { ...city, day }).passed === null,
      );
    expect(inUse('市人社局')).toEqual([false, true, true, true, true]);
    expect(inUse('市人事局')).toEqual([true, true, true, false, true]);
  });
});

describe('a bureau of a new area', () => {
  it.each([
    ['西咸新区人社局', '西咸新区人力资源和社会保障局 hrss'],
    ['雄安新区住建局', '雄安新区住房和城乡建设局 housing'],
    ['雄安新区公共服务局', '雄安新区公共服务局 未知'],
    ['西咸新区管委会', '西咸新区管理委员会 zone'],
  ])('keeps it: %s is %s', (surface, expected) => {
    expect(told(surface)).toBe(expected);
    expect(told(surface, { region: null })).toBe(expected);
  });

  it('is the plan’s own where the plan is the area’s', () => {
    expect(told('西咸新区人社局', { region: '西咸新区', level: 'county', carried: '区' })).toBe(
      '区人力资源和社会保障局 hrss',
    );
  });
});

describe('a bureau of a zone that the plan calls by its kind', () => {
  const own = { region: null, level: null, carried: null };

  it.each([
    ['新区财政局', '新区财政局 finance'],
    ['新区建设与交通局', '新区建设与交通局 merged'],
    ['示范区教体局', '示范区教育体育局 education-sports'],
    ['高新区经发局', '高新区经济发展局 economic-development'],
    ['经开区管委会', '经开区管理委员会 zone'],
  ])('keeps the kind: %s is %s', (surface, expected) => {
    expect(told(surface, own)).toBe(expected);
  });

  it.each(['新区', '示范区', '高新区'])('hands %s on to the next of the list', (zone) => {
    const { carries } = resolveUnit(`${zone}财政局`, { ...city, ...own });
    expect(carries).toBe(zone);
    expect(told('教育局', { ...own, carried: carries })).toBe(`${zone}教育局 education`);
  });

  it('is no unit of the district beside it', () => {
    expect(told('高新区经发局', { carried: '区' })).toBe('高新区经济发展局 economic-development');
  });
});

describe('words around a government', () => {
  it('are no place of its own', () => {
    expect(told('必要时提请区政府')).toMatch(/未知$/);
    expect(told('及时报请县政府')).toMatch(/未知$/);
    expect(told('平遥县政府')).toBe('平遥县人民政府 government');
  });
});
