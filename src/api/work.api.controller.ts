import { Body, Controller, Param, Query } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { filtersOf, LedgerQueryDto, LedgerService } from '../ledger/ledger.service.js';
import { PacketForms } from '../rounds/packet-forms.js';
import { PacketsService } from '../rounds/packets.service.js';
import { RoundBoards } from '../rounds/round-boards.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { requireCoordinator } from '../plans/plans.access.js';
import { SentForm, type FormMeta } from '../web/index.js';
import { contentsOf, roundInput } from './contents.js';
import { doneView } from './done.view.js';
import { OpenRoundBodyDto, RoundsQueryDto, SubmitBodyDto } from './requests.dto.js';
import { Route } from './route.decorator.js';
import { ledgerView, packetView, roundLineView, roundView } from './round.views.js';
import { API_ROOT } from './routes.js';

/** Rounds, packets and the ledger for programs. */
@Controller(API_ROOT)
export class WorkApiController {
  constructor(
    private readonly service: RoundsService,
    private readonly boards: RoundBoards,
    private readonly forms: PacketForms,
    private readonly packets: PacketsService,
    private readonly ledger: LedgerService,
    private readonly engine: Engine,
  ) {}

  @Route('rounds')
  async rounds(@Query() { plan }: RoundsQueryDto, @Me() me: SignedIn): Promise<object> {
    return { rounds: (await this.boards.list(me.actor, plan)).map(roundLineView) };
  }

  @Route('openRound')
  async open(
    @Param('id') planId: string,
    @Body() body: OpenRoundBodyDto,
    @SentForm() { key }: FormMeta,
    @Me() me: SignedIn,
  ): Promise<object> {
    requireCoordinator(me);
    return { id: await this.service.open(planId, roundInput(body), me.actor, key) };
  }

  @Route('round')
  async round(@Param('id') id: string, @Me() me: SignedIn): Promise<object> {
    const board = await this.boards.board(id, me.actor);
    return roundView(board, await this.engine.offers(id, me.actor));
  }

  @Route('packet')
  async packet(@Param('id') id: string, @Me() me: SignedIn): Promise<object> {
    return packetView(await this.forms.read(id, me.actor));
  }

  @Route('submitPacket')
  async submit(
    @Param('id') id: string,
    @Body() body: SubmitBodyDto,
    @SentForm() { key, seenRevision }: FormMeta,
    @Me() me: SignedIn,
  ): Promise<object> {
    const press = { actor: me.actor, key, seenRevision: seenRevision ?? undefined };
    return doneView('packet', await this.packets.submit(id, contentsOf(body), [], press));
  }

  @Route('ledger')
  async rows(@Query() query: LedgerQueryDto, @Me() me: SignedIn): Promise<object> {
    return ledgerView(await this.ledger.rows(query.plan ?? 'all', filtersOf(query), me.actor), query);
  }
}
