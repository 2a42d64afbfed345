import { it } from '@jest/globals';

/** Long enough for a slow machine; a chapter usually takes a few seconds. */
export const CHAPTER_MS = 180_000;

/** Chapters of one story: each builds on those before, so after one that fails the others fail at once and say why. */
export function story(): (title: string, chapter: () => Promise<void>) => void {
  let broken: string | null = null;
  return (title, chapter) =>
    it(
      title,
      async () => {
        if (broken) throw new Error(`The story broke off earlier: ${broken}`);
        broken = title;
        await chapter();
        broken = null;
      },
      CHAPTER_MS,
    );
}
