import { WATCHED_PERSON } from './actors.js';
import type { Configuration, Exploration, Move, Submission } from './explore.js';
import type { Finding } from './finding.js';
import { describeState, describeStory, pathTo } from './story.js';
import type { WatchedMachine } from './watch.js';

/** Faults of what people and deadlines may do: approving one's own, lost deadlines, guards that read the payload. */
export function conductFindings(walk: Exploration): Finding[] {
  return [...ownApprovals(walk), ...deadlineFaults(walk), ...payloadReads(walk.watched)];
}

/** Who submits does not approve, but for an entry of the office, which must then carry the mark 代填代审. */
function ownApprovals(walk: Exploration): Finding[] {
  const faults = walk.moves.filter((move) => approvesOwn(walk, move));
  return firstOfEach(faults, ({ event }) => walk.definition.events[event.type]!.approves.join()).map((move) => {
    const own = submissionFor(walk, move) === 'own';
    const message = own ? '提交人审核了自己提交的内容。' : '代填人审核了自己代填的内容，却没有标明代填代审。';
    return { code: 'own_approval', message, story: storyOf(walk, move) };
  });
}

function approvesOwn(walk: Exploration, move: Move): boolean {
  const submission = submissionFor(walk, move);
  return submission === 'own' || (submission === 'office' && !move.marked);
}

function submissionFor({ definition }: Exploration, { from, event }: Move): Submission | undefined {
  const approves = definition.events[event.type]?.approves ?? [];
  return event.by.user === WATCHED_PERSON ? from.submissions[approves.join()] : undefined;
}

function storyOf({ definition }: Exploration, { from, event, to }: Move): string[] {
  return describeStory(definition, [...pathTo(from), { event, snapshot: to.snapshot }]);
}

function deadlineFaults(walk: Exploration): Finding[] {
  return [
    ...deadlinesOf(walk, isLeftBehind, (name, state) => `已到“${state}”，期限“${name}”却没有撤销。`, 'deadline_left'),
    ...deadlinesOf(
      walk,
      isUnanswered(walk),
      (name, state) => `处于“${state}”时期限“${name}”到期，没有任何处理。`,
      'deadline_unanswered',
    ),
    ...deadlinesOf(
      walk,
      isLost(walk),
      (name, state) => `回到“${state}”后，原来的期限“${name}”丢失了。`,
      'deadline_lost',
    ),
  ];
}

type Test = (configuration: Configuration, name: string) => boolean;
type Say = (name: string, state: string) => string;

function deadlinesOf(walk: Exploration, test: Test, say: Say, code: string): Finding[] {
  const faults = walk.configurations.flatMap((one) =>
    Object.keys(one.deadlines)
      .filter((name) => test(one, name))
      .map((name) => ({ one, name })),
  );
  return firstOfEach(faults, ({ name }) => name).map(({ one, name }) => ({
    code,
    message: say(name, describeState(walk.definition, one.snapshot)),
    story: describeStory(walk.definition, pathTo(one)),
  }));
}

const isLeftBehind: Test = ({ snapshot, deadlines }, name) =>
  snapshot.status === 'done' && deadlines[name] === 'pending';

function isUnanswered({ moves }: Exploration): Test {
  const answered = new Set(moves.map(({ from, event }) => `${from.index} ${event.type}`));
  return ({ index, snapshot, deadlines }, name) =>
    snapshot.status !== 'done' && deadlines[name] === 'pending' && !answered.has(`${index} deadline.${name}`);
}

/** Taken back, though in the same state it is awaited when nothing was returned. */
function isLost({ configurations }: Exploration): Test {
  const place = (one: Configuration, name: string) => name + JSON.stringify(one.snapshot.value);
  const awaited = new Set(
    configurations.flatMap((one) =>
      Object.keys(one.deadlines)
        .filter((name) => one.deadlines[name] === 'pending')
        .map((name) => place(one, name)),
    ),
  );
  return (one, name) =>
    one.snapshot.status !== 'done' && one.deadlines[name] === 'cleared' && awaited.has(place(one, name));
}

function payloadReads({ payloadReads: reads }: WatchedMachine): Finding[] {
  return [...reads].map(([guard, fields]) => ({
    code: 'guard_reads_payload',
    message: `条件“${guard}”看了事件内容“${[...fields].join('、')}”：页面还没有内容时就无法判断能不能办。`,
    story: [],
  }));
}

function firstOfEach<T>(all: readonly T[], of: (one: T) => string): T[] {
  const first = new Map<string, T>();
  for (const one of all) {
    if (!first.has(of(one))) first.set(of(one), one);
  }
  return [...first.values()];
}
