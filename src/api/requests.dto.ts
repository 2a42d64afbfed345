import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { UnitScope } from '../rounds/round-units.js';
import { PARTS, ROUND_KINDS, ROW_STATUSES, type Part, type RoundKind } from '../rounds/packet.types.js';

const MOST = 2_000;
/* Decorators run from the field upwards: the kind of value stands next to the field, so that it is told first. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_FAULT = { message: '日期请按 2023-05-11 的样式填写。' };

/** A list of objects of one shape; of several failed checks the first is told. */
function ListOf(entry: new () => object): PropertyDecorator {
  const isObject = IsObject({ each: true, message: '$property 的每一项应为对象' });
  return applyDecorators(
    ...[Type(() => entry), IsArray(), ArrayMaxSize(MOST), isObject, ValidateNested({ each: true })],
  );
}

/** Beside the plan's file. */
export class ImportBodyDto {
  /** yes: another text of an issued plan, to be compared and merged. */
  @IsOptional() @IsIn(['yes'], { message: '$property 只能是 yes，或不带这一栏' }) @IsString() revision?: 'yes';
}

/** Which plan's rounds. */
export class RoundsQueryDto {
  @IsOptional() @MaxLength(80) @IsString() plan?: string;
}

/** Issuing a plan; what is left out is taken from the plan as printed. */
export class IssueBodyDto {
  @IsOptional() @Matches(DAY, DAY_FAULT) issuedOn?: string;
  @IsOptional() @Matches(DAY, DAY_FAULT) enabledOn?: string;
  /** The plan's year, where it is another one than the plan was read with. */
  @IsOptional() @IsInt({ message: '年度请按 2027 的样式填写。' }) year?: number;
  @IsOptional() @MaxLength(120) @IsString() recipient?: string;
  /** Takes all proposals as the command line does: what 全部采用建议 on the page leaves to a person is taken as read. */
  @IsOptional() @IsBoolean() acceptProposals?: boolean;
  /** In a demonstration: the plan's today becomes the day of 启用. */
  @IsOptional() @IsBoolean() moveClock?: boolean;
}

/** Opening a round; what is left out: all units with work, all indicators. */
export class OpenRoundBodyDto {
  @IsIn([...ROUND_KINDS]) kind: RoundKind;
  @IsOptional() @MaxLength(160) @IsString() title?: string;
  @Matches(DAY, DAY_FAULT) asOf: string;
  @Matches(DAY, DAY_FAULT) due: string;
  @IsOptional() @MaxLength(300) @IsString() basis?: string;
  @IsIn(Object.keys(PARTS), { each: true }) @IsArray() parts: Part[];
  @IsOptional() @IsIn(['all', 'units', 'counties', 'leads']) scope?: UnitScope;
  /** Instead of a scope: these units alone. */
  @IsOptional() @IsString({ each: true }) @ArrayMaxSize(MOST) @IsArray() units?: string[];
  @IsOptional() @IsString({ each: true }) @ArrayMaxSize(MOST) @IsArray() indicators?: string[];
}

/** What a unit says of one of its assignments. */
export class RowDto {
  @MinLength(1) @MaxLength(160) @IsString() assignment: string;
  @IsOptional() @MaxLength(20_000) @IsString() text?: string;
  @IsOptional() @IsIn([...ROW_STATUSES]) status?: string;
  @IsOptional() @Max(100) @Min(0) @IsInt() progress?: number;
  @IsOptional() @MaxLength(20_000) @IsString() issues?: string;
  @IsOptional() @MaxLength(20_000) @IsString() nextStep?: string;
}

/** A figure as the unit writes it: 12600, 1.26万人次, 无, 待公布. */
export class FigureDto {
  @MinLength(1) @MaxLength(160) @IsString() indicator: string;
  @IsOptional() @MaxLength(60) @IsString() printed?: string;
  @IsOptional() @MaxLength(60) @IsString() numerator?: string;
  @IsOptional() @MaxLength(60) @IsString() denominator?: string;
  @IsOptional() @MaxLength(20) @IsString() valueStatus?: string;
  @IsOptional() @MaxLength(2_000) @IsString() remark?: string;
}

/** A unit's report in a round. */
export class SubmitBodyDto {
  @ListOf(RowDto) rows: RowDto[] = [];
  @ListOf(FigureDto) figures: FigureDto[] = [];
  @IsOptional() @MaxLength(100_000) @IsString() summary?: string;
  @IsOptional() @MaxLength(100_000) @IsString() typicalCase?: string;
}
