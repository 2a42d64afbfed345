import type { TargetOp } from '../../domain/plan/reading.js';
import { counted } from '../../domain/text/number-words.js';
import { TEXT } from './sieves.js';

/** A share that is printed in words: 九成以上, 百分之九十五, 四分之一, 一半, 过半; a doubling; a proportion to one. */
export interface WordedShare {
  index: number;
  raw: string;
  /** In per cent, of a proportion the figure itself; null where no short decimal is it exactly (三分之一). */
  value: number | null;
  after: string | undefined;
  /** Of a proportion (2.3：1) null, else %. */
  unit: '%' | null;
  /** Where the words say it themselves: 过半. */
  op?: TargetOp;
  /** 翻一番: what the name of the thing gets. */
  change?: string;
}

export const WORDED_HINT = TEXT.of(/[一二两三四五六七八九过][成半]|分之|半数|翻.|倍|[/:：]\d/);
const DIGITS = '一二三四五六七八九';
const TENTHS = '([一二两三四五六七八九])成(半|[一二三四五六七八九](?=以上|左右|以[内下]|[，。；、）\\n]|$))?';
const PARTS = '([百千万]|[二三四五六七八九十])分之([一二三四五六七八九十百]{1,4})';
const BODY = `(?:${TENTHS}|${PARTS}|([1-9])/([2-9]|1\\d)(?!\\d)|(一半|半数))`;
const TENTHS_OR_HALF = `(?:${TENTHS}|(一半|半数))`;
/** 增加三成, 审批时限压减一半, 压减审批时限一半. */
const CHANGES = '增加|增长|提高|提升|扩大|上升|下降|减少|降低|压减|压缩|缩短|缩减|削减|精简';
const QUALIFIED = '(以上|左右|以内|以下)';
const SHARE = new RegExp(
  `(?:(?<=[占比达超近约至到为率度于]|超过|低于|少于|${CHANGES}|(?:${CHANGES})[一-龥]{2,8})${BODY}${QUALIFIED}?|(?<=[一-龥])${BODY}${QUALIFIED}|(?<=[一-龥])一半(?=用于))(?=[，。；、）\\n]|$|用于)`,
  'g',
);
/** 七成以上农民工签订劳动合同: the group stands behind its share. */
const GROUP = new RegExp(
  `(?<=^|[，。；：、\\n]|[使让]|确保|保证|实现|引导|组织|推动|力争|达到|有)${BODY}(以上)(?=的?[一-龥]{2})(?![^，。；]*(?:提议|同意|表决|出席|通过|参会|召开))`,
  'g',
);
/** 近三成实现转岗, 超七成农民工参保: how near stands before the share. */
const NEARLY = new RegExp(
  `(?<=(?:^|[，。；：、\\n]|[使让有]|确保|实现|力争|推动)(?:近|约|超过?))${TENTHS_OR_HALF}(?=的?[一-龥]{2})(?![^，。；]*(?:提议|同意|表决|出席|通过|参会|召开))`,
  'g',
);
/** 不少于四分之三的县建成示范点, 至少八成社区配备专员. */
const AT_LEAST = new RegExp(
  `(?<=不少于|不低于|不得少于|不得低于|至少)${BODY}(?=的?[一-龥]{2})(?![^，。；]*(?:提议|同意|表决|出席|通过|参会|召开|委员|代表))`,
  'g',
);
/** 覆盖1/3的县区. */
const COVERED = new RegExp(`(?<=覆盖|惠及|带动)${BODY}(以上)?(?=的?[一-龥])`, 'g');
/** 公租房1/3房源: a fraction right before the goods that it is of. */
const OF_GOODS =
  /(?<=[一-龥])(?:[1-9]\/(?:[2-9]|1\d)(?!\d)|[二三四五六七八九十]分之[一二三四五六七八九])(?=的?(?:房源|房屋|住房|床位|铺位|摊位|岗位|名额|学位|资金|用地|场地))/g;
const MOST = /(?<=(?:率|比例|占比|比重|覆盖面|人数|户数|投资))(?:实现)?过半(?=[，。；、）\n]|$)/g;
const DOUBLED = /(?:实现)?翻([一两二三])?番(?!行动|计划|工程)/g;
/** 培训人数增长一倍: by how much it grows, not to how much. */
const TIMES =
  /(?<=(?:增长|增加|提高|提升|扩大|翻)了?)(\d+(?:\.\d+)?|[一二两三四五六七八九十])倍(以上|左右|以内|以下)?/g;
const TO_ONE = /(?<=[到至在比]|超过|[低高]于)(\d+(?:\.\d+)?)[:：]1(?!\d)(以上|左右|以内|以下)?/g;

/** The shares in words that a text sets: behind 占, 达, 不低于 and the like, or before the group that they are of. */
export function wordedShares(text: string): WordedShare[] {
  if (!WORDED_HINT.test(text)) return [];
  return apart([
    ...[...text.matchAll(SHARE)].map(shareOf),
    ...[...text.matchAll(GROUP)].map(shareOf),
    ...(/[近约超]/.test(text) ? [...text.matchAll(NEARLY)].map(shareOf) : []),
    ...(/[少低]于|至少/.test(text) ? [...text.matchAll(AT_LEAST)].map(shareOf) : []),
    ...(/覆盖|惠及|带动/.test(text) ? [...text.matchAll(COVERED)].map(shareOf) : []),
    ...(/分之|\//.test(text) ? [...text.matchAll(OF_GOODS)].map(shareOf) : []),
    ...[...text.matchAll(MOST)].map((match) => ({ ...placed(match), value: 50, after: undefined, op: '>' as const })),
    ...[...text.matchAll(DOUBLED)].map((match) => ({
      ...{ ...placed(match), value: 100 * (2 ** times(match[1]) - 1), after: undefined, change: '增长' },
    })),
    ...(text.includes('倍') ? [...text.matchAll(TIMES)] : []).map((match) => ({
      ...{ ...placed(match), value: 100 * (Number(match[1]) || counted(match[1] ?? '')), after: match[2] },
    })),
    ...[...text.matchAll(TO_ONE)].map((match) => ({
      ...{ ...placed(match), value: Number(match[1]), after: match[2], unit: null },
    })),
  ]);
}

/** What two patterns found in the same words counts once. */
const apart = (shares: readonly WordedShare[]): WordedShare[] =>
  shares.filter(
    (one, at) =>
      !shares
        .slice(0, at)
        .some((other) => one.index < other.index + other.raw.length && other.index < one.index + one.raw.length),
  );

const placed = (match: RegExpMatchArray): { index: number; raw: string; unit: '%' } => ({
  ...{ index: match.index ?? 0, raw: match[0], unit: '%' },
});

const times = (word: string | undefined): number => (word === undefined ? 1 : counted(word));

const PARTS_OF = new RegExp(`^${BODY}${QUALIFIED}?`);

function shareOf(match: RegExpMatchArray): WordedShare {
  const [, ...parts] = PARTS_OF.exec(match[0]) ?? [];
  return { ...placed(match), value: valueOf(parts), after: parts[7] };
}

function valueOf([tenths, more, whole, part, over, under]: string[]): number | null {
  if (tenths) return counted(tenths) * 10 + (more ? (more === '半' ? 5 : DIGITS.indexOf(more) + 1) : 0);
  if (!whole && !over) return 50;
  const value = over ? (100 * Number(over)) / Number(under) : (100 * counted(part ?? '')) / counted(whole ?? '');
  return Number.isInteger(value * 10) ? value : null;
}
