/** How many characters rules may name; more than all that they do. */
export const ALPHABET = 0x800;

/**
 * For every character a number below ALPHABET by which tables are looked up, 0 for those that no rule names. What is known of
 * the few that rules name is so close together in memory that looking it up is fast.
 */
export const NUMBERS = new Uint16Array(0x1_0000);
let given = 0;

/** The number of the character at an offset, which it gets when it has none. */
export function numbered(characters: string, at: number): number {
  const code = characters.charCodeAt(at);
  if (NUMBERS[code] === 0) NUMBERS[code] = nextNumber();
  return NUMBERS[code]!;
}

function nextNumber(): number {
  if (given === ALPHABET - 1) throw new Error('no number is left for another character');
  return (given += 1);
}
