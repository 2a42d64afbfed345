import { type CustomDecorator, type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import multer from 'multer';

const MIB = 1024 * 1024;
const LONGEST_NAME = 200;

/** Metadata key under which a handler says which files it takes. */
export const ACCEPTS_FILES = 'qiantou:files';

/** What one handler takes. */
export interface FileLimits {
  /** Name of the form's file field. */
  field: string;
  /** How many files at most; default 1. */
  maxFiles?: number;
  /** Bytes of one file at most; default 20 MiB. */
  maxBytes?: number;
}

/** A file as it was sent; its name is only something to show, never a path. */
export interface ReceivedFile {
  name: string;
  bytes: Buffer;
}

/** Lets a handler take files from a multipart form; without it such a form is refused. */
export const AcceptsFiles = (limits: FileLimits): CustomDecorator => SetMetadata(ACCEPTS_FILES, limits);

/** Parameter of a handler marked with AcceptsFiles: the files that came, an empty list when none was chosen. */
export const ReceivedFiles = createParamDecorator((_data: unknown, context: ExecutionContext): ReceivedFile[] =>
  receivedFiles(context.switchToHttp().getRequest<Request>()),
);

/** The files of a request, names made fit to be shown. */
export function receivedFiles(request: Request): ReceivedFile[] {
  const files = Array.isArray(request.files) ? request.files : [];
  return files
    .filter((file) => file.originalname !== '')
    .map((file) => ({ name: shownName(file.originalname), bytes: file.buffer }));
}

/** Last part of a sent file name, without control and direction characters, at most 200 characters. */
export function shownName(sent: string): string {
  const last = sent.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || '未命名文件';
}

/** Reads a multipart form into memory: nothing is written anywhere before a command decides to keep it. */
export function multipartReader(limits: FileLimits): RequestHandler {
  const { field, maxFiles = 1, maxBytes = 20 * MIB } = limits;
  return multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      files: maxFiles,
      fileSize: maxBytes,
      fields: 500,
      fieldSize: MIB,
      fieldNameSize: 200,
      parts: 600 + maxFiles,
    },
  }).array(field, maxFiles);
}
