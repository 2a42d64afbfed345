import { Transform } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** One measure's corrections, as the confirm page's form sends them. */
export class CorrectMeasureDto {
  @IsString() @MaxLength(20) key: string;
  @IsString({ message: '请填写举措名称。' }) @MaxLength(300, { message: '举措名称太长。' }) title: string;
  @IsIn(['lead_support', 'separate', 'joint', 'all'], { message: '请选择分工方式。' }) mode:
    'lead_support' | 'separate' | 'joint' | 'all';
  @IsOptional() @IsString() @MaxLength(2000) responsible = '';
  @IsOptional() @IsString() @MaxLength(2000) supporting = '';
  @IsIn(['deliverable', 'standing'], { message: '请选择任务类型。' }) track: 'deliverable' | 'standing';
  @IsIn(['office', 'lead'], { message: '请选择由谁汇总。' }) consolidator: 'office' | 'lead';
  @IsOptional() @Matches(/^(\d{4}-\d{2}-\d{2})?$/, { message: '完成时限请按 2023-12-31 的样式填写。' }) due = '';
  @Transform(asList) @IsArray() @IsString({ each: true }) groups: string[] = [];
}

/** The plan's head, corrected. */
export class CorrectPlanDto {
  @IsString({ message: '请填写计划标题。' }) @MaxLength(300) title: string;
  @IsOptional() @IsString() @MaxLength(80) docNumber = '';
  @IsOptional() @Matches(/^(\d{4}-\d{2}-\d{2})?$/, { message: '成文日期请按 2023-05-11 的样式填写。' }) issuedOn = '';
  @IsOptional() @IsString() @MaxLength(60) region = '';
  @IsIn(['state', 'province', 'city', 'county'], { message: '请选择层级。' }) level: string;
}

export class IssueDto {
  @Matches(DAY, { message: '印发日期请按 2023-05-11 的样式填写。' }) issuedOn: string;
  @Matches(DAY, { message: '启用日期请按 2023-05-11 的样式填写。' }) enabledOn: string;
  @IsOptional() @IsString() @MaxLength(120) recipient = '';
  @Transform(({ value }) => value === 'true' || value === true) @IsBoolean() moveClock = false;
}

export class MoveClockDto {
  @Matches(DAY, { message: '日期请按 2023-12-01 的样式填写。' }) day: string;
}

export class OpenCycleDto {
  @Transform(({ value }) => Number(value)) @IsInt({ message: '请填写年度。' }) year: number;
}

export class PasteDto {
  @IsOptional() @IsString() @MaxLength(500_000, { message: '粘贴的内容太长，请改为上传文件。' }) text = '';
}
