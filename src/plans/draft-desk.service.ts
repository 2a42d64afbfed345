import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Engine } from '../engine/engine.js';
import type { Actor, Answer, Command } from '../engine/types.js';
import { aliasCommands, aliasHolders, ownNamesIn, type WantedAlias } from '../organization/register.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import type { DraftReading } from './draft.js';
import { withBefore, type DraftChange, type UnitChange } from './draft-changes.js';
import type { Standing } from './draft-conflicts.js';
import { draftAt, inWords, keysOf, refuseUndo, taughtAgain, type Correction } from './draft-history.js';
import { placeIn } from './draft-place.js';
import { namedUnits } from './issuing.js';
import { typedHidden } from './draft-typed.js';
import { correctionsOf, type CorrectionPatch } from './draft.projection.js';
import { acceptanceKept } from './draft-undo.js';
import { PlanDraftRow } from './plans.entities.js';

/** A draft with all that was done to it. */
export interface DraftSheet {
  draft: DraftReading;
  imported: DraftReading;
  corrections: Correction[];
  /** Position of the latest correction, 0 for none: forms carry it, so that a later save knows what its page showed. */
  latest: number;
}

/** What a form of the confirm page asks for. */
export interface Wish {
  /** Position of the latest correction that the page showed. */
  seen: number;
  /** The form as sent, so that one key is one request. */
  form: unknown;
  key?: string;
  /** A name for a correction of many things at once. */
  what?: string;
  /** The changes, decided on inside the transaction; none for nothing to do. */
  changes(standing: Standing, sheet: DraftSheet): DraftChange[];
}

/** Corrections of a draft: conflicts are found by measure and field, every correction can be taken back. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly ids: IdSource,
  ) {}

  /** The draft and its history. Refusal: not_found. */
  sheet(planId: string): Promise<DraftSheet> {
    return sheetOf(this.database.reader, planId);
  }

  /** Records what the form asks for; true when there was something to record. Refusals: conflict, unknown_measure. */
  async correct(planId: string, wish: Wish, actor: Actor): Promise<boolean> {
    const { what } = wish;
    const key = wish.key && keyOfForm(wish.key, wish.form);
    const answer = await this.engine.execute({ actor, key, request: { planId, form: wish.form } }, async (read) => {
      const sheet = await sheetOf(read, planId);
      const asked = inWords(sheet, () => wish.changes(standingOf(sheet, wish.seen, actor.user), sheet));
      const changes = typedHidden(sheet.draft, asked);
      if (changes.length === 0) return [];
      const told = await withHolders(read, withBefore(sheet.draft, changes));
      return [
        send(planId, { changes: told, ...(what ? { what } : {}) }),
        ...(await this.remembering(read, sheet.draft, told.filter(isUnit))),
      ];
    });
    return answer.receipts.length > 0;
  }

  /** Takes one correction back (or an undoing); a card that was saved since stays accepted. Refusals: undo_blocked, undo_without_effect, already_undone. */
  undo(planId: string, position: number, actor: Actor, key?: string): Promise<Answer> {
    const once = key && keyOfForm(key, position);
    return this.engine.execute({ actor, key: once, request: { planId, undoes: position } }, async (read) => {
      const { draft, imported, corrections } = await sheetOf(read, planId);
      const changes = acceptanceKept(draft, corrections, position);
      refuseUndo(imported, corrections, position, changes);
      const aliases = await withdrawnIfUnused(read, planId, taughtAgain(corrections, position));
      return [send(planId, { changes, undoes: position }), ...(await this.remembering(read, draft, aliases))];
    });
  }

  /** What the units' register is told: each printed surface becomes the alias of the unit of that name, or of nobody. */
  private remembering(read: Reader, draft: DraftReading, aliases: WantedAlias[]): Promise<Command[]> {
    const level = draft.level ?? draft.placeProposed?.level ?? 'city';
    return aliasCommands(read, this.ids, { place: placeIn(draft), level }, aliases);
  }
}

const isUnit = (change: DraftChange): change is UnitChange => change.op === 'unit';

/** Units that another plan's draft names stay in the register when the decision that entered them is taken back. */
async function withdrawnIfUnused(read: Reader, planId: string, aliases: WantedAlias[]): Promise<WantedAlias[]> {
  if (aliases.every(({ withdraws = [] }) => withdraws.length === 0)) return aliases;
  const others = await read.manager.find(PlanDraftRow, { where: { planId: Not(planId) } });
  const named = new Set(others.flatMap(({ reading }) => namedUnits(reading)));
  return aliases.map((one) => ({ ...one, withdraws: one.withdraws?.filter((name) => !named.has(name)) }));
}

/** Decisions on names, each with the unit whose alias the surface was before and those it enters, so that it can be taken back. */
async function withHolders(read: Reader, changes: DraftChange[]): Promise<DraftChange[]> {
  const told: DraftChange[] = [];
  for (const change of changes) {
    const { surface, place } = isUnit(change) ? change : { surface: '', place: '' };
    const [heldBy = null, ...others] = isUnit(change) ? await aliasHolders(read, place, surface) : [];
    const held = others.length > 0 ? { heldBy, heldByOthers: others } : { heldBy };
    const entered = isUnit(change) ? await enteredBy(read, change) : [];
    told.push(isUnit(change) ? { ...change, ...held, ...(entered.length > 0 ? { entered } : {}) } : change);
  }
  return told;
}

async function enteredBy(read: Reader, { name, others = [], place }: UnitChange): Promise<string[]> {
  const known = new Set((await ownNamesIn(read, place)).map((one) => one.name));
  return [name, ...others].filter((one) => !known.has(one));
}

const send = (instance: string, patch: CorrectionPatch) =>
  ({ kind: 'send', instance, type: 'correct', payload: { patch } }) as const;

/** A page's key with the content of the form: sent twice it is one act, changed after going back it is another. */
function keyOfForm(key: string, form: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([key, form]))
    .digest('hex');
}

async function sheetOf(read: Reader, planId: string): Promise<DraftSheet> {
  const row = await read.manager.findOneBy(PlanDraftRow, { planId });
  if (!row) throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
  const corrections = await correctionsOf(read, planId);
  const latest = corrections.at(-1)?.position ?? 0;
  return { draft: row.reading, imported: row.imported, corrections, latest };
}

function standingOf({ draft, imported, corrections, latest }: DraftSheet, seen: number, me: string): Standing {
  const base = seen >= latest ? draft : draftAt(imported, corrections, seen);
  return { base, now: draft, later: corrections.filter(({ position }) => position > seen), me };
}

/** All keys that measures of a draft have or had. */
export function keysEver({ imported, corrections }: DraftSheet): string[] {
  const made = corrections.flatMap(({ changes }) => changes.flatMap(keysOf)).filter((key) => key !== null);
  return [...imported.measures.map((measure) => measure.key), ...made];
}
