import { Refusal } from '../../shared/errors.js';

/** The act of a page by its name in the form's address. Refusal: not_found. */
export function chosenAct<T>(acts: Record<string, T>, name: string): T {
  if (Object.hasOwn(acts, name)) return acts[name]!;
  throw new Refusal('not_found', '没有这样的操作。', { cure: '请从页面上的按钮操作。' });
}
