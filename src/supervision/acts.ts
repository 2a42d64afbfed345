import { CHANNELS } from '../../workflows/definition.js';
import { ActList, type ActView, type FieldView, type Sent } from '../web/index.js';
import { LEVELS, nextLevel, WAYS } from './levels.js';
import type { Supervision } from './supervision.entities.js';

/** What the forms start from. */
export interface ActGround {
  supervision: Supervision;
  offers: { revision: number; events: string[] };
  /** The reader acts for the unit itself; else the office records on its behalf. */
  isOwn: boolean;
  today: string;
  orderText: string;
  letterText: string;
  orderDue: string;
  letterDue: string;
}

type Field = Partial<FieldView> & Pick<FieldView, 'name' | 'label' | 'kind'>;
type Plan = { label: string; fields: (ground: ActGround) => Field[]; multipart?: boolean; note?: string };

/** Acts with forms of their own; the rest goes through the common buttons. */
const ACTS: Record<string, Plan> = {
  draftOrder: {
    label: '起草督办单',
    fields: ({ orderText, orderDue, supervision }) => [
      area('orderText', '督办内容', orderText),
      day('orderDue', '反馈期限', orderDue),
      select('orderLevel', '督办级别', LEVELS, supervision.level),
    ],
  },
  draftLetter: {
    label: '起草商请函',
    fields: ({ letterText, letterDue }) => [
      area('letterText', '商请内容', letterText),
      day('letterDue', '反馈期限', letterDue),
    ],
  },
  revise: {
    label: '修改文稿',
    fields: ({ supervision }) => [
      area('reviseText', '内容', supervision.text ?? ''),
      day('reviseDue', '反馈期限', supervision.due ?? ''),
    ],
  },
  recordApproval: {
    label: '登记领导签批',
    multipart: true,
    note: '领导在纸上签批的，登记签批人和日期；本人起草又由本人登记的，将标明“代填代审”。',
    fields: ({ today }) => [
      line('approvalSigner', '签批人', true),
      line('approvalPost', '职务', false),
      day('approvalOn', '签批日期', today),
      { ...upload('签批件扫描（可后补）'), multiple: false },
    ],
  },
  send: {
    label: '编号发出',
    fields: ({ today, supervision }) => [
      { ...line('sendNumber', '编号', false), hint: '留空由系统按年度接续编号。' },
      day('sendOn', '发出日期', today),
      select('sendChannel', '渠道', CHANNELS, '公文系统'),
      day('sendDue', '反馈期限', supervision.due ?? ''),
    ],
  },
  acknowledge: { label: '签收', fields: (ground) => [...receipt(ground, 'ack'), line('ackPost', '签收人职务', false)] },
  reply: {
    label: '反馈办理情况',
    multipart: true,
    fields: (ground) => [
      ...receipt(ground, 'reply'),
      area('replyText', '办理情况', ''),
      ...(ground.isOwn ? [] : [line('replySigner', '签发人', false), line('replyPost', '签发人职务', false)]),
      upload(ground.isOwn ? '附件' : '反馈原件扫描（可后补）'),
    ],
  },
  extend: {
    label: '延长期限',
    fields: ({ orderDue }) => [day('extendDue', '新的反馈期限', orderDue), area('extendReason', '延期理由', '')],
  },
  askAgain: {
    label: '要求再次反馈',
    fields: ({ orderDue }) => [area('againReason', '要求', ''), day('againDue', '新的反馈期限', orderDue)],
  },
  escalate: {
    label: '升级督办',
    note: '升级后形成新的督办单，照常审签、编号、发出。',
    fields: ({ supervision, orderText, orderDue }) => [
      select('escalateLevel', '督办级别', LEVELS, nextLevel(supervision) ?? supervision.level),
      area('escalateText', '督办内容', orderText),
      day('escalateDue', '反馈期限', orderDue),
    ],
  },
};

/** Events whose forms are here, or that only the product itself proposes. */
export const OWN_FORMS = new Set([...Object.keys(ACTS), 'proposeEscalation']);

/** The first field of an act's form: where a fault without a field of its own is shown. */
export function prefixOf(act: string): string {
  const prefixes: Record<string, string> = {
    ...{
      draftOrder: 'order',
      draftLetter: 'letter',
      recordApproval: 'approval',
      acknowledge: 'ack',
      askAgain: 'again',
    },
  };
  return prefixes[act] ?? act;
}

/** The forms that this person may send now, from what the machine offers. */
export function supervisionActs(ground: ActGround, sent: Sent | null): ActView[] {
  const { supervision, offers } = ground;
  const offered = Object.entries(ACTS).filter(([type]) => offers.events.includes(type));
  const list = new ActList(`/supervision/${supervision.id}/acts`, offers.revision, sent);
  for (const [type, { label, fields, multipart, note }] of offered)
    list.add(type, label, fields(ground), { multipart: multipart ?? false, note: note ?? '' });
  return list.acts;
}

/** The choices of a select field. */
export function options(words: Record<string, string>, chosen: string): NonNullable<FieldView['options']> {
  return Object.entries(words).map(([value, label]) => ({ value, label, selected: value === chosen }));
}

/** The ways open for a unit, as choices. */
export function wayOptions(ways: readonly (keyof typeof WAYS)[], chosen: string): NonNullable<FieldView['options']> {
  return options(Object.fromEntries(ways.map((way) => [way, WAYS[way]])), chosen);
}

function receipt({ isOwn, today }: ActGround, prefix: string): Field[] {
  if (isOwn) return [];
  return [select(`${prefix}Channel`, '收到渠道', CHANNELS, ''), day(`${prefix}ReceivedOn`, '收到日期', today)];
}

const area = (name: string, label: string, value: string): Field => {
  return { name, label, kind: 'textarea', value, required: true, rows: value === '' ? 4 : 10 };
};
const day = (name: string, label: string, value: string): Field => {
  return { name, label, kind: 'date', value, required: true, short: true };
};
const line = (name: string, label: string, required: boolean): Field => ({ name, label, kind: 'text', required });
const select = (name: string, label: string, words: Record<string, string>, chosen: string): Field => {
  return { name, label, kind: 'select', value: chosen, required: true, options: options(words, chosen) };
};
const upload = (label: string): Field => ({ name: 'files', label, kind: 'file', multiple: true });
