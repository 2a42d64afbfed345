import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Issuing: days in Asia/Shanghai, to whom reports go up, and whether a demonstration's clock goes to the day of issue.
 */
export class IssueDto {
  @Matches(DAY, { message: '印发日期请按 2023-05-11 的样式填写。' }) issuedOn: string;
  @Matches(DAY, { message: '启用日期请按 2023-05-11 的样式填写。' }) enabledOn: string;
  /** The plan's year; left out: as the plan was read. */
  @IsOptional()
  @Transform(({ value }) => (value === '' || value === undefined ? undefined : Number(value)))
  @IsInt({ message: '年度请按 2027 的样式填写。' })
  year?: number;
  @IsOptional() @IsString() @MaxLength(120) recipient = '';
  @Transform(({ value }) => value === 'true' || value === true) @IsBoolean() moveClock = false;
  /** A superior's or another place's plan is issued as the office's own. */
  @Transform(({ value }) => value === 'true' || value === true) @IsBoolean() asOwn = false;
  /** It is no revised text of the running plan that it looks like. */
  @Transform(({ value }) => value === 'true' || value === true) @IsBoolean() notRevision = false;
}

/** The day to which a demonstration's plan clock is moved. */
export class MoveClockDto {
  @Matches(DAY, { message: '日期请按 2023-12-01 的样式填写。' }) day: string;
}

/** The year that is opened. */
export class OpenCycleDto {
  @Transform(({ value }) => Number(value)) @IsInt({ message: '请填写年度。' }) year: number;
}

/** The text of a plan that comes without a file. */
export class PasteDto {
  @IsOptional() @IsString() @MaxLength(500_000, { message: '粘贴的内容太长，请改为上传文件。' }) text = '';
  /** 作为修订文本导入. */
  @IsOptional() @IsIn(['', 'yes']) revision = '';
  /** The plan from whose page the form was opened. */
  @IsOptional() @IsString() @MaxLength(80) revises = '';
  /** The original that a person chose for a revised text which is like no plan here. */
  @IsOptional() @IsString() @MaxLength(80) original = '';
}
