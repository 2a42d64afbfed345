import { cut, type Paragraph } from './paragraph.js';

const FIGURES = '[〇○零一二三四五六七八九十]';
const DAY = new RegExp(
  `(?:20\\d{2}年\\d{1,2}月\\d{1,2}日|二${FIGURES}{3}年${FIGURES}{1,2}月${FIGURES}{1,3}日)(?=(?:（此件[^（）]{2,14}）)?$)`,
);
const ORGANS =
  /[一-龥]{3,90}(?:政府|办公室|办公厅|委员会|领导小组|总工会|联合会|[局厅委办部院])(?:（(?:代章|章|盖章)）)?$/;
/** An organ that signs is named with its place; units in the notes and cells of a plan have their level alone. */
const PLACED = /^(?![省市县区州盟旗镇乡])[一-龥]{1,11}?(?<!城)(?:[省市县区州盟旗镇乡]|街道)/;
/** 市农民工办, 市人社局市财政局: organs of a level alone; cells and notes name units so, too. */
const OF_LEVEL = /^(?:[省市县区州盟旗](?![直级属委内])[一-龥]{2,12}?(?:委员会|办公室|总工会|联合会|[局厅委办院]))+$/;
/** A plan that says who does what in brackets or behind labels has no cell at its end. */
const NOTED = /(?:负责|配合|牵头|落实)[。]?）|(?:责任|牵头|主办|配合)单位：/;
const STOP = /[。；！）”】]$/;
const UNIT_END = /(?:政府|办公室|办公厅|委员会|领导小组|总工会|联合会|[局厅委办部院])$/;
/** What may stand below the date. */
const BELOW = /^(?:[（(]?此件|抄送|主送|公开方式|附件)/;
const LONGEST = 130;
const MOST_BELOW = 6;

/**
 * 落款 and 成文日期 (GB/T 9704 7.3.5) that ran into the last sentence or note of the text become paragraphs of their own.
 * Only organs named with their place, behind a stop, white space or the place of the first line, and a whole date at the end;
 * organs of a level alone behind a stop, where the plan names its units in notes.
 */
export function signedEnd(paragraphs: readonly Paragraph[]): Paragraph[] {
  const all = [...paragraphs.slice(0, -1), ...paragraphs.slice(-1).flatMap(copiesApart)];
  for (let at = all.length - 1; at > 0 || at === all.length - 1; at--) {
    const paragraph = all[at];
    if (!paragraph || all.length - at > MOST_BELOW) break;
    const cuts = paragraph.row
      ? []
      : cutsOf(paragraph, PLACED.exec(all[0]?.text ?? '')?.[0] ?? null, () => all.some(isNoted));
    if (cuts.length > 0) return all.toSpliced(at, 1, ...pieces(paragraph, cuts));
    if (!BELOW.test(paragraph.text)) break;
  }
  return all;
}

const COPIES = /(?<=[。；）日])(?:抄送|主送)[:：]/;

/** “……2025年3月6日抄送：市委办公室”: to whom the paper goes begins a paragraph of its own. */
function copiesApart(paragraph: Paragraph): Paragraph[] {
  const at = paragraph.text.search(COPIES);
  return at > 0 ? pieces(paragraph, [at]) : [paragraph];
}

const isNoted = ({ text }: Paragraph): boolean => NOTED.test(text);

/** Where the organs begin and where the date does; none where the paragraph does not end so. */
function cutsOf({ text, gap }: Paragraph, place: string | null, noted: () => boolean): number[] {
  if (!/[日）]$/.test(text)) return [];
  const from = Math.max(0, text.length - LONGEST);
  const tail = text.slice(from);
  const day = tail.search(DAY);
  const run = day > 0 ? ORGANS.exec(tail.slice(0, day)) : null;
  if (!run) return [];
  const [begin, end] = [from + run.index, from + day];
  const levelled = OF_LEVEL.test(run[0]) && begin > 0 && STOP.test(text[begin - 1] ?? '');
  if (levelled) return noted() ? [begin, end] : [];
  const first = organsBegin(text, begin, end, gap, place);
  if (first < 0) return [];
  const name = PLACED.exec(text.slice(first, end))?.[0] ?? '';
  const next: number[] = [];
  for (let at = text.indexOf(name, first + 1); at > 0 && at < end; at = text.indexOf(name, at + 1))
    if (UNIT_END.test(text.slice(first, at))) next.push(at);
  return [first, ...next, end].filter((at) => at > 0);
}

/** The first of the organs: behind a stop, else behind white space, else with the place that the first line names. */
function organsBegin(text: string, begin: number, end: number, gap: Uint8Array, place: string | null): number {
  const isOrgan = (at: number): boolean => PLACED.test(text.slice(at, end));
  if ((begin === 0 || STOP.test(text.slice(begin - 1, begin))) && isOrgan(begin)) return begin;
  for (let at = begin; at < end - 4; at++) if (gap[at] && at > 0 && isOrgan(at)) return at;
  const named = place === null ? -1 : text.indexOf(place, begin + 1);
  return named > 0 && named < end && (UNIT_END.test(text.slice(0, named)) || BELOW.test(text)) ? named : -1;
}

function pieces(paragraph: Paragraph, cuts: readonly number[]): Paragraph[] {
  const { text } = paragraph;
  return [0, ...cuts].map((start, index) => cut(paragraph, start, cuts[index] ?? text.length));
}
