import type { MeasureReading, UnitRef } from '../../domain/plan/reading.js';

const UNSURE = 0.6;
const LINES = /银行|人行|税务/;

/**
 * The measures with a doubt where a name first stands that may be of the same local branch of the central bank or of the tax
 * line as another name before it in the plan: 市人行 behind 人行, 国家税务总局太原市税务局 behind 市税务局. A place has one of each.
 * Without a region nothing is asked.
 */
export function sameOfficeAsked(measures: readonly MeasureReading[], region: string | null): MeasureReading[] {
  if (region === null) return [...measures];
  const first = new Map<string, { unit: UnitRef; no: string }>();
  const seen = new Set<string>();
  return measures.map((measure) => {
    const reasons = [...measure.responsible, ...measure.supporting].flatMap((unit) => {
      if (seen.has(unit.name)) return [];
      seen.add(unit.name);
      const line = lineOf(unit.name, region);
      if (line === null) return [];
      const before = first.get(line);
      if (!before) first.set(line, { unit, no: measure.no });
      return before
        ? [
            `“${unit.surface}”与第${before.no}条的“${before.unit.surface}”可能是同一单位（本地只有一个），请核对；如是，请改为同一名称`,
          ]
        : [];
    });
    if (reasons.length === 0) return measure;
    const found = reasons.map((reason) => ({
      ...{ code: 'same_office', reason, field: 'responsible', span: measure.noteSpan },
    }));
    const confidence = Math.min(measure.confidence, UNSURE);
    return { ...measure, doubts: [...measure.doubts, ...found], doubtful: true, confidence };
  });
}

/** Whose local branch a name may be in the plan's own place; null for any other unit. */
function lineOf(name: string, region: string): 'bank' | 'tax' | null {
  if (!LINES.test(name)) return null;
  const place = region.replace(/[省市县区]$/, '');
  const own = `(?:${region.at(-1)}|${place}[省市县区]?)`;
  if (new RegExp(`^(?:中国人民银行(?:${own}(?:中心支行|分行|支行)?)?|${own}(?:人行|人民银行))$`).test(name))
    return 'bank';
  return new RegExp(`^(?:国家税务总局)?${own}税务局$`).test(name) ? 'tax' : null;
}
