import type {
  Figure,
  LedgerRow,
  LedgerView,
  ReceiptView,
  ReminderView,
  ReportView,
  SelfCheckView,
  SupervisionView,
  TaskRow,
  TaskTableView,
} from '../../src/reports/views.js';

const OFFICE = '太原市农民工工作领导小组办公室';
const PLAN = { title: '2023年太原市县域农民工市民化质量提升行动的实施方案', number: '并人社函〔2023〕88号' };

const figure = (text: string, source: number, mark: string | null = null): Figure => ({
  text,
  source,
  href: `/submissions/${source}`,
  mark,
});

/** A year-end report as the office of a city would send it up. */
export function yearEndView(changes: Partial<ReportView> = {}): ReportView {
  return {
    kind: 'year-end',
    genre: '报告',
    plan: PLAN,
    mark: OFFICE,
    number: '并农工办〔2023〕12号',
    signer: '某某某',
    title: '太原市农民工工作领导小组办公室关于2023年县域农民工市民化质量提升行动落实情况的报告',
    recipient: '省农民工工作领导小组办公室',
    asOf: '2023-11-30',
    opening: [['按照统一部署，我市把县域农民工市民化作为全年重点，逐项明确责任，按季调度，现将落实情况报告如下。']],
    sections: [
      {
        heading: '提高就业创业质量',
        level: 1,
        paragraphs: [['全年开展职业技能培训', figure('12.6万人次', 1, '预计全年'), '，劳务输出稳步扩大。']],
      },
      {
        heading: '稳定扩大就业岗位',
        level: 2,
        paragraphs: [['县域新增就业', figure('1.8万人', 2), '，完成年度任务的', figure('105%', 2), '。']],
      },
      { heading: '维护劳动权益', level: 1, paragraphs: [['欠薪线索', figure('37件', 3), '全部办结，实现动态清零。']] },
    ],
    problems: [['个别县区培训与岗位衔接不够紧密。']],
    next: [['逐县比对培训去向，把岗位信息前移到培训报名环节。']],
    coverage: '应报单位12家，已报11家，未报1家（市商务局）。',
    estimateNote: '标注“预计全年”的为预计数。',
    measures: [
      {
        no: '1',
        chapter: '提高就业创业质量',
        task: '稳定扩大县域就业岗位供给',
        target: '新增就业1.7万人',
        result: ['新增就业', figure('1.8万人', 2)],
        units: ['市发展和改革委员会', '市人力资源和社会保障局'],
        state: '完成',
        remark: '',
      },
      {
        no: '2',
        chapter: '提高就业创业质量',
        task: '开展职业技能培训',
        target: '12万人次',
        result: ['培训', figure('12.6万人次', 1, '预计全年')],
        units: ['市人力资源和社会保障局'],
        state: '完成',
        remark: '',
      },
    ],
    annexes: [
      {
        title: '县（市、区）落实情况表',
        paragraphs: [],
        landscape: false,
        table: {
          columns: [
            { label: '县（市、区）', width: 20 },
            { label: '培训人次', width: 20, centre: true },
          ],
          rows: [
            [['小店区'], [figure('1.2万', 4)]],
            [['清徐县'], [figure('0.9万', 5)]],
          ],
        },
      },
    ],
    sources: [1, 2, 3, 4, 5].map((no) => ({
      no,
      unit: '市人力资源和社会保障局',
      recorder: '联络员（市人力资源和社会保障局）',
      date: '2023-12-08',
      channel: no === 3 ? '纸质' : '系统填报',
      evidence: no === 3 ? '待补证' : '培训台账.xlsx',
      href: `/submissions/${no}`,
    })),
    signatories: [OFFICE],
    date: '2023-12-20',
    imprint: { copies: '市委办公室，市政府办公室', printer: OFFICE, date: '2023-12-20' },
    ...changes,
  };
}

export function taskRow(changes: Partial<TaskRow> = {}): TaskRow {
  return {
    no: '1',
    chapter: '提高就业创业质量',
    task: '稳定扩大县域就业岗位供给',
    action: '依托县域产业和重点项目开发岗位，帮助返乡人员就近就业。',
    goal: '新增就业1.7万人',
    lead: ['市发展和改革委员会'],
    responsible: [],
    supporting: ['市农业农村局', '市财政局'],
    due: '2023年12月31日',
    remark: '',
    ...changes,
  };
}

export function taskTableView(): TaskTableView {
  const first = taskRow();
  const second = taskRow({ no: '2', task: '开展职业技能培训', lead: ['市人力资源和社会保障局'], supporting: [] });
  const third = taskRow({ no: '3', chapter: '维护劳动权益', task: '根治欠薪', lead: [], responsible: ['市公安局'] });
  return {
    plan: PLAN,
    office: OFFICE,
    date: '2023-05-15',
    rows: [first, second, third],
    units: [
      { unit: '市发展和改革委员会', rows: [{ ...first, role: '牵头' }] },
      { unit: '市财政局', rows: [{ ...first, role: '配合' }] },
      { unit: '国家金融监督管理总局太原监管分局农村金融服务与普惠金融监管处', rows: [{ ...third, role: '责任' }] },
    ],
    note: '未列牵头单位的任务由我办汇总。',
  };
}

export function ledgerRow(changes: Partial<LedgerRow> = {}): LedgerRow {
  return {
    ...taskRow(),
    leader: '',
    person: '',
    contact: '',
    progress: '截至10月底，累计新增就业1.5万人，完成年度任务的88%；下一步，将组织四季度专场招聘。',
    completion: '88%',
    problems: '',
    next: '组织专场招聘',
    status: '推进中',
    light: '绿（正常推进）',
    closing: { appliedOn: null, evidence: '', opinion: '', reviewer: '', closedOn: null, closed: false },
    ...changes,
  };
}

export function ledgerView(rows: LedgerRow[] = [ledgerRow()]): LedgerView {
  return { plan: PLAN, office: OFFICE, asOf: '2023-10-31', rows, note: null };
}

export function supervisionView(): SupervisionView {
  return {
    office: OFFICE,
    number: '督〔2023〕3号',
    level: '重点',
    urgency: null,
    basis: '2023年第三季度调度',
    plan: PLAN,
    matter: '职业技能培训进度滞后',
    requirements: ['截至9月底完成年度任务的52%，落后序时进度23个百分点。', '请查明原因，提出赶进度的办法。'],
    lead: ['市人力资源和社会保障局'],
    supporting: [],
    assignedOn: '2023-10-12',
    dueOn: '2023-10-31',
    frequency: '每周',
    instruction: null,
    outcome: null,
    date: '2023-10-12',
  };
}

export function reminderView(): ReminderView {
  return {
    office: OFFICE,
    number: null,
    recipient: '市商务局',
    plan: PLAN,
    round: '2023年第三季度调度',
    dueOn: '2023-10-10',
    asOf: '2023-10-16',
    time: 2,
    items: [{ task: '家政服务提质扩容', missing: '进展情况、佐证材料', due: '2023年10月10日' }],
    replyBy: '2023-10-20',
    copies: '市政府办公室',
    date: '2023-10-16',
  };
}

export function receiptView(): ReceiptView {
  return {
    office: OFFICE,
    document: {
      title: `关于印发《${PLAN.title}》的通知`,
      number: PLAN.number,
      issuer: '市人力资源和社会保障局',
      date: '2023-05-11',
    },
    unit: null,
    receivedOn: null,
    receiver: null,
    opinion: null,
    returnBy: '2023-05-19',
  };
}

export function selfCheckView(): SelfCheckView {
  const row = { chapter: '提高就业创业质量', standard: '新增就业1.7万人', evidence: '', problem: '' };
  return {
    plan: PLAN,
    unit: null,
    period: '2023年度',
    rows: [
      { ...row, no: '1', item: '稳定扩大县域就业岗位供给', result: '', conclusion: '' },
      { ...row, no: '2', item: '开展职业技能培训', result: '已培训12.6万人次', conclusion: '完成' },
    ],
    note: '完成情况请写明截至日和数字。',
  };
}
