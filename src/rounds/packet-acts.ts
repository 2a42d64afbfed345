import { CHANNELS } from '../../workflows/definition.js';
import { ActList, choices, type ActView, type Sent } from '../web/index.js';
import type { PacketForm } from './packet-forms.js';

const APPROVALS = { paper: '纸质审签', online: '线上审签', none: '不需审签' };
const NOT_OWN = '提交人不得审核：同一人代填又接收的，将标明“代填代审”。';

/** The small forms that this person may send on a packet now, from what the machine offers. */
export function packetActs(form: PacketForm, sent: Sent | null): ActView[] {
  const { packet, offers } = form;
  const can = (type: string) => offers.events.includes(type);
  const acts = new ActList(`/packets/${packet.id}/acts`, offers.revision, sent);
  if (can('accept')) acts.add('accept', '接收', [opinion('acceptOpinion')]);
  if (can('acceptOwnEntry')) acts.add('acceptOwnEntry', '接收（代填代审）', [opinion('ownOpinion')], { note: NOT_OWN });
  if (can('askMore')) askMore(acts, form);
  if (can('correctFigure') && form.record.figures.length > 0) correct(acts, form);
  if (can('addProof') && packet.onBehalf) {
    acts.add(
      'addProof',
      packet.proof ? '更换凭证' : '补充凭证',
      [{ name: 'proofFile', label: '凭证文件', kind: 'file', required: true }],
      { multipart: true },
    );
  }
  if (can('reportNil')) nil(acts, form);
  if (can('approveInside') && form.side === 'unit') approve(acts, form);
  if (can('withdraw')) acts.add('withdraw', '撤回', [reason('withdrawReason')], { danger: true });
  if (can('exempt')) acts.add('exempt', '免报', [reason('exemptReason')]);
  if (can('unexempt')) acts.add('unexempt', '取消免报', [day('unexemptDue', '新的报送截止日', form.today)]);
  if (can('setDue') && !can('unexempt'))
    acts.add('setDue', '调整本单位截止日', [day('newDue', '新的报送截止日', packet.due), text('newDueReason', '理由')]);
  return acts.acts;
}

function askMore(acts: ActList, { record, rows }: PacketForm): void {
  const titles = new Map(rows.map((row) => [row.assignmentId, `${row.no} ${row.title}`]));
  const boxes = record.rows.map((row) => {
    return {
      name: `askRows[${row.assignmentId}]`,
      label: titles.get(row.assignmentId) ?? row.assignmentId,
      kind: 'checkbox' as const,
    };
  });
  const fields = [...boxes, reason('askReason', '补充要求'), { ...day('askBy', '补报期限', ''), required: false }];
  acts.add('askMore', '请补充', fields, { note: boxes.length > 0 ? '勾选需要补充的任务；都不勾选为整件补充。' : '' });
}

function correct(acts: ActList, { record, figures }: PacketForm): void {
  const names = new Map(figures.map(({ indicator }) => [indicator.id, indicator.name]));
  const options = record.figures.map((figure) => {
    return [
      figure.indicatorId,
      `${names.get(figure.indicatorId) ?? figure.indicatorId}（现为 ${figure.printed}）`,
    ] as const;
  });
  acts.add('correctFigure', '更正数据', [
    {
      name: 'correctIndicator',
      label: '指标',
      kind: 'select',
      required: true,
      options: choices(Object.fromEntries(options)),
    },
    { ...text('correctPrinted', '更正数'), required: true, short: true },
    reason('correctReason', '更正理由'),
    { ...text('correctAgreedBy', '同意人'), required: true, short: true },
  ]);
}

function nil(acts: ActList, { side, today }: PacketForm): void {
  const words = { name: 'nilText', label: '说明', kind: 'textarea' as const, value: '本期无新的进展。' };
  const receipt = [
    { name: 'nilChannel', label: '报送渠道', kind: 'select' as const, required: true, options: choices(CHANNELS) },
    day('nilReceivedOn', '收到日期', today),
    { ...text('nilSigner', '报送人或签发人'), short: true },
    { ...text('nilPost', '职务'), short: true },
  ];
  acts.add('reportNil', side === 'unit' ? '零报告' : '代为零报告', side === 'unit' ? [words] : [words, ...receipt]);
}

function approve(acts: ActList, { today }: PacketForm): void {
  acts.add('approveInside', '登记单位审签', [
    { name: 'approveForm', label: '审签方式', kind: 'select', required: true, options: choices(APPROVALS) },
    { ...text('approveSigner', '签发人'), required: true, short: true },
    { ...text('approvePost', '职务'), short: true },
    day('approveOn', '审签日期', today),
  ]);
}

const text = (name: string, label: string) => ({ name, label, kind: 'text' as const });
const opinion = (name: string) => ({ name, label: '意见', kind: 'textarea' as const });
const reason = (name: string, label = '理由') => ({ name, label, kind: 'textarea' as const, required: true });
const day = (name: string, label: string, value: string) => ({
  name,
  label,
  kind: 'date' as const,
  value,
  required: true,
  short: true,
});
