const DIGITS = '零一二三四五六七八九';
const STEPS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A number in words as a figure: 九十五 is 95, 一百零八 is 108, 两万五千 is 25000, 三亿五千万 is 350000000, 廿三 is 23. */
export function counted(words: string): number {
  const [head, tail] = parted(words.replaceAll('廿', '二十'), '亿');
  return belowHundredMillion(head) * 100_000_000 + belowHundredMillion(tail);
}

function belowHundredMillion(words: string): number {
  const [tenThousands, rest] = parted(words, '万');
  return section(tenThousands) * 10_000 + section(rest);
}

/** The words before a step, which is the last of its kind, and those behind it. */
function parted(words: string, step: string): [before: string, behind: string] {
  const at = words.indexOf(step);
  return at < 0 ? ['', words] : [words.slice(0, at), words.slice(at + 1)];
}

function section(words: string): number {
  let sum = 0;
  let digit = 0;
  for (const word of words) {
    const step = STEPS[word];
    if (step) sum += (digit || 1) * step;
    digit = step ? 0 : word === '两' ? 2 : Math.max(0, DIGITS.indexOf(word));
  }
  return sum + digit;
}
