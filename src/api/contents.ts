import type { ContentsInput } from '../rounds/packet.types.js';
import type { RoundInput } from '../rounds/rounds.service.js';
import { invalidInput } from '../web/index.js';
import type { OpenRoundBodyDto, SubmitBodyDto } from './requests.dto.js';

/** A program's report as the packet takes it. Refusal: invalid_input, when one row or figure is given twice. */
export function contentsOf({ rows, figures, summary, typicalCase }: SubmitBodyDto): ContentsInput {
  return {
    rows: byId(rows, 'rows', ({ assignment, ...row }) => [assignment, row]),
    figures: byId(figures, 'figures', ({ indicator, ...figure }) => [indicator, figure]),
    ...{ summary, typicalCase },
  };
}

/** A round as the service opens it. */
export function roundInput({
  kind,
  title,
  asOf,
  due,
  basis,
  parts,
  scope,
  units,
  indicators,
}: OpenRoundBodyDto): RoundInput {
  const asked = { units: units ?? scope ?? 'all', indicatorIds: indicators ?? ('all' as const) };
  return { kind, title, asOf, due, basis: basis ?? null, parts, ...asked };
}

function byId<T, V>(entries: T[], field: string, split: (entry: T) => [string, V]): Record<string, V> {
  const pairs = entries.map(split);
  const ids = pairs.map(([id]) => id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice >= 0) throw invalidInput([{ field: `${field}.${twice}`, message: `${ids[twice]} 出现了两次` }]);
  return Object.fromEntries(pairs);
}
