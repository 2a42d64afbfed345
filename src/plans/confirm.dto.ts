import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { Several } from '../web/index.js';
import { GROUP_KINDS, type GroupKind } from './draft-proposals.js';

const BULK_ACTS = [
  'accept-undoubted',
  'repeats-out',
  'office-consolidates',
  'clauses-left',
  'days-left',
  'issuers-left',
] as const;
const MOST_ROWS = 120;
const asNumber = ({ value }: { value: unknown }): number => (value === undefined || value === '' ? 0 : Number(value));

/** A field that may be left empty. */
const Words = (longest: number) =>
  applyDecorators(IsOptional(), IsString(), MaxLength(longest, { message: '填写的内容太长。' }));
/** One of several columns of rows: the n-th entries of all columns make the n-th row. */
const Rows = (longest = 300) =>
  applyDecorators(
    Several(),
    ArrayMaxSize(MOST_ROWS, { message: '行数太多。' }),
    IsString({ each: true }),
    MaxLength(longest, { each: true, message: '填写的内容太长。' }),
  );
/** A whole number; none is 0. */
const Whole = () => applyDecorators(Transform(asNumber), IsInt({ message: '页面不完整，请刷新。' }), Min(0));

/** What every form of the confirm page carries: the latest correction that its page showed, and the filter in use. */
export class ConfirmFormDto {
  @Whole() seen = 0;
  @Words(10) only = '';
}

/** One measure, as its card sends it: faults in it are answered with the card as filled in, so little is refused here. */
export class CorrectMeasureDto extends ConfirmFormDto {
  @IsString() @MaxLength(20) key: string;
  @Words(2000) title = '';
  @IsIn(['lead_support', 'separate', 'joint', 'all'], { message: '请选择分工方式。' }) mode:
    'lead_support' | 'separate' | 'joint' | 'all';
  @IsIn(['deliverable', 'standing'], { message: '请选择任务类型。' }) track: 'deliverable' | 'standing';
  @IsIn(['office', 'lead'], { message: '请选择由谁汇总。' }) consolidator: 'office' | 'lead';
  @Words(40) due = '';
  @Rows() groups: string[] = [];
  @Rows() unitName: string[] = [];
  @Rows() unitRole: string[] = [];
  @Rows() unitSurface: string[] = [];
  @Words(20) groundKind = '';
  @Words(300) groundWords = '';
  @Words(10) remember = '';
  /** The doubts about figures that are ticked 不设指标, by their words. */
  @Rows(600) withoutTarget: string[] = [];
}

/** Text, targets and conditions of a measure. */
export class MeasureDetailDto extends ConfirmFormDto {
  @Words(20_000) text = '';
  @Words(5000) conditions = '';
  @Rows() targetMetric: string[] = [];
  @Rows() targetOp: string[] = [];
  @Rows() targetValue: string[] = [];
  @Rows() targetUnit: string[] = [];
  @Rows() targetBy: string[] = [];
  @Rows() targetHard: string[] = [];
  @Rows() targetKind: string[] = [];
}

/** Where to cut a measure in two, as an offset into its text, and the title of the second. */
export class SplitDto extends ConfirmFormDto {
  @Whole() at = 0;
  @Words(300) title = '';
}

/** Key of the next measure, which is joined to this one. */
export class MergeDto extends ConfirmFormDto {
  @IsString() @MaxLength(20) next: string;
}

/** Why a measure is taken out; it stands in the record. */
export class RemoveDto extends ConfirmFormDto {
  @Words(300) reason = '';
}

/** A measure that the reading missed; `after` is the key of the one before it, empty for the first place. */
export class AddMeasureDto extends ConfirmFormDto {
  @Words(20) after = '';
  @Words(300) title = '';
  @Words(40) no = '';
  @Words(20_000) text = '';
  @Words(2000) leads = '';
  @Words(2000) responsible = '';
  @Words(2000) supporting = '';
  @Words(40) due = '';
}

/** The plan's head, corrected. */
export class CorrectHeadDto extends ConfirmFormDto {
  @Words(300) title = '';
  @Words(300) noticeTitle = '';
  @Words(80) docNumber = '';
  @Words(40) issuedOn = '';
  @Words(10) year = '';
  @Words(60) region = '';
  @IsOptional() @IsIn(['', 'state', 'province', 'city', 'county'], { message: '请选择层级。' }) level = '';
  @Words(20) kind = '';
  @Words(2000) issuers = '';
  @Words(4000) basis = '';
  @Words(4000) addressees = '';
  @Words(120) recipient = '';
}

/** Phases, duties to report, and goals of the plan as a whole. */
export class CorrectElementsDto extends ConfirmFormDto {
  @Rows() phaseName: string[] = [];
  @Rows() phaseStart: string[] = [];
  @Rows() phaseEnd: string[] = [];
  @Rows() dutyFrom: string[] = [];
  @Rows() dutyTo: string[] = [];
  @Rows() dutyDue: string[] = [];
  @Rows() dutyEvery: string[] = [];
  @Rows() dutyWhat: string[] = [];
  @Rows() targetMetric: string[] = [];
  @Rows() targetOp: string[] = [];
  @Rows() targetValue: string[] = [];
  @Rows() targetUnit: string[] = [];
  @Rows() targetBy: string[] = [];
  @Rows() targetHard: string[] = [];
  @Rows() targetKind: string[] = [];
}

/** One act on all measures at once. */
export class BulkDto extends ConfirmFormDto {
  @IsIn(BULK_ACTS, { message: '请选择批量操作。' }) what: (typeof BULK_ACTS)[number];
}

/** A measure that repeats a clause. */
export class RepeatDto extends ConfirmFormDto {
  @IsString() @MaxLength(20) key: string;
}

/** One decision for all open groups of a kind. */
export class GroupsDto extends ConfirmFormDto {
  @IsIn(GROUP_KINDS) kind: GroupKind;
  @IsIn(['members', 'counties', 'named', 'unclear'], { message: '请选择处理办法。' })
  choice: 'members' | 'counties' | 'named' | 'unclear';
}

/** What a printed name stands for: a unit's name as typed, or the one that was suggested. */
export class NameUnitDto extends ConfirmFormDto {
  @IsString() @MaxLength(120) surface: string;
  @Words(120) name = '';
  @Words(120) suggested = '';
  /** The units chosen where the work of one that is gone went to several. */
  @Rows(120) several: string[] = [];
}

/** A goal and a measure's target: one matter, or two. */
export class MatterDto extends ConfirmFormDto {
  @IsString() @MaxLength(1000) matter: string;
  @IsIn(['one', 'two'], { message: '请选择是不是同一事项。' }) says: 'one' | 'two';
}

/** The day that a measure's text proposes: taken (as it stands in the field), or none set. */
export class DeadlineDto extends ConfirmFormDto {
  @IsString() @MaxLength(20) key: string;
  @Words(40) day = '';
  @IsIn(['set', 'none'], { message: '请选择采用或不设。' }) says: 'set' | 'none';
}

/** A printed day that no calendar has, seen to. */
export class StrangeDayDto extends ConfirmFormDto {
  @IsString() @MaxLength(20) day: string;
}

/** A remark on what of the document was not read, or all of them, seen to. */
export class SourceNoteDto extends ConfirmFormDto {
  @IsString() @MaxLength(20) note: string;
}

/** A clause without a unit: the units that it is given to, or nobody. */
export class ClauseDto extends ConfirmFormDto {
  @IsString() @MaxLength(20) clause: string;
  @IsIn(['units', 'none'], { message: '请选择补录单位或不分办。' }) says: 'units' | 'none';
  @Words(2000) leads = '';
  @Words(2000) responsible = '';
  @Words(2000) supporting = '';
  @Words(40) due = '';
}

/** Place in the log of the correction that is taken back. */
export class UndoDto extends ConfirmFormDto {
  @Whole() position = 0;
}
