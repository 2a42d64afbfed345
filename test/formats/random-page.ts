import { han } from './raw-pdf.js';

type Draw = (below: number) => number;

/** The same numbers for the same seed (a linear congruence). */
export function drawFrom(seed: number): Draw {
  let state = (seed * 2654435761) % 4294967296;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

const WORDS = ['', '就业服务', '3月', ' ', '  ', '（一）', 'plan', 'a b', ' c', 'd ', '。', '\u0001', 'e\u0002f'];
const LETTERS = ['plan', 'to do', ' ', 'x', ' y ', 'office', 'A'];
const MATRICES = ['1 0 0 1', '1.2 0 0 0.9', '0 1 -1 0', '-1 0 0 -1', '0 -1 1 0', '0.8 0.6 -0.6 0.8', '1 0 0.2 1'];

/** Drawing steps for text as a word processor would never mix them, with every step that moves, spaces or scales it. */
export function randomPage(seed: number, steps: number): string {
  const draw = drawFrom(seed);
  const one = <T>(list: readonly T[]): T => list[draw(list.length)];
  const number = (low: number, high: number): string => (low + draw((high - low) * 100) / 100).toFixed(2) + '37';
  let font = 'Han';
  const saved: string[] = [];
  const text = (words: readonly string[] = WORDS): string => (font === 'Han' ? han(one(words)) : `(${one(LETTERS)})`);
  const array = (): string =>
    `[${Array.from({ length: 1 + draw(5) }, () => one([() => text(WORDS.slice(1)), gap])()).join(' ')}]`;
  const gap = (): string => one(['0', '-53', '-127', '83', '-309', '-713', '407', number(-900, 900)]);
  const place = (): string => `${one(MATRICES)} ${number(-40, 620)} ${number(-40, 860)} Tm`;
  const step = (): string =>
    one([
      () => `${text()} Tj`,
      () => `${text()} Tj`,
      () => `${array()} TJ`,
      () => `${array()} TJ`,
      () => `${text()} '`,
      () => `${number(-1, 4)} ${number(-1, 3)} ${text()} "`,
      () => `/${(font = one(['Han', 'Latin', 'Large']))} ${one(['10', '12', '16', '1'])} Tf`,
      () => `${number(-20, 60)} ${one(['0', '-12.03', '-3.1', number(-40, 20)])} Td`,
      () => `${number(-20, 60)} ${number(-30, 5)} TD`,
      () => `T* ${text()} Tj`,
      () => place(),
      () => `${one(['0', '0', '1.57', '-1.71'])} Tc ${one(['0', '0', '3'])} Tw`,
      () => `${one(['100', '100', '80', '150', '-100'])} Tz`,
      () => `${number(8, 20)} TL ${one(['0', '4.03', '-2.9'])} Ts`,
      () => (saved.push(font), one(['q', 'ET q 1.1 0 0 1 3 0 cm BT'])),
      () => ((font = saved.pop() ?? font), one(['Q', 'ET Q BT'])),
      () => one(['/P << /MCID 0 >> BDC', 'EMC', '/Span << /ActualText (whole) >> BDC', '/A BMC', '/Form Do']),
    ])();
  const body = Array.from({ length: steps }, step).join('\n');
  return `BT /Han 12 Tf 1 0 0 1 72 700 Tm\n${body}\nET`;
}
