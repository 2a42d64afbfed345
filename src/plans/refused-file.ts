import { Refusal } from '../shared/errors.js';

/** Cures that speak of other fields than those of the page. */
const PROGRAMS_CURE: Record<string, string | undefined> = {
  revises_nothing: '请不要注明是修订文本，直接导入；确是修订文本的，核对后再与原计划对照并入。',
};

/**
 * A refusal of a plan document as a program or the command line is told it: with the file's name, also in the facts.
 * `asRevision` says how one brings in a revised text there, where that is the cure. Other errors come back as they are.
 */
export function refusalOfFile(error: unknown, file: string, asRevision: string): unknown {
  if (!(error instanceof Refusal)) return error;
  const { code, message, detail } = error;
  const cure = detail.facts?.revision
    ? `是更正或修订后的文字的，请${asRevision}，核对后与原计划逐条对照并入。`
    : (PROGRAMS_CURE[code] ?? detail.cure);
  return new Refusal(code, `“${file}”：${message}`, { ...detail, cure, facts: { ...detail.facts, file } });
}
