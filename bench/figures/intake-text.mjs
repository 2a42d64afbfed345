/** A plan's text read to measures, units, targets and dates, against decoding it and looking at every character. */
import { planText } from '../support/plan-text.mjs';
import { product } from '../support/product.mjs';
import { rate, turnByTurn } from '../support/rates.mjs';

const LIMIT = 'decode, NFKC, character table and twelve regular expressions over the same text';
const KB = 1024;
const PATTERNS = [
  /[一二三四五六七八九十]+、/g,
  /（[一二三四五六七八九十]+）/g,
  /\d+[.、]/g,
  /[（【[][^）】\]]*[）】\]]/g,
  /(?:牵头|责任|配合)(?:单位|部门)[:：]/g,
  /牵头|负责|配合|会同|参与/g,
  /[一-龥]{2,12}(?:局|委|办|厅|部)/g,
  /\d+(?:\.\d+)?(?:万|亿)?(?:人|个|元|%)/g,
  /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  /\d{1,2}月(?:底|\d{1,2}日)?前/g,
  /不少于|不低于|达到|以上|超过/g,
  /《[^》]*》/g,
];

/** What no reader can do without: the bytes decoded and each character seen by a table and by a dozen patterns. */
function floor() {
  const table = Uint16Array.from({ length: 65_536 }, (_, code) => code);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    const text = decoder.decode(bytes).normalize('NFKC');
    const codes = new Uint16Array(text.length);
    for (let index = 0; index < text.length; index++) codes[index] = table[text.charCodeAt(index)];
    const mapped = new TextDecoder('utf-16le').decode(codes);
    let found = 0;
    for (const pattern of PATTERNS) found += [...mapped.matchAll(pattern)].length;
    return found;
  };
}

async function reader() {
  const { readPlan } = await product('src/intake/read-plan.js');
  const { loadUnitRegistry } = await product('src/intake/registry.js');
  const registry = loadUnitRegistry();
  return (bytes) => readPlan(new TextDecoder('utf-8', { fatal: true }).decode(bytes), registry);
}

/** Milliseconds for one reading of 60 kB, warm; `ratio` is how many floors it takes (allowed 15, aim 7). */
async function text() {
  const bytes = Buffer.from(planText(60 * KB));
  const read = await reader();
  const least = floor();
  const { first, second } = await turnByTurn(
    5,
    () => rate(() => read(bytes), { seconds: 1, warmUp: 0.5 }),
    () => rate(() => least(bytes), { seconds: 0.5 }),
  );
  const measures = read(bytes).measures.length;
  return { value: first.p50, unit: 'ms', limit: LIMIT, limitValue: second.p50, allowed: 15, measures };
}

/** Milliseconds a kilobyte at 5 MB against the same at 500 kB: 1 is growth in step with the length. */
async function growth() {
  const read = await reader();
  const perKb = async (kb) => {
    const bytes = Buffer.from(planText(kb * KB));
    const { p50 } = await rate(() => read(bytes), { seconds: 3, warmUp: 0.5 });
    return p50 / kb;
  };
  const limitValue = await perKb(500);
  return { value: await perKb(5000), unit: 'ms per kB', limit: 'the same at 500 kB', limitValue, allowed: 1.5 };
}

export const figures = [
  { name: 'intake.text', measure: text },
  { name: 'intake.growth', measure: growth },
];
