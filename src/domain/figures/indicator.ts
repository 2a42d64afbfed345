/** How figures of several units become one. */
export type Aggregation = 'sum' | 'ratio' | 'latest' | 'none';

/** period: each figure counts its own period; cumulative: each counts from the opening value up to its as-of day. */
export type Accumulation = 'period' | 'cumulative';

/** A preset of seeds/indicators.json: an office attaches it to a plan or measure. */
export interface IndicatorPreset {
  id: string;
  name: string;
  /** 口径: what counts and what does not. */
  definition: string;
  /** Unit of measure as printed: 人次, 万元, %. */
  unit: string;
  aggregation: Aggregation;
  accumulation: Accumulation;
  /** For a ratio: what is divided by what. */
  numerator?: string;
  denominator?: string;
  /** Whose figure it is: the unit whose books decide, by its usual name without level. */
  authority: string;
  /** 月, 季, 半年, 年: how often the authority has it. */
  frequency: '月' | '季' | '半年' | '年';
  /** Words by which a plan's target or measure is matched to the preset. */
  tags: string[];
}

/** The preset whose tags fit a target's wording best (most tags found, then the longest), or null. */
export function presetFor(text: string, presets: IndicatorPreset[]): IndicatorPreset | null {
  const scored = presets.map((preset) => ({ preset, score: tagScore(text, preset.tags) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    preset: null as IndicatorPreset | null,
    score: 0,
  });
  return best.preset;
}

/** A tag may join words that all must occur: 培训+农民工. */
function tagScore(text: string, tags: string[]): number {
  const found = tags.filter((tag) => tag.split('+').every((word) => text.includes(word)));
  return found.reduce((sum, tag) => sum + tag.length, 0);
}
