/** The plans' own scorer, told again: figures of a reading against a hand-made gold reading, each from 0 to 1. */
type Json = Record<string, unknown>;

const PUNCTUATION = /[\s，,。．.；;：:、（）()〔〕[\]【】“”"‘’'《》〈〉·—-]+/g;
const key = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(PUNCTUATION, '');

const SPELLINGS: [string, string][] = [
  ['人力资源和社会保障', '人力资源社会保障'],
  ['发展和改革', '发展改革'],
  ['住房和城乡建设', '住房城乡建设'],
  ['委员会', '委'],
];

function unitKey(name: unknown): string {
  const text = name && typeof name === 'object' ? (name as Json)['name'] : name;
  return SPELLINGS.reduce((sum, [long, short]) => sum.replaceAll(long, short), key(text));
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? value : []);
const unitKeys = (value: unknown): string => list(value).map(unitKey).sort().join('|');

/** Harmonic mean of precision and recall; two empty lists agree. */
function f1(hits: number, found: number, wanted: number): number {
  return found + wanted === 0 ? 1 : (2 * hits) / (found + wanted);
}

function hits(wanted: string[], found: string[]): number {
  const left = [...found];
  return wanted.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  }).length;
}

function pairs(gold: Json[], parsed: Json[]): Map<number, Json> {
  const found = new Map<number, Json>();
  let start = 0;
  gold.forEach((measure, index) => {
    const at = parsed.findIndex((one, j) => j >= start && sameNote(measure, one));
    if (at < 0) return;
    found.set(index, parsed[at] ?? {});
    start = at + 1;
  });
  return found;
}

function sameNote(gold: Json, parsed: Json): boolean {
  const opens = key(gold['opens']).slice(0, 6);
  return (
    key(gold['note']) === key(parsed['note']) &&
    key(parsed['opens'] ?? parsed['text'])
      .slice(0, 40)
      .includes(opens)
  );
}

const targetKeys = (value: unknown): string[] =>
  list(value).map(({ op, value: v }) => `${op}${v === null ? null : Number(v).toFixed(6)}`);

const MEASURE_FIGURES: Record<string, (gold: Json, parsed: Json) => boolean> = {
  mode: (g, p) => g['mode'] === p['mode'],
  lead: (g, p) => unitKey(g['lead']) === unitKey(p['lead']),
  responsible: (g, p) => unitKeys(g['responsible']) === unitKeys(p['responsible']),
  supporting: (g, p) => unitKeys(g['supporting']) === unitKeys(p['supporting']),
  open: (g, p) => list(g['open']).length > 0 === list(p['open']).length > 0,
  title: (g, p) => key(g['title']) === key(p['title']),
};

function measureFigures(gold: Json, parsed: Json): Record<string, number> {
  const [gm, pm] = [list(gold['measures']), list(parsed['measures'])];
  const matched = pairs(gm, pm);
  const figures: Record<string, number> = { measures: f1(matched.size, pm.length, gm.length) };
  for (const [name, same] of Object.entries(MEASURE_FIGURES)) {
    figures[name] = gm.filter((g, i) => matched.has(i) && same(g, matched.get(i) ?? {})).length / (gm.length || 1);
  }
  const targets = gm.map((g, i) => hits(targetKeys(g['targets']), targetKeys(matched.get(i)?.['targets'])));
  const count = (measures: Json[]): number => measures.reduce((sum, m) => sum + list(m['targets']).length, 0);
  figures['targets'] = f1(
    targets.reduce((a, b) => a + b, 0),
    count(pm),
    count(gm),
  );
  return figures;
}

const phases = (plan: Json): string =>
  JSON.stringify(list(plan['phases']).map(({ name, start, end }) => [key(name), start, end]));
const dues = (plan: Json): string => {
  const all = list(plan['reporting']).map(({ due }) => String(due));
  return `${all.length}:${[...new Set(all)].sort().join()}`;
};
const clauses = (plan: Json): string[] =>
  (plan['unassigned'] as string[]).map((text) => key(text.replace(/^[\d.]+/, '')));

function planFigures(gold: Json, parsed: Json): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const name of ['title', 'noticeTitle', 'docNumber', 'issuedOn', 'region', 'level', 'kind', 'basis']) {
    figures[`plan.${name}`] = Number(key(gold[name]) === key(parsed[name]));
  }
  figures['issuers'] = Number(unitKeys(gold['issuers']) === unitKeys(parsed['issuers']));
  figures['phases'] = Number(phases(gold) === phases(parsed));
  figures['reporting'] = Number(dues(gold) === dues(parsed));
  const [gg, pg] = [targetKeys(gold['goals']), targetKeys(parsed['goals'])];
  figures['goals'] = f1(hits(gg, pg), pg.length, gg.length);
  const [gu, pu] = [clauses(gold), clauses(parsed)];
  figures['unassigned'] = f1(hits(gu, pu), pu.length, gu.length);
  figures['contacts'] = Number((gold['contacts'] ?? 0) === parsed['contacts']);
  return figures;
}

/** All figures of one plan. */
export function scoreReading(gold: Json, parsed: Json): Record<string, number> {
  return { ...measureFigures(gold, parsed), ...planFigures(gold, parsed) };
}
