import type { GroupChoice } from '../domain/plan/duties.js';
import { namedInRole } from '../domain/plan/named-in-role.js';
import { officesBelow } from './counties.js';
import { placeIn } from './draft-place.js';
import { groupKind, isBodyBelow } from './draft-proposals.js';
import { groupChoices, placesBelow } from './draft-words.js';
import type { DraftReading } from './draft.js';

type Choice = GroupChoice['choice'];

/** What may be chosen for a group of that name: for places only the places below, 各责任单位 only where the plan names any. */
export function choicesFor(draft: DraftReading, surface: string): Choice[] {
  const kind = groupKind(surface);
  if (kind === 'counties' || kind === 'townships') return ['counties', 'unclear'];
  if (kind !== 'named') return ['members', 'counties', 'unclear'];
  return namedInRole(draft.measures, surface).length > 0 ? ['named', 'members', 'unclear'] : ['members', 'unclear'];
}

/** The same with words for the page, `surfaces` all that the choice is made for at once, `members` those of the list of members ('' for the usual ones); what was chosen before stays among them. */
export function groupOptions(
  draft: DraftReading,
  { surface, choice }: Pick<GroupChoice, 'surface' | 'choice'>,
  members: string,
  surfaces: readonly string[] = [surface],
): Record<string, string> {
  const usual = groupChoices(draft.level);
  const words: Record<Choice, string> = {
    ...usual,
    ...(members ? { members } : {}),
    ...{ counties: placesWords(draft, surfaces), named: namedWords(draft, surface) },
  };
  const offered = new Set<Choice>(['undecided', choice, ...choicesFor(draft, surface)]);
  const kept = (Object.keys(usual) as Choice[]).filter((one) => offered.has(one));
  return Object.fromEntries(kept.map((one) => [one, words[one]]));
}

/** The names behind a group of places or of 各责任单位, so that nobody chooses a list unseen; '' for other groups. */
export function groupHint(draft: DraftReading, surface: string): string {
  const kind = groupKind(surface);
  const names = kind === 'counties' ? placeNames(draft) : kind === 'named' ? namedInRole(draft.measures, surface) : [];
  if (names.length > 0) return `名单：${names.join('、')}`;
  return kind === 'named' ? '本文件没有在别处点名这类单位：请写上单位，或选“暂不明确”。' : '';
}

/** 各县（市、区）各一项（10家）; for bodies that the offices below would stand in for, with that. */
function placesWords(draft: DraftReading, surfaces: readonly string[]): string {
  const words = withCount(`${placesBelow(draft.level)}各一项`, placeNames(draft));
  const replaced = surfaces.filter(isBodyBelow).map((one) => `“${one}”`);
  return replaced.length > 0 ? `${words}，由其农民工办承担，代替${replaced.join('')}` : words;
}

const namedWords = (draft: DraftReading, surface: string): string =>
  withCount(groupChoices(draft.level).named, namedInRole(draft.measures, surface));

const withCount = (words: string, names: readonly string[]): string =>
  names.length > 0 ? `${words}（${names.length}家）` : words;

const placeNames = (draft: DraftReading): string[] => officesBelow(placeIn(draft)).map(({ place }) => place);
