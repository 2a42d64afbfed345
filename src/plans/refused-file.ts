import { Refusal } from '../shared/errors.js';

/**
 * A refusal of a plan document as a program or the command line is told it: with the file's name, also in the facts.
 * `asRevision` says how one brings in a revised text there, where that is the cure. Other errors come back as they are.
 */
export function refusalOfFile(error: unknown, file: string, asRevision: string): unknown {
  if (!(error instanceof Refusal)) return error;
  const { code, message, detail } = error;
  const cure = detail.facts?.revision
    ? `是更正或修订后的文字的，请${asRevision}，核对后与原计划逐条对照并入。`
    : detail.cure;
  return new Refusal(code, `“${file}”：${message}`, { ...detail, cure, facts: { ...detail.facts, file } });
}
