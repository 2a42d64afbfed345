import { day, flag, list, named, orNull, record, text, whole, type Schema } from './schema.js';

const optionalText = orNull(text());
const optionalDay = orNull(day());
const state = { state: text('流程状态（程序用）'), stateName: text('流程状态（中文）') };
const offered = {
  revision: whole('办理时放入 If-Match，防止覆盖他人刚办理的内容'),
  events: list(text(), '当前账号现在可以办理的事项'),
};

const plan = {
  ...{ id: text(), title: text(), docNumber: optionalText, issuers: list(text()), issuedOn: optionalDay },
  ...{ enabledOn: orNull(day('启用日期；之前的事项不催办、不亮红灯')), region: optionalText, level: optionalText },
  ...{ kind: optionalText, recipient: optionalText, ...state, yearFrom: whole(), yearTo: whole() },
};

const measure = {
  ...{ id: text(), planId: text(), cycleId: text(), key: text('举措在计划中的键，各年度相同'), no: text() },
  ...{ title: text(), content: text(), heading: list(text()), note: text('责任分工原文'), mode: text() },
  ...{
    leadUnit: orNull(named('Unit')),
    leadBasis: orNull(text('stated 文件印明或按唯一责任单位等认定，first_listed 排序第一，chosen 指定')),
  },
  ...{
    consolidator: text('office 我办汇总，lead 牵头单位汇总'),
    track: text('deliverable 办结型，standing 常态型'),
    ...state,
  },
  ...{ due: optionalDay, duePresumed: flag('完成时限为推定'), result: optionalText, closedOn: optionalDay },
  ...{ summary: optionalText, assignments: list(named('Assignment')) },
};

const matrixLine = {
  ...{
    packet: text(),
    unit: text('单位编号'),
    name: text('单位简称'),
    isCounty: flag(),
    state: text(),
    receipt: text('按时报送、逾期报送、待报送等'),
  },
  ...{
    isOwed: flag('仍应报送'),
    due: day(),
    submittedOn: optionalDay,
    receivedOn: optionalDay,
    signed: whole(),
    duties: whole(),
  },
  ...{ texts: whole(), figures: whole(), figuresAsked: whole(), hasCase: flag(), hasSealed: flag(), chased: whole() },
};

const round = {
  ...{
    id: text(),
    planId: text(),
    kind: text(),
    title: text(),
    asOf: day('数据截至日'),
    due: day('报送截止日'),
    ...state,
  },
};

const packet = {
  ...{ id: text(), roundId: text(), planId: text(), unit: named('Unit'), due: day(), ...state, ...offered },
  ...{ submittedOn: optionalDay, receivedOn: optionalDay, late: flag(), nil: flag('零报告'), onBehalf: flag('代填') },
  ...{ channel: optionalText, acceptedOn: optionalDay, selfReviewed: flag('代填代审'), summary: optionalText },
  ...{
    typicalCase: optionalText,
    askReason: optionalText,
    rows: list(named('PacketRow')),
    figures: list(named('Figure')),
  },
  files: list(record({ sha256: text(), name: text(), kind: text() })),
};

/** What the interface answers, by name. */
export const ANSWERS: Record<string, Schema> = {
  Error: {
    ...record({
      code: text('稳定的错误代码'),
      message: text('中文说明'),
      detail: { type: 'object' },
      requestId: text(),
    }),
    description: '没有办理的原因；detail 中的 place 指出位置，cure 说明怎么办，facts 是供程序用的事实。',
  },
  Unit: record({ id: text(), name: text() }),
  Plan: record(plan),
  Plans: record({ plans: list(named('Plan')) }),
  PlanSheet: record({
    ...{ ...plan, ...offered, today: day('计划的今天'), basis: list(text()) },
    ...{ cycles: list(named('Cycle')), indicators: list(named('Indicator')) },
  }),
  Cycle: record({ id: text(), year: whole(), ...state, phases: list(named('Phase')) }),
  Phase: record({ stage: text(), name: text(), start: optionalDay, end: optionalDay, origin: text() }),
  Indicator: record({
    ...{ id: text(), measureKey: orNull(text('所属举措的键；空为全计划指标')), name: text(), definition: optionalText },
    ...{ unit: optionalText, aggregation: text(), op: optionalText, target: orNull(text('基本单位下的十进制数')) },
    ...{ raw: optionalText, by: optionalDay },
  }),
  Measures: record({ measures: list(named('Measure')) }),
  Measure: record(measure),
  MeasureSheet: record({ ...measure, ...offered }),
  Assignment: record({
    ...{
      id: text(),
      unit: named('Unit'),
      role: text('responsible 责任，supporting 配合'),
      isLead: flag(),
      followsLead: flag(),
    },
    ...{ ...state, ackKind: optionalText, ackOn: optionalDay, due: optionalDay, firstDue: optionalDay },
    ...{
      duePresumed: flag(),
      status: optionalText,
      progress: orNull(whole()),
      text: optionalText,
      issues: optionalText,
    },
    ...{ nextStep: optionalText, reportedOn: optionalDay, packetId: optionalText, overdue: flag() },
  }),
  Rounds: record({ rounds: list(named('RoundLine')) }),
  RoundLine: record({ ...round, total: whole(), reported: whole(), accepted: whole(), ownPacket: optionalText }),
  Round: record({
    ...{ ...round, ...offered, today: day(), basis: optionalText, parts: list(text()), indicators: list(text()) },
    ...{ lines: list(record(matrixLine)), notReported: text('“截至……尚未报送……”') },
  }),
  Packet: record(packet),
  PacketRow: record({
    ...{
      assignment: text(),
      measure: text(),
      no: text(),
      title: text(),
      role: text(),
      isLead: flag(),
      followsLead: flag(),
    },
    ...{ askedAgain: flag('要求补充'), text: optionalText, status: optionalText, progress: orNull(whole()) },
    ...{ issues: optionalText, nextStep: optionalText },
  }),
  Figure: record({
    ...{
      indicator: text(),
      name: text(),
      unit: optionalText,
      printed: optionalText,
      value: orNull(text('基本单位下的十进制数')),
    },
    ...{ numerator: optionalText, denominator: optionalText, valueStatus: optionalText, remark: optionalText },
    source: orNull(whole('来源编号：记录中的序号')),
  }),
  Ledger: record({
    ...{ total: whole(), page: whole(), pages: whole(), lights: { type: 'object', additionalProperties: whole() } },
    rows: list(named('LedgerRow')),
  }),
  LedgerRow: record({
    ...{
      assignment: text(),
      planId: text(),
      planTitle: text(),
      year: whole(),
      measure: text(),
      no: text(),
      title: text(),
    },
    ...{ unit: named('Unit'), role: text('lead、responsible、supporting'), light: text(), lightReason: text() },
    ...{ status: text(), text: optionalText, progress: orNull(whole()), issues: optionalText, nextStep: optionalText },
    ...{ due: optionalDay, reportedOn: optionalDay, packetId: optionalText },
  }),
  Issued: record(
    { id: text('计划'), revision: whole('办理后的版本'), ...state, membersLeft: list(named('MembersLeft')) },
    '已印发；membersLeft 为没有名单可补的“相关部门、成员单位”',
  ),
  MembersLeft: record({
    ...{ no: text('举措序号'), title: text(), surface: text('原文的写法') },
    to: text('nobody 没有分办，named 没有别的责任单位，分给了文件点名的全部单位'),
  }),
  Done: record({ id: text('办理的事项'), revision: whole('办理后的版本'), ...state }, '已办理'),
  Imported: record({ id: text('计划编号') }, '已导入为草稿'),
  Opened: record({ id: text('调度编号') }, '已发起'),
  Document: { type: 'object', description: 'OpenAPI 3.1 文档' },
};
