import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FlowService } from '../flow/flow.service.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Refusal } from '../shared/errors.js';
import { AcceptsFiles, leaveFlash, ReceivedFiles, SentForm, type FormMeta, type ReceivedFile } from '../web/index.js';
import { contentsFrom, draftFrom, filesAfter } from './contents-form.js';
import { PacketDrafts } from './packet-drafts.js';
import { PacketFiles } from './packet-files.js';
import { formView } from './packet-form.presenter.js';
import { PacketForms, type PacketForm } from './packet-forms.js';
import { packetActs } from './packet-acts.js';
import { packetView } from './packet.presenter.js';
import { PacketsService, type Press } from './packets.service.js';
import { pageErrors } from './page-errors.js';
import { ContentsDto } from './rounds.dto.js';
import type { PacketFile } from './rounds.entities.js';

const MANY_FILES = { field: 'files', maxFiles: 10 };

/** What a form brought: as typed, with the papers kept. */
interface Filled {
  form: ContentsDto;
  files: PacketFile[];
  press: Press;
}

/** The packet's page and its form, for the unit and, on its behalf, for the office. */
@Controller('packets/:id')
export class PacketsController {
  constructor(
    private readonly packets: PacketsService,
    private readonly forms: PacketForms,
    private readonly drafts: PacketDrafts,
    private readonly files: PacketFiles,
    private readonly flow: FlowService,
  ) {}

  @Get()
  async page(
    @Param('id') id: string,
    @Query('view') view: string | undefined,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const form = await this.forms.read(id, me.actor);
    const fillsIn = form.side === 'unit' && form.offers.events.includes('submit') && view === undefined;
    if (fillsIn) return response.redirect(303, `/packets/${id}/form`);
    response.render('pages/packets/packet', { ...packetView(form, await this.flow.timeline([id]), null), errors: [] });
  }

  @Get('form')
  async formPage(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const form = await this.forms.read(id, me.actor);
    if (form.side !== 'unit' || !form.offers.events.includes('submit'))
      return response.redirect(303, `/packets/${id}?view=sent`);
    response.render('pages/packets/form', await this.whole(form));
  }

  @Get('record')
  async recordPage(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const form = await this.forms.read(id, me.actor);
    if (form.side !== 'office' || !form.offers.events.includes('record'))
      return response.redirect(303, `/packets/${id}`);
    response.render('pages/packets/form', await this.whole(form));
  }

  @Post('form')
  @AcceptsFiles(MANY_FILES)
  async submit(
    @Param('id') id: string,
    @Body() body: ContentsDto,
    @ReceivedFiles() sent: ReceivedFile[],
    @SentForm() meta: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const filled = await this.filled(id, body, sent, meta, me);
    await this.answering(id, filled, me, response, '已报送。接收情况可在本页查看。', () =>
      this.packets.submit(id, contentsFrom(body), filled.files, filled.press),
    );
  }

  @Post('record')
  @AcceptsFiles(MANY_FILES)
  async record(
    @Param('id') id: string,
    @Body() body: ContentsDto,
    @ReceivedFiles() sent: ReceivedFile[],
    @SentForm() meta: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const filled = await this.filled(id, body, sent, meta, me);
    const { channel, receivedOn, signer, post } = body;
    const receipt = { channel, receivedOn, signer, post, proof: filled.files[0]?.sha256 ?? null };
    await this.answering(
      id,
      filled,
      me,
      response,
      '已代为录入，标明“代填”；请由另一位同事接收，或接收时标明“代填代审”。',
      () => this.packets.record(id, contentsFrom(body), filled.files, receipt, filled.press),
    );
  }

  @Post('save')
  @AcceptsFiles(MANY_FILES)
  async save(
    @Param('id') id: string,
    @Body() body: ContentsDto,
    @ReceivedFiles() sent: ReceivedFile[],
    @SentForm() meta: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { files, press } = await this.filled(id, body, sent, meta, me);
    await this.packets.saveDraft(id, draftFrom(body, files), press);
    leaveFlash(response, 'success', '草稿已保存，尚未报送。');
    response.redirect(303, `/packets/${id}${body.channel ? '/record' : '/form'}`);
  }

  /** Kept every few seconds while typing; says nothing in the record. */
  @Post('draft')
  @HttpCode(204)
  async draft(@Param('id') id: string, @Body() body: ContentsDto, @Me() me: SignedIn): Promise<void> {
    const { files } = await this.forms.read(id, me.actor);
    await this.drafts.save(id, draftFrom(body, filesAfter(files, body, [])), me.actor);
  }

  @Get('files/:sha256')
  async file(
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { name, mime, bytes } = await this.files.read(id, sha256, me.actor);
    response.attachment(name).type(mime).send(bytes);
  }

  private async filled(
    id: string,
    form: ContentsDto,
    sent: ReceivedFile[],
    meta: FormMeta,
    me: SignedIn,
  ): Promise<Filled> {
    const before = await this.forms.read(id, me.actor);
    this.drafts.sideOf(before.packet, me.actor);
    const isSealed = before.side === 'office' || form.filesKind !== '附件';
    const uploaded = await this.files.keep(sent, isSealed ? '盖章件' : '附件', me.actor);
    const press = { actor: me.actor, key: meta.key, seenRevision: meta.seenRevision ?? undefined };
    return { form, files: filesAfter(before.files, form, uploaded), press };
  }

  /** Sends; when refused, what was typed is kept as a draft and shown again with what is wrong. */
  private async answering(
    id: string,
    filled: Filled,
    me: SignedIn,
    response: Response,
    done: string,
    send: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await send();
      leaveFlash(response, 'success', done);
      response.redirect(303, `/packets/${id}`);
    } catch (error) {
      if (!(error instanceof Refusal) || ['not_found', 'not_allowed'].includes(error.code)) throw error;
      await this.drafts.save(id, draftFrom(filled.form, filled.files), me.actor);
      const form = await this.forms.read(id, me.actor);
      response.status(422).render('pages/packets/form', await this.whole(form, error));
    }
  }

  private async whole(form: PacketForm, refusal: Refusal | null = null): Promise<object> {
    const view = formView(form, refusal ? pageErrors(refusal) : []);
    const acts = form.side === 'unit' ? packetActs(form, null) : [];
    return { ...view, acts, timeline: await this.flow.timeline([form.packet.id]) };
  }
}
