import type { Request, Response } from 'express';
import { cookieOf } from './cookies.js';

/** The answer to an action, carried over the redirect that follows it and shown once. */
export interface Flash {
  kind: 'success' | 'info' | 'warning';
  text: string;
}

const COOKIE = 'qiantou_flash';
const SECONDS = 60;
const LONGEST_TEXT = 600;

/** Leaves a message for the next page this browser shows, within a minute. Long texts are cut at 600 characters. */
export function leaveFlash(response: Response, kind: Flash['kind'], text: string): void {
  const value = Buffer.from(JSON.stringify({ kind, text: text.slice(0, LONGEST_TEXT) })).toString('base64url');
  const secure = response.req.secure;
  response.cookie(COOKIE, value, { httpOnly: true, sameSite: 'strict', secure, maxAge: SECONDS * 1000, path: '/' });
}

/** Takes the message left by the request before, so that it is shown only once; null when there is none. */
export function takeFlash(request: Request, response: Response): Flash | null {
  const value = cookieOf(request, COOKIE);
  if (value === null) return null;
  response.clearCookie(COOKIE, { path: '/' });
  return decoded(value);
}

function decoded(value: string): Flash | null {
  try {
    const flash = JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as Partial<Flash>;
    const known = flash.kind === 'success' || flash.kind === 'info' || flash.kind === 'warning';
    return known && typeof flash.text === 'string' ? ({ kind: flash.kind, text: flash.text } as Flash) : null;
  } catch {
    return null;
  }
}
