/** A place that issues a plan, and how its own level prints units and what lies below it. */
export interface Place {
  name: string;
  /** The level as the list of units prints it; empty for the State Council. */
  prefix: string;
  /** The place in the names of branches: 宜昌 of 人行宜昌市分行. */
  stem: string;
  sign: string;
  /** What a bureau is called here. */
  end: '厅' | '局' | '部';
  /** Groups without names that stand for all places below. */
  below: string[];
  /** Places below by name, as they stand before 人民政府. */
  named: string[];
}

const COUNTIES = ['各县（市、区）人民政府', '各县（市、区）', '各县区', '各县（市、区）政府'];
const TOWNS = ['各乡镇', '各乡镇人民政府', '各乡镇人民政府（街道办事处）', '各镇（街道）'];

const province = { end: '厅', below: ['各市人民政府', '各设区市人民政府', '各市、县人民政府'] } as const;

export const PLACES: Place[] = [
  {
    ...province,
    name: '山东省',
    prefix: '省',
    stem: '山东',
    sign: '鲁',
    below: [...province.below],
    named: ['青岛市'],
  },
  {
    ...province,
    ...{ name: '广西壮族自治区', prefix: '自治区', stem: '广西', sign: '桂', below: [...province.below] },
    named: ['南宁市', '百色市'],
  },
  { name: '宜昌市', prefix: '市', stem: '宜昌', sign: '宜', end: '局', below: COUNTIES, named: ['枝江市', '远安县'] },
  { name: '咸阳市', prefix: '市', stem: '咸阳', sign: '咸', end: '局', below: COUNTIES, named: ['彬州市', '永寿县'] },
  {
    ...{ name: '大理白族自治州', prefix: '州', stem: '大理', sign: '大', end: '局' },
    ...{ below: ['各县市人民政府', '各县（市）'], named: ['祥云县', '弥渡县'] },
  },
  { name: '栾川县', prefix: '县', stem: '栾川', sign: '栾', end: '局', below: TOWNS, named: [] },
  { name: '立山区', prefix: '区', stem: '立山', sign: '立', end: '局', below: TOWNS, named: [] },
];

/** A plan of the State Council: ministries, no level before their names. */
export const STATE: Place = {
  ...{ name: '国务院', prefix: '', stem: '', sign: '国', end: '部', named: [] },
  below: ['各省（自治区、直辖市）人民政府', '各省、自治区、直辖市人民政府', '各地区'],
};
