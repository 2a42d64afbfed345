import type { Paragraph } from '../lines/paragraph.js';
import type { FoundNote } from '../notes/find-notes.js';
import { descendants } from './family.js';
import type { Clause } from './outline.js';

type Notes = readonly (readonly FoundNote[])[];

const NUMBERED = 3;

/**
 * Where one note closes a list, the list is one task: items parted by semicolons, or items without any notes above a
 * note that stands alone on the line below the last. They become the text of the clause that they are items of. A note
 * alone below items that have their own is the clause's.
 */
export function foldLists(clauses: readonly Clause[], paragraphs: readonly Paragraph[], notes: Notes): Clause[] {
  const folded = new Set<Clause>();
  const lists = new Lists(clauses, paragraphs, notes);
  for (const clause of clauses) {
    const scope = lists.scopeOf(clause);
    if (!scope) continue;
    if (scope === 'heading') lists.giveBack(clause);
    else for (const item of lists.gather(clause, scope === 'unsure')) folded.add(item);
  }
  return clauses.filter((clause) => !folded.has(clause));
}

/** What the note of a list's last item governs, if it is more than that item. */
type Scope = 'items' | 'unsure' | 'heading';

class Lists {
  private readonly own: ReadonlySet<number>;

  constructor(
    clauses: readonly Clause[],
    private readonly paragraphs: readonly Paragraph[],
    private readonly notes: Notes,
  ) {
    this.own = this.findOwn(clauses);
  }

  scopeOf(clause: Clause): Scope | null {
    const { children } = clause;
    const last = children.at(-1);
    if (!last || children.length < 2 || last.children.length > 0 || last.rank < NUMBERED) return null;
    const before = children.slice(0, -1);
    if (this.count(clause) > 0 || children.some(({ first }) => this.paragraphs[first]?.row)) return null;
    const alone = this.isAlone(last.last - 1, last);
    if (before.every((item) => this.count(item) === 1) && this.count(last) === 2 && alone && this.leads(last.last - 1))
      return 'heading';
    const free = before.every((item) => [item, ...descendants(item)].every((one) => this.count(one) === 0));
    if (!free || this.count(last) !== 1) return null;
    if (before.every((item) => this.endsOpen(item))) return this.notes[last.last - 1]?.length === 1 ? 'items' : null;
    return alone ? (last.rank > NUMBERED || !this.own.has(last.rank) ? 'items' : 'unsure') : null;
  }

  /** The items' words become the clause's; the items are none any more. */
  gather(clause: Clause, unsure: boolean): Clause[] {
    const items = descendants(clause);
    clause.last = items.at(-1)?.last ?? clause.last;
    clause.children = [];
    if (unsure) clause.asks = 'items';
    return items;
  }

  /** The note alone below the items goes to the clause. */
  giveBack(clause: Clause): void {
    const last = clause.children.at(-1);
    if (!last) return;
    last.last -= 1;
    clause.closing = last.last;
    clause.asks = 'heading';
  }

  private count({ first, last }: Clause): number {
    return this.notes.slice(first, last).flat().length;
  }

  /** A paragraph that is nothing but its note, below an item. */
  private isAlone(index: number, item: Clause): boolean {
    const text = this.paragraphs[index]?.text ?? '';
    const [note, other] = this.notes[index] ?? [];
    if (index <= item.first || !note || other) return false;
    return BARE.test(text.slice(0, note.start) + text.slice(note.end));
  }

  private leads(index: number): boolean {
    return (this.notes[index]?.[0]?.words.roles.members ?? []).some(({ role }) => role !== 'support');
  }

  private endsOpen({ last }: Clause): boolean {
    return /[；;]$/.test(this.paragraphs[last - 1]?.text ?? '');
  }

  /** The marks of items that have notes of their own, the last of each list left out. */
  private findOwn(clauses: readonly Clause[]): Set<number> {
    const own = clauses.filter((one) => one.parent && one.parent.children.at(-1) !== one && this.count(one) > 0);
    return new Set(own.map(({ rank }) => rank));
  }
}

const BARE = /^[。；，、\s]*$/;
