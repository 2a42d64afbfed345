/** A piece of a plan: a paragraph, with the number that a word processor counts by itself apart, or a table. */
export type Piece = { text: string; level?: 0 | 1 | 2; number?: string; centred?: boolean } | { rows: string[][] };

const centred = (text: string): Piece => ({ text, centred: true });
const chapter = (number: string, text: string): Piece => ({ text, level: 0, number: `${number}、` });
const section = (number: string, text: string): Piece => ({ text, level: 1, number: `（${number}）` });
const item = (number: number, text: string): Piece => ({ text, level: 2, number: `${number}.` });

/** The head of the 任务分解表 and its rows; an empty cell under 重点任务 continues the one above. */
export const TASK_ROWS = [
  ['序号', '重点任务', '具体举措', '牵头单位', '配合单位', '完成时限'],
  [
    '1',
    '办好夜间课堂',
    '在工地和园区开设夜间课堂，全年授课不少于80场次。',
    '市教育局',
    '市总工会、市财政局',
    '2024年12月',
  ],
  ['2', '', '为每个夜间课堂配备1名辅导员。', '市总工会', '市教育局', '2024年6月底前'],
  [
    '3',
    '修缮务工驿站',
    '修缮务工驿站12处，配齐饮水、充电和急救设施。',
    '市住房和城乡建设局',
    '市财政局',
    '2024年9月30日前',
  ],
];

/**
 * A plan of our own writing that holds what plans hold: red head, dispatch, goals, notes of several kinds, targets,
 * days, conditions, a table of tasks, phases and duties of reporting. Numbers are counted from one in every group.
 */
export const WHOLE_PLAN: Piece[] = [
  centred('太原市农民工工作领导小组办公室文件'),
  centred('并农工办〔2024〕15号'),
  centred('关于印发《太原市2024年进城务工人员服务工作方案》的通知'),
  { text: '各县（市、区）农民工工作领导小组，市直有关单位：' },
  { text: '现将《太原市2024年进城务工人员服务工作方案》印发给你们，请对照分工抓好落实。' },
  { text: '太原市农民工工作领导小组办公室' },
  { text: '2024年3月18日' },
  centred('太原市2024年进城务工人员服务工作方案'),
  chapter('一', '工作目标'),
  { text: '全年开展技能培训1.2万人次以上，培训合格率达到90%以上，欠薪案件动态清零。' },
  chapter('二', '重点任务'),
  section('一', '稳定岗位供给'),
  item(
    1,
    '开行返岗专列。春节前后开行返岗专列、专车不少于40趟，运送返岗人员3000人次以上。（市人力资源和社会保障局牵头，市交通运输局、市财政局配合）',
  ),
  item(
    2,
    '建好零工驿站。6月底前每个县（市、区）建成1个零工驿站，全年发布岗位2万个以上。（责任单位：市人力资源和社会保障局、市总工会，各县（市、区）人民政府）',
  ),
  section('二', '守住工资底线'),
  item(
    1,
    '落实工资专户。在建项目工资专户开设率保持在98%以上，做到应设尽设；每月25日前通报一次。（市住房和城乡建设局、市交通运输局、市水务局按职责分工负责）',
  ),
  item(2, '快立快审快执。对欠薪案件当日受理，10月底前办结积案。（市中级人民法院负责）'),
  chapter('三', '实施步骤'),
  section('一', '动员部署阶段（2024年3月底前）。各单位明确责任人。'),
  section('二', '推进落实阶段（2024年4月1日至11月30日）。各单位按月推进。'),
  section(
    '三',
    '总结评估阶段（2024年12月）。各县（市、区）于2024年12月10日前将全年情况报送市农民工办，市农民工办汇总后于2024年12月25日前报省农民工办。',
  ),
  centred('附件'),
  centred('太原市2024年进城务工人员服务工作任务分解表'),
  { rows: TASK_ROWS },
];

/** The plan's lines as printed; a table as rows of cells with tabs between. */
export function printedLines(pieces: Piece[] = WHOLE_PLAN): string[] {
  return pieces.flatMap((piece) =>
    'rows' in piece ? filled(piece.rows).map((row) => row.join('\t')) : [`${piece.number ?? ''}${piece.text}`],
  );
}

/** Text cannot merge cells: what stands over several rows is printed in each. */
function filled(rows: string[][]): string[][] {
  return rows.map((row, at) => row.map((cell, column) => cell || rows[at - 1]![column]!));
}
