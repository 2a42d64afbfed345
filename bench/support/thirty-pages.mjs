/** A plan of an invented city, long enough for thirty printed pages: one string per paragraph, always the same. */
const UNITS = [
  '市人力资源社会保障局',
  '市住房城乡建设局',
  '市教育局',
  '市财政局',
  '市交通运输局',
  '市农业农村局',
  '市卫生健康委',
  '市公安局',
  '市总工会',
  '市妇联',
];
const CHAPTERS = ['稳定和扩大就业', '提升职业技能', '维护劳动报酬', '改善居住条件', '保障子女教育', '加强组织领导'];
const TASKS = [
  ['组织返岗服务', '春节前后摸清返岗日期和目的地，开行返岗专车不少于{n}趟，为集中出行的务工人员提供点对点服务'],
  ['办好零工市场', '按照方便求职、就近用工的要求，新建和改造零工市场{n}个，全年提供灵活就业岗位{m}个以上'],
  ['开展技能培训', '围绕制造业、家政和建筑等行业的用工需求，全年培训务工人员{m}人次以上，培训后就业率达到{p}%以上'],
  ['落实保证金制度', '对新开工的工程项目逐个核查，工资保证金存储率保持在{p}%以上，对未存储的项目限期整改'],
  ['畅通维权渠道', '统一受理举报投诉电话和网上线索，举报投诉案件按期办结率达到{p}%以上，疑难案件会商处理'],
  ['扩大住房供给', '筹集保障性租赁住房{n}套，优先供应在城区稳定就业的务工家庭，并公开申请条件和轮候名单'],
  ['办好随迁子女入学', '简化随迁子女入学手续，公办学校和政府购买学位的就读比例不低于{p}%，新增学位{m}个'],
  ['加强健康服务', '为务工人员集中的工地和园区安排健康检查{n}场，建立健康档案{m}份，职业病防治宣传覆盖重点行业'],
];
const MORE = [
  '各责任单位要建立工作台账，逐项明确时间要求和具体负责人，每季度末梳理进展情况、存在问题和下一步打算，重要情况随时报告。',
  '对进度较慢的事项，要分析原因、调整力量，必要时由分管负责同志现场协调，确保年底前完成全年任务，不得以会议代替落实。',
  '要注意总结各县（市、区）的好做法，把一次性的活动变成长期管用的办法，让务工人员看得到变化、得到实惠。',
];
const NUMERALS = '一二三四五六七八九十';

/** Chinese numeral up to 99. */
function numeral(n) {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return (tens > 1 ? NUMERALS[tens - 1] : '') + (tens ? '十' : '') + (ones ? NUMERALS[ones - 1] : '');
}

function task(chapter, place) {
  const at = chapter * 17 + place;
  const [title, text] = TASKS[at % TASKS.length];
  const figures = { n: 20 + at, m: 1000 + 50 * at, p: 90 + (at % 10) };
  const body = text.replace(/\{(\w)\}/g, (_, name) => String(figures[name]));
  const unit = (offset) => UNITS[(at + offset) % UNITS.length];
  const note = `（${unit(0)}牵头，${unit(3)}、${unit(5)}配合，各县（市、区）政府负责落实）`;
  return `（${numeral(place)}）${title}。${body}。${MORE[at % 3]}${MORE[(at + 1) % 3]}${note}`;
}

const HEAD = [
  '关于印发《云岭市2024年农民工服务保障工作方案》的通知',
  '云农工办〔2024〕7号',
  '各县（市、区）农民工工作领导小组，市直有关单位：',
  '现将《云岭市2024年农民工服务保障工作方案》印发给你们，请结合实际抓好落实。',
  '云岭市农民工工作领导小组办公室',
  '2024年3月8日',
  '云岭市2024年农民工服务保障工作方案',
];

/** The plan's paragraphs, with `tasks` tasks in each of six chapters. */
export function planParagraphs(tasks = 15) {
  const chapters = CHAPTERS.map((title, index) => [
    `${numeral(index + 1)}、${title}`,
    ...Array.from({ length: tasks }, (_, place) => task(index, place + 1)),
  ]);
  return [...HEAD, ...chapters.flat()];
}
