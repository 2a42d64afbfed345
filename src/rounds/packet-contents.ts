import { Refusal } from '../shared/errors.js';
import { readFigure } from './packet-figures.js';
import {
  FOLLOWS_LEAD,
  NO_PROGRESS,
  ROW_STATUSES,
  type ContentsInput,
  type FieldFault,
  type FigureEntryRecord,
  type RowEntry,
  type RowInput,
} from './packet.types.js';

/** What the contents are checked against. */
export interface ContentsGround {
  /** The unit's open assignments in the round's year. */
  duties: {
    assignmentId: string;
    measureId: string;
    no: string;
    title: string;
    role: string;
    followsLead: boolean;
    track: string;
    /** The plan names a season or a rhythm for it. */
    timed?: boolean;
  }[];
  /** The indicators this unit reports in this round. */
  indicators: { id: string; name: string; unit: string | null; aggregation: string }[];
  /** Papers that came along. */
  files: number;
}

export interface CheckedContents {
  rows: RowEntry[];
  figures: FigureEntryRecord[];
  texts: { summary: string | null; typicalCase: string | null }[];
}

const LONGEST_ROW = 5_000;
const LONGEST_TEXT = 30_000;

/**
 * Checks what a unit hands in and puts figures into their base units. A supporting row that nobody filled in says
 * 随牵头统一反馈. Refusals: invalid_input with one fault per field (facts.fields); packet_empty, which points to 零报告.
 */
export function checkContents(input: ContentsInput, ground: ContentsGround): CheckedContents {
  const faults: FieldFault[] = [];
  const rows = ground.duties.flatMap((duty) => checkedRow(input.rows[duty.assignmentId] ?? {}, duty, faults));
  const figures = ground.indicators.flatMap((one) => readFigure(input.figures[one.id] ?? {}, one, faults));
  refuseForeign(input, ground, faults);
  const texts = {
    summary: longText(input.summary, 'summary', faults),
    typicalCase: longText(input.typicalCase, 'typicalCase', faults),
  };
  if (faults.length > 0) throw invalidContents(faults);
  if (isEmpty(rows, figures, texts, ground)) throw emptyPacket();
  return { rows, figures, texts: [texts] };
}

/** The refusal that names every field that is not as it should be. */
export function invalidContents(fields: FieldFault[]): Refusal {
  return new Refusal('invalid_input', fields.map((fault) => fault.message).join('；'), {
    place: fields.map((fault) => fault.field).join('、'),
    cure: '请按提示修改后再报送；已填的内容没有丢失。',
    facts: { fields },
  });
}

function checkedRow(row: RowInput, duty: ContentsGround['duties'][number], faults: FieldFault[]): RowEntry[] {
  const field = (name: string) => `rows[${duty.assignmentId}][${name}]`;
  const label = `${duty.no} ${duty.title}`;
  const text = trimmed(row.text);
  if (text && text.length > LONGEST_ROW)
    faults.push({ field: field('text'), message: `“${label}”进展情况超过 ${LONGEST_ROW} 字，请精简` });
  const progress = readProgress(
    row.progress,
    { field: field('progress'), message: `“${label}”完成率应为 0 到 100 的整数` },
    faults,
  );
  const status = readStatus(
    row.status,
    { field: field('status'), message: `“${label}”的进展状态不在可选范围内` },
    faults,
  );
  if (status === FOLLOWS_LEAD && duty.role === 'responsible') {
    faults.push({ field: field('status'), message: `“${label}”由本单位负责，不能选“${FOLLOWS_LEAD}”` });
  }
  const [issues, nextStep] = [trimmed(row.issues), trimmed(row.nextStep)];
  const isFilled = Boolean(text || issues || nextStep || status) || progress !== null;
  if (!isFilled && !duty.followsLead) return [];
  const word = status ?? (isFilled ? impliedStatus(duty, progress) : FOLLOWS_LEAD);
  return [
    { assignmentId: duty.assignmentId, measureId: duty.measureId, text, status: word, progress, issues, nextStep },
  ];
}

function impliedStatus({ track, timed }: ContentsGround['duties'][number], progress: number | null): string {
  if (track === 'standing' && !timed) return '长期坚持';
  return progress === 100 ? '已完成' : '推进中';
}

function readStatus(value: string | undefined, fault: FieldFault, faults: FieldFault[]): string | null {
  const status = trimmed(value);
  if (status === null || (ROW_STATUSES as readonly string[]).includes(status)) return status;
  faults.push(fault);
  return null;
}

/** “85”, “85%” and “８５” are 85; blank is not filled in. */
function readProgress(value: RowInput['progress'], fault: FieldFault, faults: FieldFault[]): number | null {
  const text = String(value ?? '')
    .normalize('NFKC')
    .replace(/[%\s]/g, '');
  if (text === '') return null;
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
  faults.push(fault);
  return null;
}

/** A row or figure that is not this unit's in this round is never dropped in silence. */
function refuseForeign(input: ContentsInput, ground: ContentsGround, faults: FieldFault[]): void {
  const rows = new Set(ground.duties.map((duty) => duty.assignmentId));
  const figures = new Set(ground.indicators.map((one) => one.id));
  const hasWords = (entry: object) => Object.values(entry).some((value) => trimmed(String(value ?? '')) !== null);
  for (const [id, row] of Object.entries(input.rows)) {
    if (!rows.has(id) && hasWords(row))
      faults.push({ field: `rows[${id}][text]`, message: '有一项任务现在不由本单位承担，请刷新页面后重填' });
  }
  for (const [id, figure] of Object.entries(input.figures)) {
    const { printed, numerator, denominator } = figure;
    if (!figures.has(id) && hasWords({ printed, numerator, denominator })) {
      faults.push({
        field: `figures[${id}][printed]`,
        message: '有一项指标不在本次调度要求本单位填报的范围内，请刷新页面后重填',
      });
    }
  }
}

function longText(value: string | undefined, field: string, faults: FieldFault[]): string | null {
  const text = trimmed(value);
  if (text && text.length > LONGEST_TEXT)
    faults.push({ field, message: `文字材料超过 ${LONGEST_TEXT} 字，请作为附件报送` });
  return text;
}

/** All rows 随牵头 is a report of a unit that only supports; for others an untouched form is no report. */
function isEmpty(
  rows: RowEntry[],
  figures: FigureEntryRecord[],
  texts: CheckedContents['texts'][0],
  ground: ContentsGround,
): boolean {
  const onlySupports = ground.duties.length > 0 && ground.duties.every((duty) => duty.followsLead);
  const says = rows.some((row) => row.status !== FOLLOWS_LEAD || row.text !== null);
  return !onlySupports && !says && figures.length === 0 && ground.files === 0 && !texts.summary && !texts.typicalCase;
}

function emptyPacket(): Refusal {
  return new Refusal('packet_empty', '还没有填写任何内容，没有报送。', {
    place: '报送件',
    cure: `请至少填写一项进展或数据；本期确无新情况的，请用“零报告”，或把相应任务选为“${NO_PROGRESS}”。`,
  });
}

function trimmed(value: string | undefined | null): string | null {
  const text = (value ?? '').trim();
  return text === '' ? null : text;
}
