const TOKEN =
  /(?<skip>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|[\p{L}\p{N}_$]+|[^]/gu;

/**
 * The tokens of a TypeScript source without comments and white space, so that its layout may change and nothing else.
 * Every character that is neither belongs to some token: no change of meaning is overlooked.
 */
export function tokensOf(source: string): string[] {
  const found: string[] = [];
  for (const match of source.matchAll(TOKEN)) if (match.groups!.skip === undefined) found.push(match[0]);
  return found;
}
