import { Transform } from 'class-transformer';
import { IsInt, IsString } from 'class-validator';
import { Line, Several, Ticked } from '../web/index.js';

/** The list as ticked, with further names typed. */
export class MemberFormDto {
  @Ticked() was: string[] = [];
  @Ticked() member: string[] = [];
  @Line(5000) names = '';
  /** The names that were asked about, each with the unit that the person chose for it. */
  @Several() @IsString({ each: true }) asked: string[] = [];
  @Several() @IsString({ each: true }) means: string[] = [];
  @Line(10) from = '';
}

/** The latest change that the page showed. */
export class UndoMembersDto {
  @Transform(({ value }: { value: unknown }) => Number(value)) @IsInt() position: number;
}
