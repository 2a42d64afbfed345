import type { Request, Response } from 'express';
import { Refusal } from '../shared/errors.js';

/** Statuses of the refusals that a page answers by itself, with the form as filled in. */
const CONFLICTS = new Set(['conflict', 'not_now', 'stale_revision']);

/** Runs an act; gives its refusal back for the page to show, throws everything else on. */
export async function refusalOf(act: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Refusal && !['not_found', 'not_allowed'].includes(error.code)) return error;
    throw error;
  }
}

/** 409 for "somebody else was there before", 422 for what the form says. */
export const statusFor = (refusal: Refusal): number => (CONFLICTS.has(refusal.code) ? 409 : 422);

/** The refusal as a line of the page's summary, with a jump to its field or card. */
export function errorLine(refusal: Refusal, anchor: string): { message: string; field: string } {
  const { field } = (refusal.detail.facts ?? {}) as { field?: string };
  const place = field || refusal.code === 'conflict' ? '' : (refusal.detail.place ?? '');
  const message = [place && `${place}：`, refusal.message, refusal.detail.cure].filter(Boolean).join('');
  return { message, field: field ?? anchor };
}

/** A page asked for by a card of the confirm page (htmx) takes that card alone out of the answer, refused or not. */
export function cardAlone(response: Response, key: string): void {
  if (!/^m\d+$/.test(key)) return;
  response.set({ 'HX-Retarget': `#${key}`, 'HX-Reselect': `#${key}`, 'HX-Reswap': 'outerHTML show:none' });
}

/** The questions alone out of the answer, for a page that keeps what is typed into its cards (htmx). */
export function questionsAlone(response: Response): void {
  response.set({ 'HX-Retarget': '#questions', 'HX-Reselect': '#questions', 'HX-Reswap': 'outerHTML show:none' });
}

/** To another page, also where a part of a page asked (htmx). */
export function goTo(request: Request, response: Response, address: string): void {
  if (request.headers['hx-request']) response.status(204).set('HX-Redirect', address).end();
  else response.redirect(303, address);
}

/** Back to the page for checking, at a card, with its filter. */
export function toConfirm(response: Response, planId: string, only: string, anchor = ''): void {
  response.redirect(303, `/plans/${planId}/confirm${only ? '?only=open' : ''}${anchor ? `#${anchor}` : ''}`);
}
