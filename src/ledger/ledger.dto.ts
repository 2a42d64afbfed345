import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import type { Colour } from '../domain/lights/rule-set.js';
import type { LedgerFilters } from './ledger.service.js';
import { SORTS, type SortKey } from './sorting.js';

const blankIsNone = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);
const asFlag = ({ value }: { value: unknown }): boolean => value === '1' || value === 'true' || value === true;

/** The filters of the ledger page, as its form sends them. */
export class LedgerQueryDto {
  @Transform(blankIsNone) @IsOptional() @IsString() @MaxLength(80) plan?: string;
  @Transform(blankIsNone) @IsOptional() @IsString() @MaxLength(80) unit?: string;
  @Transform(blankIsNone)
  @IsOptional()
  @IsIn(['红', '黄', '绿', '蓝', '灰'], { message: '请从列表中选择亮灯。' })
  light?: Colour;
  @Transform(blankIsNone)
  @IsOptional()
  @IsIn(['lead', 'responsible', 'supporting'], { message: '请从列表中选择职责。' })
  role?: 'lead' | 'responsible' | 'supporting';
  @Transform(blankIsNone)
  @IsOptional()
  @IsIn(['mobilisation', 'implementation', 'evaluation', 'closed'], { message: '请从列表中选择阶段。' })
  stage?: string;
  @Transform(blankIsNone) @IsOptional() @IsString() @MaxLength(60, { message: '关键词最多 60 个字。' }) q?: string;
  @Transform(blankIsNone) @IsOptional() @IsIn(Object.keys(SORTS), { message: '请从列表中选择排序。' }) sort?: SortKey;
  /** One plan's ledger as it stood at the end of this day. */
  @Transform(blankIsNone)
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '截至日应写成 2023-06-30 的样子。' })
  asOf?: string;
  @Transform(asFlag) @IsBoolean() overdue = false;
  /** All rows on one page, for printing. */
  @Transform(asFlag) @IsBoolean() all = false;
  @Transform(({ value }) => Number(value ?? 1)) @IsInt({ message: '页码应为整数。' }) @Min(1) page = 1;
}

/** The filters for the service. */
export function filtersOf(query: LedgerQueryDto): LedgerFilters {
  const { unit, light, role, stage, q, sort, overdue } = query;
  return { unitId: unit, colour: light, role, stage, keyword: q?.trim() || undefined, sort, overdueOnly: overdue };
}
