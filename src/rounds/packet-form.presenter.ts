import { CHANNELS } from '../../workflows/definition.js';
import { printDay } from '../domain/calendar/day.js';
import { VALUE_STATUSES } from '../domain/figures/value-status.js';
import { choices, type FieldView, type PageError } from '../web/index.js';
import type { FormFigure, FormRow, PacketForm } from './packet-forms.js';
import { backOf } from './packet.presenter.js';
import { FOLLOWS_LEAD, ROW_STATUSES } from './packet.types.js';

/** The form: rows with last period's words, figures with last values, texts, papers; for the office also how it came in. */
export function formView(form: PacketForm, errors: PageError[]): object {
  const { packet, round, plan, unit } = form;
  const office = form.side === 'office';
  const wrong = new Map(errors.flatMap((error) => (error.field ? [[error.field, error.message] as const] : [])));
  const base = `/packets/${packet.id}`;
  return {
    ...{ title: office ? `代填：${unit.fullName}` : round.title, nav: 'rounds', subtitle: plan.title, errors },
    back: office ? { href: base, label: '报送件' } : backOf(form),
    ...{ office, unitName: unit.fullName, rev: form.offers.revision, page: base },
    lead: `数据截至${printDay(round.asOf)}，请于${printDay(packet.due)}前报送。${round.basis ? `依据：${round.basis}。` : ''}`,
    ask: packet.state === 'incomplete' ? (packet.askReason ?? '') : null,
    ...{ action: `${base}/${office ? 'record' : 'form'}`, save: `${base}/save`, draft: `${base}/draft` },
    draftNote: form.draft ? `草稿由${form.draft.savedBy}于 ${shanghaiTime(form.draft.savedAt)} 保存。` : '',
    receipt: office ? receiptFields(form, wrong) : [],
    own: form.rows.filter((row) => !row.followsLead).map((row) => rowView(row, wrong)),
    following: form.rows.filter((row) => row.followsLead).map((row) => rowView(row, wrong)),
    figures: form.figures.map((figure) => figureView(figure, wrong)),
    texts: textFields(form, wrong),
    files: form.files.map((file) => ({ ...file, drop: `dropFiles[${file.sha256}]` })),
    upload: uploadFields(office),
  };
}

function shanghaiTime(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
}

function rowView(row: FormRow, wrong: Map<string, string>): object {
  const { assignmentId, current, previous } = row;
  const named = (name: string) => `rows[${assignmentId}][${name}]`;
  const error = (name: string) => wrong.get(named(name));
  const statuses = ROW_STATUSES.filter((word) => word !== FOLLOWS_LEAD || row.role === 'supporting');
  const field = (name: string, label: string, kind: FieldView['kind'], value: string | undefined): FieldView => {
    return { name: named(name), label, kind, value: value ?? '', error: error(name), rows: name === 'text' ? 4 : 2 };
  };
  const status = selectOf(named('status'), '进展状态', statuses, current.status ?? '', '按内容自动判断');
  const progress = field('progress', '完成率', 'number', String(current.progress ?? ''));
  const brief = [
    { ...status, error: error('status') },
    { ...progress, unit: '%', short: true },
  ];
  const texts = [field('text', '进展情况', 'textarea', current.text)];
  const more = [
    field('issues', '存在问题', 'textarea', current.issues),
    field('nextStep', '下一步措施', 'textarea', current.nextStep),
  ];
  const written = [current.text, current.issues, current.nextStep].some(Boolean);
  return {
    ...{
      id: assignmentId,
      title: `${row.no} ${row.title}`,
      content: row.content,
      texts,
      brief,
      more,
      askedAgain: row.askedAgain,
    },
    role: `${row.isLead ? '牵头' : row.role === 'responsible' ? '责任单位' : '配合单位'}${row.due ? `，完成时限 ${row.due}` : ''}`,
    hasMore: Boolean(current.issues || current.nextStep) || more.some((one) => one.error !== undefined),
    open: written || [...texts, ...brief].some((one) => one.error !== undefined),
    previous: previous
      ? {
          asOf: previous.asOf,
          status: previous.status ?? '',
          progress: String(previous.progress ?? ''),
          text: previous.text ?? '',
        }
      : null,
  };
}

function figureView({ indicator, previous, current }: FormFigure, wrong: Map<string, string>): object {
  const named = (name: string) => `figures[${indicator.id}][${name}]`;
  const line = (name: string, label: string, value: string | undefined): FieldView => {
    return { name: named(name), label, kind: 'text', value: value ?? '', short: true, error: wrong.get(named(name)) };
  };
  const printed = { ...line('printed', '数值', current.printed), unit: indicator.unit ?? '' };
  const isRatio = indicator.aggregation === 'ratio';
  const parts = isRatio
    ? [line('numerator', '分子', current.numerator), line('denominator', '分母', current.denominator)]
    : [];
  const status = selectOf(
    named('valueStatus'),
    '数据性质',
    [...VALUE_STATUSES].reverse(),
    current.valueStatus || '快报',
  );
  return {
    ...{
      id: `f-${indicator.id}`,
      name: indicator.name,
      definition: indicator.definition ?? '',
      target: indicator.raw ?? '',
    },
    previous: previous ? `${previous.printed}（截至 ${previous.asOf}，${previous.valueStatus}）` : '',
    brief: [printed, ...parts, status],
    remark: { ...line('remark', '备注', current.remark), short: false },
  };
}

function selectOf(name: string, label: string, words: readonly string[], value: string, empty?: string): FieldView {
  const options = choices(words, empty).map((option) => ({ ...option, selected: option.value === value }));
  return { name, label, kind: 'select', value, options, short: true };
}

function textFields({ round, summary, typicalCase }: PacketForm, wrong: Map<string, string>): FieldView[] {
  const area = (name: string, label: string, value: string): FieldView => {
    return { name, label, kind: 'textarea', value, rows: 10, error: wrong.get(name) };
  };
  return [
    ...(round.parts.includes('text') || summary ? [area('summary', '工作情况（文字材料）', summary)] : []),
    ...(round.parts.includes('case') || typicalCase ? [area('typicalCase', '典型案例', typicalCase)] : []),
  ];
}

function receiptFields({ today, receipt: sent }: PacketForm, wrong: Map<string, string>): FieldView[] {
  const line = (name: 'signer' | 'post', label: string): FieldView => {
    return { name, label, kind: 'text', value: sent[name] ?? '', short: true, error: wrong.get(name) };
  };
  const channel = selectOf('channel', '报送渠道', Object.keys(CHANNELS), sent.channel || '纸质');
  const received: FieldView = {
    ...{
      name: 'receivedOn',
      label: '收到日期',
      kind: 'date',
      value: sent.receivedOn || today,
      required: true,
      short: true,
    },
    ...{ hint: '按收到的日期判断是否按时，与录入日期无关。', error: wrong.get('receivedOn') },
  };
  return [
    { ...channel, error: wrong.get('channel') },
    received,
    line('signer', '签发人或报送人'),
    line('post', '职务'),
  ];
}

function uploadFields(office: boolean): FieldView[] {
  const accept = '.pdf,.jpg,.jpeg,.png,.docx,.doc,.wps,.xlsx,.xls,.et,.ofd';
  if (office) {
    const hint = '来文扫描件、截图或照片；暂时没有的，可以先录入，标明“待补证”。';
    return [
      { name: 'files', label: '凭证（来文扫描件或截图）', kind: 'file', value: '', accept, multiple: true, hint },
    ];
  }
  return [
    { name: 'files', label: '上传文件', kind: 'file', value: '', accept, multiple: true },
    selectOf('filesKind', '文件类别', ['盖章件', '附件'], '盖章件'),
  ];
}
