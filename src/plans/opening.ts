const MOST = 28;

/** The first words of a text, to tell measures of one title apart; '' for none. */
export function opening(text: string): string {
  const first = text.trim().split(/[。；\n]/)[0] ?? '';
  return first.length > MOST ? `${first.slice(0, MOST)}……` : first;
}

/** For each measure, its opening where its title is not its alone; '' elsewhere. */
export function openings(measures: readonly { title: string; text: string }[]): string[] {
  const times = new Map<string, number>();
  for (const { title } of measures) times.set(title, (times.get(title) ?? 0) + 1);
  return measures.map(({ title, text }) => ((times.get(title) ?? 0) > 1 ? opening(text) : ''));
}
