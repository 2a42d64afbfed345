/**
 * What two papers are compared by, to tell that they print the same: layout and punctuation aside, but for what stands
 * inside a number (1.5万) or makes it a share.
 */
export const sameWords = (...texts: string[]): string =>
  texts
    .join('\n')
    .normalize('NFKC')
    .replace(/(?<!\d)[^\p{L}\p{N}%‰]|[^\p{L}\p{N}%‰](?!\d)/gu, '');
