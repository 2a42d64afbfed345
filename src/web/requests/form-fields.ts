import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

const asList = (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** A text of a form that may be absent; whether it must be there depends on the act. `longest`: in characters. */
export const Line = (longest = 200): PropertyDecorator =>
  applyDecorators(IsOptional(), IsString(), MaxLength(longest, { message: `填写的内容超过 ${longest} 字，请精简` }));

/** Values of one name, of which a browser sends none, one, or several; an empty one is one of them. */
export const Several = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => asList(value)),
    IsArray(),
  );

/** Ticked values of one name; an empty one is none. */
export const Ticked = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === '' ? [] : asList(value))),
    IsArray(),
    IsString({ each: true }),
  );
