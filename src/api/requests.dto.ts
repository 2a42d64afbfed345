import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PARTS, ROUND_KINDS, ROW_STATUSES, type Part, type RoundKind } from '../rounds/packet.types.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_FAULT = { message: '日期请按 2023-05-11 的样式填写。' };

/** For requests that carry nothing of their own. */
export class EmptyDto {}

/** Which plan's rounds. */
export class RoundsQueryDto {
  @IsOptional() @IsString() @MaxLength(80) plan?: string;
}

/** Issuing a plan; what is left out is taken from the plan as printed. */
export class IssueBodyDto {
  @IsOptional() @Matches(DAY, DAY_FAULT) issuedOn?: string;
  @IsOptional() @Matches(DAY, DAY_FAULT) enabledOn?: string;
  @IsOptional() @IsString() @MaxLength(120) recipient?: string;
  /** Takes all proposals for what is still open, and confirms. */
  @IsOptional() @IsBoolean() acceptProposals?: boolean;
  /** In a demonstration: the plan's today becomes the day of 启用. */
  @IsOptional() @IsBoolean() moveClock?: boolean;
}

/** Opening a round; what is left out: all units with work, all indicators. */
export class OpenRoundBodyDto {
  @IsIn([...ROUND_KINDS]) kind: RoundKind;
  @IsOptional() @IsString() @MaxLength(160) title?: string;
  @Matches(DAY, DAY_FAULT) asOf: string;
  @Matches(DAY, DAY_FAULT) due: string;
  @IsOptional() @IsString() @MaxLength(300) basis?: string;
  @IsArray() @IsIn(Object.keys(PARTS), { each: true }) parts: Part[];
  @IsOptional() @IsIn(['all', 'units', 'counties']) scope?: 'all' | 'units' | 'counties';
  /** Instead of a scope: these units alone. */
  @IsOptional() @IsArray() @IsString({ each: true }) @ArrayMaxSize(2_000) units?: string[];
  @IsOptional() @IsArray() @IsString({ each: true }) @ArrayMaxSize(2_000) indicators?: string[];
}

/** What a unit says of one of its assignments. */
export class RowDto {
  @IsString() @MinLength(1) @MaxLength(160) assignment: string;
  @IsOptional() @IsString() @MaxLength(20_000) text?: string;
  @IsOptional() @IsIn([...ROW_STATUSES]) status?: string;
  @IsOptional() @IsInt() @Min(0) @Max(100) progress?: number;
  @IsOptional() @IsString() @MaxLength(20_000) issues?: string;
  @IsOptional() @IsString() @MaxLength(20_000) nextStep?: string;
}

/** A figure as the unit writes it: 12600, 1.26万人次, 无, 待公布. */
export class FigureDto {
  @IsString() @MinLength(1) @MaxLength(160) indicator: string;
  @IsOptional() @IsString() @MaxLength(60) printed?: string;
  @IsOptional() @IsString() @MaxLength(60) numerator?: string;
  @IsOptional() @IsString() @MaxLength(60) denominator?: string;
  @IsOptional() @IsString() @MaxLength(20) valueStatus?: string;
  @IsOptional() @IsString() @MaxLength(2_000) remark?: string;
}

/** A unit's report in a round. */
export class SubmitBodyDto {
  @IsOptional() @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => RowDto) rows: RowDto[] = [];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => FigureDto)
  figures: FigureDto[] = [];
  @IsOptional() @IsString() @MaxLength(100_000) summary?: string;
  @IsOptional() @IsString() @MaxLength(100_000) typicalCase?: string;
}
