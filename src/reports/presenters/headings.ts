import type { DutyLine } from '../../ledger/ledger.service.js';

/** A measure with all its duties, lead first. */
export interface MeasureGroup {
  id: string;
  key: string;
  no: string;
  title: string;
  content: string;
  heading: string[];
  lines: DutyLine[];
}

/** The measures of the duties, in the plan's order. */
export function measuresOf(duties: DutyLine[]): MeasureGroup[] {
  const groups = new Map<string, MeasureGroup>();
  for (const line of [...duties].sort((a, b) => a.position - b.position)) {
    const { measureId: id, draftKey: key, no, title, content, heading } = line;
    const group = groups.get(id) ?? { id, key, no, title, content, heading, lines: [] };
    group.lines.push(line);
    groups.set(id, group);
  }
  return [...groups.values()].map((group) => ({ ...group, lines: [...group.lines].sort(byPart) }));
}

const PARTS = { responsible: 1, supporting: 2 };

function byPart(a: DutyLine, b: DutyLine): number {
  const rank = (line: DutyLine): number => (line.isLead ? 0 : PARTS[line.role]) + (line.unitKind === 'county' ? 10 : 0);
  return rank(a) - rank(b);
}

/** A heading of the plan's own order; measures only where the plan puts them under it. */
export interface HeadingNode {
  /** The path of headings, joined: the key of its edited paragraph. */
  key: string;
  heading: string;
  level: 1 | 2 | 3 | 4;
  measures: MeasureGroup[];
}

/**
 * The plan's headings in its own order. A root that stands over all measures (任务举措) says nothing in a report and is
 * left out, as long as headings remain.
 */
export function headingsOf(measures: MeasureGroup[]): HeadingNode[] {
  const depth = sharedDepth(measures.map((measure) => measure.heading));
  const nodes = new Map<string, HeadingNode>();
  for (const measure of measures) {
    const path = pathOf(measure).slice(depth);
    path.forEach((heading, at) => {
      const key = path.slice(0, at + 1).join('／');
      const level = Math.min(at + 1, 4) as HeadingNode['level'];
      if (!nodes.has(key)) nodes.set(key, { key, heading, level, measures: [] });
    });
    nodes.get(path.join('／'))?.measures.push(measure);
  }
  return inOrder([...nodes.values()]);
}

function pathOf({ heading, title }: MeasureGroup): string[] {
  return heading.length > 0 ? heading : [title];
}

function sharedDepth(paths: string[][]): number {
  const shortest = Math.min(...paths.map((path) => path.length));
  let depth = 0;
  while (depth < shortest - 1 && new Set(paths.map((path) => path.slice(0, depth + 1).join('／'))).size === 1)
    depth += 1;
  return depth;
}

/** A heading that the plan takes up again later stands once, with all its measures, where it first stood. */
function inOrder(nodes: HeadingNode[]): HeadingNode[] {
  const roots = nodes.filter((node) => node.level === 1);
  const below = (parent: HeadingNode): HeadingNode[] =>
    nodes.filter((node) => node !== parent && node.key.startsWith(`${parent.key}／`));
  return roots.flatMap((root) => [root, ...below(root)]);
}
