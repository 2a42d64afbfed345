import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_WORDS = { message: '日期请按 2023-12-20 的样式填写。' };
const blankIsNone = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

/** As of when, and for which unit, a paper is wanted. */
export class PaperQueryDto {
  @Transform(blankIsNone) @IsOptional() @Matches(DAY, DAY_WORDS) asOf?: string;
  @Transform(blankIsNone) @IsOptional() @IsString() @MaxLength(80) unit?: string;
}

/** The office's own text of one paragraph; empty takes the units' texts again. */
export class ParagraphDto {
  @IsString() @MaxLength(20_000, { message: '本段太长，请控制在 20000 字以内。' }) text: string;
}

/** The leader's signature on paper. */
export class SignDto {
  @IsString() @MaxLength(60) @Matches(/\S/, { message: '请填写签批人。' }) signer: string;
  @IsString() @MaxLength(60) @Matches(/\S/, { message: '请填写职务。' }) post: string;
  @Matches(DAY, DAY_WORDS) on: string;
}

/** 截至日 of the paper that is made final. */
export class FinaliseDto {
  @Transform(blankIsNone) @IsOptional() @Matches(DAY, DAY_WORDS) asOf?: string;
}
