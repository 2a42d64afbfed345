import type { DraftContent } from './packet-drafts.js';
import type { ContentsInput, FigureInput, RowInput } from './packet.types.js';
import type { ContentsDto } from './rounds.dto.js';
import type { PacketFile } from './rounds.entities.js';

const ROW_FIELDS = ['text', 'status', 'progress', 'issues', 'nextStep'] as const;
const FIGURE_FIELDS = ['printed', 'numerator', 'denominator', 'valueStatus', 'remark'] as const;

/** The contents as typed; whatever is no text in the form's own fields is left out. */
export function contentsFrom(form: ContentsDto): ContentsInput {
  const { summary, typicalCase } = form;
  const rows = entriesOf<RowInput>(form.rows, ROW_FIELDS);
  return { rows, figures: entriesOf<FigureInput>(form.figures, FIGURE_FIELDS), summary, typicalCase };
}

function entriesOf<T extends object>(
  sent: Record<string, unknown> | undefined,
  fields: readonly string[],
): Record<string, T> {
  const entries = Object.entries(sent ?? {}).map(([id, one]) => [id, textsOf(one, fields)] as const);
  return Object.fromEntries(entries) as Record<string, T>;
}

function textsOf(sent: unknown, fields: readonly string[]): Record<string, string> {
  const given = (typeof sent === 'object' && sent !== null ? sent : {}) as Record<string, unknown>;
  const texts = fields.map((field) => [field, given[field]] as const);
  return Object.fromEntries(texts.filter((pair): pair is readonly [string, string] => typeof pair[1] === 'string'));
}

/** All that was typed, for keeping as a draft. */
export function draftFrom(form: ContentsDto, files: PacketFile[]): DraftContent {
  const { channel, receivedOn, signer, post } = form;
  return { ...contentsFrom(form), files, receipt: { channel, receivedOn, signer, post } };
}

/** Papers kept in the draft without those struck out, and the ones just sent, each once. */
export function filesAfter(kept: PacketFile[], form: ContentsDto, uploaded: PacketFile[]): PacketFile[] {
  const dropped = new Set(Object.keys(form.dropFiles ?? {}));
  const fresh = new Set(uploaded.map((file) => file.sha256));
  return [...kept.filter((file) => !dropped.has(file.sha256) && !fresh.has(file.sha256)), ...uploaded];
}
