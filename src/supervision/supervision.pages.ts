import { Injectable } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { FlowService } from '../flow/flow.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { calendarOf } from '../organization/calendar.service.js';
import { Database } from '../persistence/database.js';
import type { PageError, Sent } from '../web/index.js';
import { readsAll } from '../engine/reading-rights.js';
import { actsForUnit } from './access.js';
import { supervisionActs, type ActGround } from './acts.js';
import { letterText, orderText, proposeReplyDay, type DraftGround } from './drafting.js';
import { nextLevel } from './levels.js';
import { sheetView } from './supervision.presenter.js';
import { SupervisionQueries, type SupervisionSheet } from './supervision.queries.js';

const DRAFTING = ['draftOrder', 'draftLetter', 'escalate'];

/** Puts one supervision's page together: its sheet, its forms prefilled, its record. */
@Injectable()
export class SupervisionPages {
  constructor(
    private readonly queries: SupervisionQueries,
    private readonly engine: Engine,
    private readonly flow: FlowService,
    private readonly ledger: LedgerService,
    private readonly database: Database,
  ) {}

  /** The page's view for a person; `sent` comes back after a refusal. Refusal: not_found. */
  async page(id: string, actor: Actor, sent: Sent | null = null, errors: PageError[] = []): Promise<object> {
    const sheet = await this.queries.sheet(id, actor);
    const offers = await this.engine.offers(id, actor);
    const acts = supervisionActs(await this.ground(sheet, offers, actor), sent);
    const flow = await this.flow.view(id, actor, `/supervision/${id}`);
    const timeline = readsAll(actor) ? await this.flow.timeline([id]) : null;
    return sheetView(sheet, { flow, acts, timeline, errors });
  }

  /** Whether the person answers for the unit itself rather than recording for it. */
  async isOwn(id: string, actor: Actor): Promise<boolean> {
    const { supervision } = await this.queries.sheet(id, actor);
    return actsForUnit(actor) && supervision.unitId === actor.unit;
  }

  private async ground(sheet: SupervisionSheet, offers: ActGround['offers'], actor: Actor): Promise<ActGround> {
    const { supervision, today } = sheet;
    const drafts = offers.events.some((type) => DRAFTING.includes(type));
    const ground = drafts ? await this.draftGround(sheet, actor) : null;
    const level = offers.events.includes('escalate')
      ? (nextLevel(supervision) ?? supervision.level)
      : supervision.level;
    const calendar = await calendarOf(this.database.reader);
    return {
      ...{ supervision, offers, today, isOwn: actsForUnit(actor) && supervision.unitId === actor.unit },
      orderText: ground ? orderText(ground, level) : '',
      letterText: ground ? letterText(ground) : '',
      orderDue: proposeReplyDay(today, level, calendar),
      letterDue: proposeReplyDay(today, 'normal', calendar),
    };
  }

  private async draftGround(
    { supervision, plan, unit, measures }: SupervisionSheet,
    actor: Actor,
  ): Promise<DraftGround> {
    const { lines } = await this.ledger.rows(plan.id, { unitId: unit.id }, actor);
    const sentences = new Map(lines.map((line) => [line.measureId, line.light.sentence]));
    return {
      ...{ unitName: unit.fullName, planTitle: plan.title, reason: supervision.reason },
      items: measures.map(({ id, no, title }) => ({ no, title, sentence: sentences.get(id) ?? '请加快推进' })),
    };
  }
}
