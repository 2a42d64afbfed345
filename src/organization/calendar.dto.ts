import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Line } from '../web/index.js';

const asNumber = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === '' ? undefined : Number(value);
const YEAR = { message: '年份应是四位数字' };

/** Which year the page shows. */
export class CalendarQueryDto {
  @Transform(asNumber) @IsOptional() @IsInt(YEAR) @Min(2000, YEAR) @Max(2100, YEAR) year?: number;
}

/** A year's arrangement as typed or pasted. */
export class CalendarYearDto {
  @Transform(asNumber) @IsInt(YEAR) @Min(2000, YEAR) @Max(2100, YEAR) year: number;
  @Line(120) source = '';
  @Line(5000) text = '';
  @Line(3) certain = '';
  @Line(500) reason = '';
}

/** Why an entered year is taken back. */
export class WithdrawYearDto {
  @Line(500) reason = '';
}
