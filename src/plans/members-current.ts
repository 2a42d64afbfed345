/** A unit of a list that is gone on the plan's day, and who stands on the list in its place; nobody while that is not decided. */
export interface GoneMember {
  name: string;
  heirs: string[];
}

/** What is known of a unit that is gone. */
export interface GoneFacts {
  /** What the office decided about the name: whom it means; the unit itself where it was kept. */
  decided: readonly string[];
  /** Who follows by the office's own register, where the unit was ended there. */
  successors: readonly string[];
  /** Who may follow by the register of usual names. */
  usual: readonly string[];
}

/**
 * A list of members on a day: units that are gone (`factsOf` knows; null for one in use) give way to those that the office
 * decided on, else to those of its register, else to the one usual heir that is `registered` there; where none of these
 * tells, nobody takes the place, and `gone` says so.
 */
export function membersCurrent(
  listed: readonly string[],
  factsOf: (name: string) => GoneFacts | null,
  registered: readonly string[],
): { names: string[]; gone: GoneMember[] } {
  const gone = listed.flatMap((name): GoneMember[] => {
    const facts = factsOf(name);
    if (facts === null || facts.decided.includes(name)) return [];
    return [{ name, heirs: heirsOf(facts, registered) }];
  });
  const heirs = new Map(gone.map((one) => [one.name, one.heirs]));
  return { names: [...new Set(listed.flatMap((name) => heirs.get(name) ?? [name]))], gone };
}

function heirsOf({ decided, successors, usual }: GoneFacts, registered: readonly string[]): string[] {
  if (decided.length > 0) return [...decided];
  if (successors.length > 0) return [...successors];
  const here = usual.filter((name) => registered.includes(name));
  return here.length === 1 ? here : [];
}

/** What became of the units that are gone, in sentences; '' where none is. */
export function goneWords(gone: readonly GoneMember[]): string {
  const replaced = gone.filter(({ heirs }) => heirs.length > 0);
  const left = gone.filter(({ heirs }) => heirs.length === 0).map(({ name }) => name);
  return [
    ...replaced.map(({ name, heirs }) => `名单上的${name}已经撤并，由${heirs.join('、')}承担。`),
    ...(left.length > 0
      ? [`名单上的${left.join('、')}已经撤并，由谁承担未定，没有列入：确有任务的，请在各条写上承担的单位。`]
      : []),
  ].join('');
}
