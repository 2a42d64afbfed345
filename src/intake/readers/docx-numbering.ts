import type { NumberRef } from './docx-styles.js';
import { LEVELS, ListCounter, type ListLevel } from './list-counter.js';
import { childOf, childrenOf, childValue, isOn, type XmlNode } from './xml.js';

interface List {
  /** Lists of one abstract definition count on together. */
  definition: string;
  levels: (ListLevel | undefined)[];
  starts: Map<number, number>;
}

/** Rebuilds the automatic numbers of a Word file from numbering.xml (ECMA-376 part 1, 17.9). */
export class DocxNumbering {
  private readonly lists = new Map<string, List>();
  private readonly byStyle = new Map<string, { list: string; level: number }>();
  private readonly counters = new Map<string, ListCounter>();
  private readonly begun = new Set<string>();

  constructor(root: XmlNode | null) {
    const definitions = new Map(childrenOf(root ?? undefined, 'abstractNum').map((node) => [idOf(node), node]));
    for (const num of childrenOf(root ?? undefined, 'num')) this.addList(num, definitions);
  }

  /** Label of the next paragraph with this numbering, '' for none. `style` picks the level linked to a style. */
  label(ref: NumberRef | null, style: string | undefined): string {
    const linked = style === undefined ? undefined : this.byStyle.get(style);
    const list = ref?.list ? this.lists.get(ref.list) : undefined;
    if (!list || !ref?.list) return '';
    const level = ref.level ?? (linked?.list === list.definition ? linked.level : 0);
    if (!(level >= 0 && level < LEVELS)) return '';
    this.applyStarts(ref.list, list);
    return this.counterOf(list).next(level, list.levels);
  }

  private addList(num: XmlNode, definitions: Map<string, XmlNode>): void {
    const definition = resolveDefinition(childValue(num, 'abstractNumId') ?? '', definitions);
    if (!definition) return;
    const id = idOf(definition);
    const levels = readLevels(definition);
    const starts = new Map<number, number>();
    for (const override of childrenOf(num, 'lvlOverride')) {
      const at = Number(override.attributes.ilvl);
      const own = childOf(override, 'lvl');
      if (own) levels[at] = readLevel(own);
      const start = childValue(override, 'startOverride');
      if (start !== undefined) starts.set(at, Number(start));
    }
    this.lists.set(num.attributes.numId ?? '', { definition: id, levels, starts });
    this.linkStyles(definition, id);
  }

  private linkStyles(definition: XmlNode, id: string): void {
    for (const level of childrenOf(definition, 'lvl')) {
      const style = childValue(level, 'pStyle');
      if (style !== undefined) this.byStyle.set(style, { list: id, level: Number(level.attributes.ilvl) });
    }
  }

  /** A start override takes effect once, where its list first appears. */
  private applyStarts(id: string, list: List): void {
    if (this.begun.has(id)) return;
    this.begun.add(id);
    for (const [level, start] of list.starts) {
      if (level >= 0 && level < LEVELS) this.counterOf(list).restart(level, start);
    }
  }

  private counterOf(list: List): ListCounter {
    const counter = this.counters.get(list.definition) ?? new ListCounter(list.levels);
    this.counters.set(list.definition, counter);
    return counter;
  }
}

function idOf(node: XmlNode): string {
  return node.attributes.abstractNumId ?? '';
}

/** Follows numStyleLink to the definition that carries the levels. */
function resolveDefinition(id: string, definitions: Map<string, XmlNode>): XmlNode | undefined {
  const own = definitions.get(id);
  const link = childValue(own, 'numStyleLink');
  if (link === undefined) return own;
  return [...definitions.values()].find((node) => childValue(node, 'styleLink') === link) ?? own;
}

function readLevels(definition: XmlNode): (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = [];
  for (const node of childrenOf(definition, 'lvl')) {
    const at = Number(node.attributes.ilvl);
    if (at >= 0 && at < LEVELS) levels[at] = readLevel(node);
  }
  return levels;
}

function readLevel(node: XmlNode): ListLevel {
  const suffix = childValue(node, 'suff');
  const restart = childValue(node, 'lvlRestart');
  return {
    start: Number(childValue(node, 'start') ?? 1) || 0,
    format: childValue(node, 'numFmt') ?? formatOfChoice(node),
    label: childValue(node, 'lvlText') ?? '',
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    restartAfter: restart === undefined ? null : Number(restart) - 1,
    legal: isOn(node, 'isLgl'),
  };
}

/** Newer formats stand in an AlternateContent whose fallback older programs print. */
function formatOfChoice(node: XmlNode): string {
  return childValue(childOf(childOf(node, 'AlternateContent'), 'Fallback'), 'numFmt') ?? 'decimal';
}
