const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
/** Highest number Word counts to (ECMA-376, w:start). */
const MAX_COUNTER = 32_767;

/** 12 → 十二, 20 → 二十, 105 → 一百〇五; from 1 to 999, digits beyond. */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 999) return String(value);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds ? `${DIGITS[hundreds]}百` : '';
  const gap = hundreds && !tens && ones ? '〇' : '';
  const ten = tens ? `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十` : '';
  return head + gap + ten + (ones ? DIGITS[ones] : '');
}

/**
 * One counter printed in a number format of WordprocessingML (ST_NumberFormat, ECMA-376 part 1, 17.18.59).
 * Formats that are not known print as digits.
 */
export function formatCounter(value: number, format: string): string {
  if (!(value >= 1 && value <= MAX_COUNTER)) return String(value);
  return (Object.hasOwn(FORMATS, format) ? FORMATS[format] : String)(value);
}

const FORMATS: Record<string, (value: number) => string> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  japaneseCounting: chineseNumber,
  taiwaneseCounting: chineseNumber,
  taiwaneseCountingThousand: chineseNumber,
  koreanCounting: chineseNumber,
  ideographDigital: byDigit(DIGITS),
  japaneseDigitalTenThousand: byDigit(DIGITS),
  taiwaneseDigital: byDigit(DIGITS),
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: fromList(STEMS),
  ideographZodiac: fromList(BRANCHES),
  decimalEnclosedCircle: block(0x2460, 20),
  decimalEnclosedCircleChinese: block(0x2460, 20),
  decimalEnclosedParen: block(0x2474, 20),
  decimalEnclosedFullstop: block(0x2488, 20),
  ideographEnclosedCircle: block(0x3280, 10),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  decimalFullWidth2: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
};

function byDigit(digits: string): (value: number) => string {
  return (value) => String(value).replace(/\d/g, (digit) => digits[Number(digit)]);
}

function fromList(list: string): (value: number) => string {
  return (value) => list[(value - 1) % list.length] ?? String(value);
}

function block(first: number, size: number): (value: number) => string {
  return (value) => (value >= 1 && value <= size ? String.fromCharCode(first + value - 1) : String(value));
}

function legal(value: number): string {
  const units: Record<string, string> = { 十: '拾', 百: '佰' };
  const spoken = chineseNumber(value).replace(/^十/, '一十');
  return [...spoken].map((char) => units[char] ?? LEGAL_DIGITS[DIGITS.indexOf(char)] ?? char).join('');
}

function letter(value: number): string {
  const index = (value - 1) % 26;
  return String.fromCharCode(65 + index).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  const steps: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  if (value > 399) return String(value);
  let rest = value;
  return steps.reduce((text, [step, sign]) => {
    const times = Math.floor(rest / step);
    rest -= times * step;
    return text + sign.repeat(times);
  }, '');
}
