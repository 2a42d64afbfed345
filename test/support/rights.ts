import { samplePayloads } from '../../src/engine/check/samples.js';
import { textFindings } from '../../src/engine/check/text-rules.js';
import { definition, type DefinitionId } from '../../workflows/catalogue.js';
import { RELATIONS, type Relation } from '../../workflows/relations.js';
import { Course, type Person } from './course.js';

/** One act of a story: who, then the event, as 'unit submit'. */
type Act = string;

/** A machine with its input, and payloads where the samples do not fit. */
export interface Ground {
  id: DefinitionId;
  input: object;
  payloads?: Readonly<Record<string, object>>;
}

const DAY = '2026-07-02';
const UNITS: Partial<Record<Relation, string>> = { coordinator: '农民工办', admin: '农民工办', superior: '省厅' };
const EVERYBODY = Object.keys(RELATIONS) as Relation[];

function someone(name: string, relation: Relation): Person {
  if (relation === 'system') return { user: 'system', unit: null, relation };
  return { user: `${name}（${RELATIONS[relation]}）`, unit: UNITS[relation] ?? '市财政局', relation };
}

/**
 * What 乙, who had no part in the story so far, may do at that point: the state, then one line an event with who may,
 * where it leads, which day it sets or clears, whom it tells, and what it notes.
 */
export function rightsAfter(ground: Ground, story: readonly Act[]): string[] {
  const course = courseOf(ground, story);
  const acts = Object.keys(definition(ground.id).events).flatMap((type) => {
    const may = EVERYBODY.filter((relation) => course.may(someone('乙', relation), type));
    const [first] = may;
    return first ? [`${type}: ${[may.join(', '), ...outcome(ground, story, first, type)].join('; ')}`] : [];
  });
  const end = course.isOver ? ' (over)' : course.isAtEnd ? ' (at an end)' : '';
  const begun = story.length === 0 ? course.effects.map(told).filter(Boolean) : [];
  return [[course.state + end, ...begun].join('; '), ...acts];
}

/** What the definition's text lacks: words, persons, guards. */
export function faultsInText(id: DefinitionId): string[] {
  return textFindings(definition(id)).map(({ code, message }) => `${code}: ${message}`);
}

/** A table of such points: blocks parted by blank lines, each opened by 'after ACT, ACT…' (or 'at first') and its state. */
export function readTable(text: string): { title: string; story: Act[]; rights: string[] }[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [title = '', ...rights] = block.split('\n').map((line) => line.trim());
      const story = title === 'at first' ? [] : title.replace(/^after /, '').split(', ');
      return { title, story, rights };
    });
}

/** The instance as 甲 and her colleagues left it. */
function courseOf(ground: Ground, story: readonly Act[]): Course {
  const course = new Course(ground.id, ground.input).on(DAY);
  for (const act of story) {
    const [relation, type] = act.split(' ') as [Relation, string];
    course.does(someone('甲', relation), type, payloadOf(ground, type));
  }
  return course;
}

function payloadOf({ id, payloads = {} }: Ground, type: string): object {
  const words = definition(id).events[type];
  return { ...(words && samplePayloads(words)[0]), ...payloads[type] };
}

function outcome(ground: Ground, story: readonly Act[], relation: Relation, type: string): string[] {
  const [before, course] = [courseOf(ground, story), courseOf(ground, story)];
  course.does(someone('乙', relation), type, payloadOf(ground, type));
  const moved = course.state === before.state ? [] : [`→ ${course.state}`];
  const noted = Object.entries(course.context)
    .filter(([key, value]) => JSON.stringify(before.context[key]) !== JSON.stringify(value))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [...moved, ...course.effects.slice(before.effects.length).map(told).filter(Boolean), ...noted];
}

function told({ type, params }: { type: string; params: unknown }): string {
  const { name, on, to, text } = params as { name?: string; on?: string | null; to?: string[]; text?: string };
  if (type === 'setDeadline') return on ? `${name} on ${on}` : `no ${name}`;
  return type === 'notify' ? `tells ${to?.join(', ')} ${text}` : '';
}
