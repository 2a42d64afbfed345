const FORBIDDEN = /[[\]:*?/\\]/g;
const LONGEST = 31;

function legal(name: string): string {
  const cleaned = name
    .replace(FORBIDDEN, '')
    .replace(/^'+|'+$/g, '')
    .trim();
  return cleaned.slice(0, LONGEST) || '工作表';
}

function numbered(name: string, taken: Set<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let number = 2; ; number += 1) {
    const suffix = `（${number}）`;
    const candidate = name.slice(0, LONGEST - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Sheet names that every spreadsheet accepts: at most 31 characters, no forbidden marks, each only once. */
export function sheetNames(wanted: string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const own = numbered(legal(name), taken);
    taken.add(own.toLowerCase());
    return own;
  });
}

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter;
}
