import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

/** A text of a form that may be absent; whether it must be there depends on the act. `longest`: in characters. */
export const Line = (longest = 200): PropertyDecorator =>
  applyDecorators(IsOptional(), IsString(), MaxLength(longest, { message: `填写的内容超过 ${longest} 字，请精简` }));

/** Ticked values of one name: a browser sends none, one, or several of them. */
export const Ticked = (): PropertyDecorator => applyDecorators(Transform(asList), IsArray(), IsString({ each: true }));
