import { describe, expect, it } from '@jest/globals';
import { Transform } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { schemaOfDto } from './dto-schema.js';

class LineDto {
  @IsString() @MaxLength(20) name: string;
}

class OrderDto {
  @Matches(/^\d{4}$/) year: string;
  @IsOptional() @IsInt() @Min(0) @Max(100) progress?: number;
  @IsIn(['a', 'b']) kind: string;
  @Transform(({ value }) => value === '1') @IsBoolean() urgent = false;
  @IsArray() @IsIn(['text', 'table'], { each: true }) parts: string[];
  @IsArray() lines: LineDto[];
}

describe('the description of a request', () => {
  const schema = schemaOfDto(OrderDto, { lines: LineDto });

  it('follows the checks that the request is held to', () => {
    expect(schema.properties).toEqual({
      year: { type: 'string', pattern: '^\\d{4}$' },
      progress: { type: 'integer', minimum: 0, maximum: 100 },
      kind: { enum: ['a', 'b'] },
      urgent: { type: 'boolean' },
      parts: { type: 'array', items: { enum: ['text', 'table'] } },
      lines: {
        type: 'array',
        items: {
          type: 'object',
          properties: { name: { type: 'string', maxLength: 20 } },
          required: ['name'],
          additionalProperties: false,
        },
      },
    });
  });

  it('asks only for what may not be left out, and allows nothing else', () => {
    expect(schema.required?.sort()).toEqual(['kind', 'lines', 'parts', 'year']);
    expect(schema.additionalProperties).toBe(false);
  });
});
