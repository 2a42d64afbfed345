/** One property change of the Word 97 format: its code and its operand. */
export interface Sprm {
  code: number;
  operand: Buffer;
}

/** Codes the reader looks at ([MS-DOC] 2.6). */
export const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  struck: 0x0837,
  struckTwice: 0x2a53,
  symbol: 0x6a09,
  font: 0x4a4f,
  inTable: 0x2416,
  rowEnd: 0x2417,
  level: 0x260a,
  list: 0x460b,
  huge: 0x6646,
  hugeBefore: 0x6645,
  defineTable: 0xd608,
  verticalMerge: 0xd62b,
} as const;

const CHANGE_TABS = 0xc615;

/** Reads a run of property changes; stops where the bytes end. */
export function* readSprms(bytes: Buffer): Generator<Sprm> {
  let at = 0;
  while (at + 2 < bytes.length) {
    const code = bytes.readUInt16LE(at);
    const [skip, size] = operandSize(code, bytes, at + 2);
    yield { code, operand: bytes.subarray(at + 2 + skip, at + 2 + skip + size) };
    at += 2 + skip + size;
  }
}

/** Length of the size field and of the operand, by the code's top three bits. */
function operandSize(code: number, bytes: Buffer, at: number): [skip: number, size: number] {
  if (code === SPRM.defineTable) return [2, Math.max(0, (at + 1 < bytes.length ? bytes.readUInt16LE(at) : 1) - 1)];
  if (code === CHANGE_TABS && bytes[at] === 0xff) return [1, tabsSize(bytes, at + 1)];
  const kind = code >> 13;
  if (kind === 6) return [1, bytes[at] ?? 0];
  return [0, [1, 1, 2, 4, 2, 2, 0, 3][kind]];
}

function tabsSize(bytes: Buffer, at: number): number {
  const removed = (bytes[at] ?? 0) * 4 + 1;
  const added = (bytes[at + removed] ?? 0) * 3 + 1;
  return removed + added;
}
