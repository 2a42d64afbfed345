import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Refusal } from '../shared/errors.js';

/** What we say where a DTO's rule brings no Chinese sentence of its own. */
const WORDS: Record<string, string> = {
  isNotEmpty: '不能为空',
  isDefined: '不能为空',
  isString: '应为文字',
  isInt: '应为整数',
  isNumber: '应为数字',
  isBoolean: '应为是或否',
  isArray: '应为列表',
  isIn: '不在可选范围内',
  isEnum: '不在可选范围内',
  isUuid: '编号不正确',
  isDateString: '日期不正确，应为 2026-06-30 这样的写法',
  matches: '写法不正确',
  maxLength: '太长',
  minLength: '太短',
  min: '太小',
  max: '太大',
  arrayMaxSize: '条数太多',
  arrayMinSize: '至少要有一条',
  whitelistValidation: '是多余的栏目',
};

const CHINESE = /\p{Script=Han}/u;

export interface FieldFault {
  field: string;
  message: string;
}

/** Checks every body and query against its DTO: unknown fields are refused, messages are Chinese. */
export function chineseValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalidInput(faultsOf(errors)),
  });
}

/** The refusal for fields that are not as they should be; `facts.fields` names each. */
export function invalidInput(fields: FieldFault[]): Refusal {
  const first = fields[0] ?? { field: '', message: '填写的内容不正确' };
  return new Refusal('invalid_input', fields.map((one) => one.message).join('；') || first.message, {
    place: fields.map((one) => one.field).join('、'),
    cure: '请返回修改后再提交。',
    facts: { fields },
  });
}

/** One fault per field, with the path of nested fields (rows.2.text). */
export function faultsOf(errors: ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = parent ? `${parent}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([rule, text]) => ({
      field,
      message: wording(field, rule, text),
    }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

function wording(field: string, rule: string, text: string): string {
  return CHINESE.test(text) ? text : `${field} ${WORDS[rule] ?? '填写不正确'}`;
}
