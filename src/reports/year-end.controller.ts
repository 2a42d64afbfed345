import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FlowService } from '../flow/flow.service.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Refusal } from '../shared/errors.js';
import { AcceptsFiles, leaveFlash, ReceivedFiles, SentForm, type FormMeta, type ReceivedFile } from '../web/index.js';
import { DocumentDesk } from './document-desk.js';
import { DocumentsService } from './documents.service.js';
import { FinaliseDto, PaperQueryDto, ParagraphDto, SignDto } from './reports.dto.js';
import { ReportsService } from './reports.service.js';
import { sendFile } from './send-file.js';

/** 年终总结: one edited paragraph per heading, the units' texts beside, from first draft to the stored file. */
@Controller()
export class YearEndController {
  constructor(
    private readonly desk: DocumentDesk,
    private readonly documents: DocumentsService,
    private readonly reports: ReportsService,
    private readonly flow: FlowService,
  ) {}

  @Get('plans/:id/year-end')
  async page(
    @Param('id') planId: string,
    @Query() query: PaperQueryDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.desk.page(planId, 'year-end', me.actor, query.asOf);
    const timeline = page.documentId ? await this.flow.timeline([page.documentId], 40) : null;
    response.render('pages/reports/year-end', { ...page, timeline, actions: await this.desk.actions(page, me.actor) });
  }

  @Post('plans/:id/year-end')
  async begin(
    @Param('id') planId: string,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.documents.begin(planId, 'year-end', me.actor, sent.key);
    leaveFlash(response, 'success', '已按各单位报送内容生成各段初稿，请逐段修改。');
    response.redirect(303, `/plans/${planId}/year-end`);
  }

  @Get('reports/:id/year-end/preview')
  async preview(
    @Param('id') planId: string,
    @Query() query: PaperQueryDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const article = await this.reports.preview(me.actor, { planId, kind: 'year-end', asOf: query.asOf });
    const back = { href: `/plans/${planId}/year-end`, label: '年终总结' };
    response.render('pages/reports/preview', { title: '年终总结预览', nav: 'reports', back, article });
  }

  @Post('documents/:id/paragraphs/:position')
  async edit(
    @Param('id') id: string,
    @Param('position', ParseIntPipe) position: number,
    @Body() form: ParagraphDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.documents.editParagraph(id, position, form.text, me.actor, metaOf(sent));
    leaveFlash(response, 'success', form.text.trim() ? '已保存本段。' : '本段已恢复为各单位原文。');
    await this.back(id, response, `#p-${position}`);
  }

  @Post('documents/:id/sign')
  @AcceptsFiles({ field: 'proof' })
  async sign(
    @Param('id') id: string,
    @Body() form: SignDto,
    @ReceivedFiles() files: ReceivedFile[],
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const proof = files[0] ? await this.documents.keepProof(files[0], me.actor) : null;
    await this.documents.recordApproval(
      id,
      { signer: form.signer, post: form.post, on: form.on, proof },
      me.actor,
      metaOf(sent),
    );
    leaveFlash(response, 'success', '已登记领导签批，可以定稿。');
    await this.back(id, response);
  }

  @Post('documents/:id/finalise')
  async finalise(
    @Param('id') id: string,
    @Body() form: FinaliseDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.documents.finalise(id, me.actor, form.asOf, metaOf(sent));
    leaveFlash(response, 'success', '已定稿并存档。定稿文件不再改变；数据更正后会在这里列出。');
    await this.back(id, response);
  }

  @Get('documents/:id/issues/:issue')
  async issued(
    @Param('id') id: string,
    @Param('issue') issue: string,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.desk.refuseForeign(id, me.actor);
    sendFile(response, await this.documents.issued(id, issue));
  }

  private async back(documentId: string, response: Response, anchor = ''): Promise<void> {
    const { planId, kind } = await this.documents.document(documentId);
    if (kind !== 'year-end') throw new Refusal('not_found', '没有找到这份文稿的页面。');
    response.redirect(303, `/plans/${planId}/year-end${anchor}`);
  }
}

function metaOf({ key, seenRevision }: FormMeta): { key: string; seenRevision?: number } {
  return { key, seenRevision: seenRevision ?? undefined };
}
