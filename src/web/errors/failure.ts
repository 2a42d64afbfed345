import { HttpException } from '@nestjs/common';
import { Refusal, type RefusalDetail } from '../../shared/errors.js';
import { statusOf } from './status.js';

/** An error as the outside may see it: nothing of the inside, always with a word on what to do. */
export interface Failure {
  status: number;
  code: string;
  message: string;
  detail: RefusalDetail;
  /** Whether the server is at fault, so that the log gets the whole error. */
  ours: boolean;
}

type Words = [code: string, message: string, cure: string];

const BY_STATUS: Record<number, Words> = {
  400: ['bad_request', '请求不完整，无法处理。', '请返回上一页重新操作。'],
  401: ['not_signed_in', '还没有登录，或登录已过期。', '请登录后再试。'],
  403: ['forbidden', '没有权限做这件事。', '如确需办理，请联系牵头办公室。'],
  404: ['not_found', '没有找到这个页面。', '请核对地址，或从待办进入。'],
  405: ['method_not_allowed', '这个地址不支持这样的操作。', '请从页面上的按钮操作。'],
  413: ['too_large', '提交的内容太大。', '请减小文件或分几次提交。'],
  415: ['unknown_body_kind', '不认识的内容类型。', '请从页面上的表单提交。'],
  429: ['throttled', '操作太频繁。', '请稍候再试。'],
  503: ['unavailable', '系统正忙或正在维护。', '请稍候再试。'],
};

/** What parsers of bodies and files call their refusals, and what we say. */
const BY_PARSER: Record<string, [status: number, ...Words]> = {
  'entity.too.large': [413, 'too_large', '提交的内容太大。', '请分几次提交。'],
  'parameters.too.many': [413, 'too_many_fields', '表单的栏目太多。', '请分几次提交。'],
  'querystring.parse.rangeError': [400, 'bad_request', '表单的层次太深。', '请从页面上的表单提交。'],
  'entity.parse.failed': [400, 'bad_request', '提交的内容不是有效的 JSON。', '请检查格式后再发送。'],
  'encoding.unsupported': [415, 'encoded_body', '不接受压缩过的请求内容。', '请不要压缩，直接发送。'],
  'charset.unsupported': [415, 'unknown_body_kind', '只接受 UTF-8 编码的内容。', '请改用 UTF-8。'],
  'request.aborted': [400, 'bad_request', '提交中断，没有生效。', '请重新提交。'],
  'request.size.invalid': [400, 'bad_request', '提交中断，没有生效。', '请重新提交。'],
  LIMIT_FILE_SIZE: [413, 'too_large', '文件太大。', '请压缩图片或拆分文件后再上传。'],
  LIMIT_FILE_COUNT: [413, 'too_many_files', '文件太多。', '请分几次上传。'],
  LIMIT_UNEXPECTED_FILE: [400, 'bad_request', '文件太多，或放错了位置。', '请从页面上的文件栏上传。'],
};

/** Turns whatever was thrown into what the outside may see. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) return ofRefusal(error);
  const known = BY_PARSER[parserCode(error)];
  if (known) return withWords(known[0], [known[1], known[2], known[3]]);
  if (isMultipartFault(error)) return withWords(400, ['bad_request', '上传的内容不完整。', '请重新上传。']);
  const status = error instanceof HttpException ? error.getStatus() : 500;
  if (BY_STATUS[status]) return withWords(status, BY_STATUS[status]);
  return status < 500 ? withWords(status, BY_STATUS[400]) : internal();
}

function ofRefusal(refusal: Refusal): Failure {
  const { code, message, detail } = refusal;
  return { status: statusOf(code), code, message, detail, ours: false };
}

function withWords(status: number, [code, message, cure]: Words): Failure {
  return { status, code, message, detail: { cure }, ours: false };
}

function internal(): Failure {
  const cure = '没有保存任何改动。请稍候再试；如再次出现，请把下面的编号告诉管理员。';
  return { status: 500, code: 'internal', message: '系统内部出错。', detail: { cure }, ours: true };
}

function parserCode(error: unknown): string {
  const { type, code } = (error ?? {}) as { type?: unknown; code?: unknown };
  return typeof type === 'string' ? type : typeof code === 'string' ? code : '';
}

function isMultipartFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'MulterError' || /^(Multipart:|Unexpected end of form|Malformed part)/.test(error.message);
}
