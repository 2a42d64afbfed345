import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Refusal } from '../shared/errors.js';
import {
  AcceptsFiles,
  chosenAct,
  leaveFlash,
  ReceivedFiles,
  SentForm,
  type FormMeta,
  type ReceivedFile,
} from '../web/index.js';
import { prefixOf } from './acts.js';
import { SupervisionCandidates } from './candidates.js';
import { newView, type TypedProposal } from './new.presenter.js';
import { pageErrors } from './page-errors.js';
import { supervisionPresses } from './pressing.js';
import { ProposeDto, SupervisionActDto } from './supervision.dto.js';
import { SupervisionFiles } from './supervision.files.js';
import { SupervisionPages } from './supervision.pages.js';
import { listView } from './supervision.presenter.js';
import { SupervisionQueries } from './supervision.queries.js';
import { SupervisionService } from './supervision.service.js';

const NOTHING_TYPED: TypedProposal = { unit: '', measures: [], way: '', level: '', reason: '' };
/** Refusals that are not answered on the form itself. */
const ELSEWHERE = ['not_found', 'not_allowed'];

/** 督办: the list with proposals, proposing, one supervision with its forms. */
@Controller()
export class SupervisionController {
  private readonly presses: ReturnType<typeof supervisionPresses>;

  constructor(
    private readonly service: SupervisionService,
    private readonly queries: SupervisionQueries,
    private readonly candidates: SupervisionCandidates,
    private readonly pages: SupervisionPages,
    private readonly files: SupervisionFiles,
  ) {
    this.presses = supervisionPresses(service);
  }

  @Get('supervision')
  async list(@Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const [lines, suggestions] = [await this.queries.list(me.actor), await this.queries.suggestions(me.actor)];
    response.render('pages/supervision/list', listView(lines, suggestions, me.actor.roles.includes('coordinator')));
  }

  @Get('plans/:planId/supervision/new')
  async newPage(
    @Param('planId') planId: string,
    @Query('unit') unit: string | undefined,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const list = await this.candidates.of(planId, me.actor);
    response.render('pages/supervision/new', newView(list, { ...NOTHING_TYPED, unit: String(unit ?? '') }, []));
  }

  @Post('plans/:planId/supervision')
  async propose(
    @Param('planId') planId: string,
    @Body() form: ProposeDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { unit: unitId, measures: measureIds, way, level, reason } = form;
    try {
      const input = { unitId, measureIds, way, level, reason };
      const id = await this.service.propose(planId, input, { actor: me.actor, key: sent.key });
      leaveFlash(response, 'success', '已提出督办，请登记电话提醒或起草文稿。');
      response.redirect(303, `/supervision/${id}`);
    } catch (error) {
      if (!(error instanceof Refusal) || ELSEWHERE.includes(error.code)) throw error;
      const list = await this.candidates.of(planId, me.actor);
      response.status(422).render('pages/supervision/new', newView(list, { ...form }, pageErrors(error)));
    }
  }

  @Get('supervision/:id')
  async page(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    response.render('pages/supervision/supervision', await this.pages.page(id, me.actor));
  }

  @Post('supervision/:id/acts/:act')
  @AcceptsFiles({ field: 'files', maxFiles: 9 })
  async act(
    @Param('id') id: string,
    @Param('act') name: string,
    @Body() form: SupervisionActDto,
    @ReceivedFiles() uploads: ReceivedFile[],
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const press = { actor: me.actor, key: sent.key, seenRevision: sent.seenRevision ?? undefined };
    try {
      const act = chosenAct(this.presses, name);
      const files = await this.files.keep(id, uploads, me.actor);
      await act.run({ id, form, files, isOwn: await this.pages.isOwn(id, me.actor), press });
      leaveFlash(response, 'success', act.done);
      response.redirect(303, `/supervision/${id}`);
    } catch (error) {
      if (!(error instanceof Refusal) || ELSEWHERE.includes(error.code)) throw error;
      const back = { act: name, values: { ...form } };
      const page = await this.pages.page(id, me.actor, back, pageErrors(error, prefixOf(name)));
      response.status(422).render('pages/supervision/supervision', page);
    }
  }

  @Get('supervision/:id/files/:sha256')
  async file(
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { name, mime, bytes } = await this.files.read(id, sha256, me.actor);
    response.attachment(name).type(mime).send(bytes);
  }
}
