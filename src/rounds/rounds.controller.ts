import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Engine } from '../engine/engine.js';
import { FlowService } from '../flow/flow.service.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Refusal } from '../shared/errors.js';
import { chosenAct, leaveFlash, SentForm, type FormMeta, type Sent } from '../web/index.js';
import { openRoundView } from './open-round.presenter.js';
import type { Part } from './packet.types.js';
import { pageErrors } from './page-errors.js';
import { RoundBoards } from './round-boards.js';
import { RoundPages } from './round-pages.js';
import { roundsView, roundView } from './round.presenter.js';
import { OpenRoundDto, RoundActDto } from './rounds.dto.js';
import { RoundsService, type RoundInput } from './rounds.service.js';

type Act = (id: string, form: RoundActDto, me: SignedIn, sent: FormMeta) => Promise<unknown>;

/** Rounds: the list, opening, the board with its acts. */
@Controller()
export class RoundsController {
  private readonly acts: Record<string, { done: string; run: Act }>;

  constructor(
    private readonly rounds: RoundsService,
    private readonly boards: RoundBoards,
    private readonly pages: RoundPages,
    private readonly flow: FlowService,
    private readonly engine: Engine,
  ) {
    this.acts = actsOf(rounds);
  }

  @Get('rounds')
  async list(@Me() me: SignedIn, @Res() response: Response): Promise<void> {
    response.render('pages/rounds/list', roundsView(await this.boards.list(me.actor)));
  }

  @Get('plans/:planId/rounds/new')
  async openPage(
    @Param('planId') planId: string,
    @Query('pick') pick: string | undefined,
    @Query('earlier') earlier: string | undefined,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const ground = await this.pages.openGround(planId, me.actor);
    response.render(
      'pages/rounds/new',
      openRoundView(ground, { at: Number(pick ?? 0), earlier: earlier !== undefined }, null, []),
    );
  }

  @Post('plans/:planId/rounds')
  async open(
    @Param('planId') planId: string,
    @Body() form: OpenRoundDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const id = await this.rounds.open(planId, inputFrom(form), me.actor, sent.key);
      leaveFlash(response, 'success', '已发起调度，各报送单位的待办中已出现报送件。');
      response.redirect(303, `/rounds/${id}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'not_found') throw error;
      const ground = await this.pages.openGround(planId, me.actor);
      response
        .status(422)
        .render('pages/rounds/new', openRoundView(ground, { at: 0, earlier: false }, form, pageErrors(error)));
    }
  }

  @Get('rounds/:id')
  async page(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    response.render('pages/rounds/round', await this.roundPage(id, me, null, []));
  }

  @Post('rounds/:id/acts/:act')
  async act(
    @Param('id') id: string,
    @Param('act') name: string,
    @Body() form: RoundActDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const act = chosenAct(this.acts, name);
      await act.run(id, form, me, sent);
      leaveFlash(response, 'success', act.done);
      response.redirect(303, `/rounds/${id}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'not_found') throw error;
      const page = await this.roundPage(id, me, { act: name, values: { ...form } }, pageErrors(error));
      response.status(422).render('pages/rounds/round', page);
    }
  }

  private async roundPage(id: string, me: SignedIn, sent: Sent | null, errors: object[]): Promise<object> {
    const board = await this.boards.board(id, me.actor);
    const offers = await this.engine.offers(id, me.actor);
    const others = await this.pages.unitsNotAsked(board);
    return { ...roundView(board, offers, others, await this.flow.timeline([id]), sent), errors };
  }
}

function inputFrom(form: OpenRoundDto): RoundInput {
  const { kind, title, asOf, due, basis, scope, units, indicators, parts } = form;
  const asked = scope === 'chosen' ? units : (scope as RoundInput['units']);
  return {
    ...{ kind, title, asOf, due, basis: basis || null },
    parts: parts as Part[],
    indicatorIds: indicators,
    units: asked,
    duePassed: form.duePassed === 'yes',
  };
}

function actsOf(rounds: RoundsService): Record<string, { done: string; run: Act }> {
  const seen = (sent: FormMeta) => sent.seenRevision ?? undefined;
  return {
    extend: {
      done: '报送截止日已调整。',
      run: (id, f, me, sent) =>
        rounds.extend(id, { due: f.extendDue, reason: f.extendReason }, me.actor, sent.key, seen(sent)),
    },
    reopen: {
      done: '调度已重新打开。',
      run: (id, f, me, sent) =>
        rounds.reopen(id, { due: f.reopenDue, reason: f.reopenReason }, me.actor, sent.key, seen(sent)),
    },
    close: {
      done: '调度已结束；未报的单位仍可补报。',
      run: (id, f, me, sent) => rounds.close(id, f.closeNote, me.actor, sent.key, seen(sent)),
    },
    cancel: {
      done: '调度已取消。',
      run: (id, f, me, sent) => rounds.cancel(id, f.cancelReason, me.actor, sent.key, seen(sent)),
    },
    chase: {
      done: '催报已记录。',
      run: (id, f, me, sent) => rounds.chase(id, f.chaseUnits, f.chaseChannel, f.chaseText, me.actor, sent.key),
    },
    addUnits: {
      done: '已增加报送单位。',
      run: (id, f, me, sent) => rounds.addUnits(id, f.addUnits, me.actor, sent.key, seen(sent)),
    },
    removeUnits: {
      done: '已减少报送单位。',
      run: (id, f, me, sent) => rounds.removeUnits(id, f.removeUnits, f.removeReason, me.actor, sent.key, seen(sent)),
    },
  };
}
