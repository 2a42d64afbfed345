import { Transform } from 'class-transformer';
import { IsInt } from 'class-validator';
import { Line, Ticked } from '../web/index.js';

/** The list as ticked, with further names typed. */
export class MemberFormDto {
  @Ticked() was: string[] = [];
  @Ticked() member: string[] = [];
  @Line(5000) names = '';
  @Line(10) from = '';
}

/** The latest change that the page showed. */
export class UndoMembersDto {
  @Transform(({ value }: { value: unknown }) => Number(value)) @IsInt() position: number;
}
