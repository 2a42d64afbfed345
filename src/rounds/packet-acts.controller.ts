import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FlowService } from '../flow/flow.service.js';
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
import { PacketFiles } from './packet-files.js';
import { PacketForms } from './packet-forms.js';
import { packetView } from './packet.presenter.js';
import { PacketsService, type Press } from './packets.service.js';
import { pageErrors } from './page-errors.js';
import { AcknowledgeDto, PacketActDto } from './rounds.dto.js';

interface Pressed {
  id: string;
  form: PacketActDto;
  uploads: ReceivedFile[];
  press: Press;
}

interface Act {
  done: string;
  run: (pressed: Pressed) => Promise<unknown>;
}

/** The small forms of a packet's page: receive, ask for more, correct, 零报告, 免报 and the like. */
@Controller()
export class PacketActsController {
  private readonly acts: Record<string, Act>;

  constructor(
    private readonly packets: PacketsService,
    private readonly forms: PacketForms,
    private readonly files: PacketFiles,
    private readonly flow: FlowService,
  ) {
    this.acts = {
      ...receiving(packets),
      ...reporting(packets),
      addProof: { done: '凭证已补充。', run: (pressed) => this.addProof(pressed) },
    };
  }

  @Post('packets/:id/acts/:act')
  @AcceptsFiles({ field: 'proofFile' })
  async act(
    @Param('id') id: string,
    @Param('act') name: string,
    @Body() form: PacketActDto,
    @ReceivedFiles() uploads: ReceivedFile[],
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const press = { actor: me.actor, key: sent.key, seenRevision: sent.seenRevision ?? undefined };
    try {
      const act = chosenAct(this.acts, name);
      await act.run({ id, form, uploads, press });
      leaveFlash(response, 'success', act.done);
      response.redirect(303, `/packets/${id}`);
    } catch (error) {
      if (!(error instanceof Refusal) || ['not_found', 'not_allowed'].includes(error.code)) throw error;
      const values = { act: name, values: { ...form } };
      const page = packetView(await this.forms.read(id, me.actor), await this.flow.timeline([id]), values);
      response.status(422).render('pages/packets/packet', { ...page, errors: pageErrors(error) });
    }
  }

  @Post('plans/:planId/acknowledge')
  async acknowledge(
    @Param('planId') planId: string,
    @Body() form: AcknowledgeDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { unitId, channel, receivedOn, signer, post } = form;
    const own = unitId === me.actor.unit;
    const behalf = own ? undefined : { unitId, receipt: { channel, receivedOn, signer, post, proof: null } };
    const count = await this.packets.acknowledgeAll(planId, { actor: me.actor, key: sent.key }, behalf);
    leaveFlash(response, 'success', `已签收 ${count} 项任务。`);
    response.redirect(303, own ? '/inbox' : `/plans/${planId}`);
  }

  private async addProof({ id, uploads, press }: Pressed): Promise<void> {
    await this.forms.read(id, press.actor);
    const [file] = await this.files.keep(uploads, '附件', press.actor);
    if (!file) throw needed('proofFile', '请选择凭证文件');
    await this.packets.addProof(id, file.sha256, press);
  }
}

/** What the office does with a packet. */
function receiving(packets: PacketsService): Record<string, Act> {
  return {
    accept: { done: '已接收。', run: ({ id, form, press }) => packets.accept(id, form.acceptOpinion, press) },
    acceptOwnEntry: {
      done: '已接收，标明“代填代审”。',
      run: ({ id, form, press }) => packets.acceptOwnEntry(id, form.ownOpinion, press),
    },
    askMore: {
      done: '已要求补充，单位的待办中会出现。',
      run: ({ id, form, press }) => {
        const reason = must(form.askReason, 'askReason', '请写明补充要求');
        return packets.askMore(id, { rows: Object.keys(form.askRows ?? {}), reason, by: form.askBy || null }, press);
      },
    },
    exempt: {
      done: '已登记免报。',
      run: ({ id, form, press }) =>
        packets.exempt(id, must(form.exemptReason, 'exemptReason', '请写明免报理由'), press),
    },
    unexempt: {
      done: '已取消免报。',
      run: ({ id, form, press }) => packets.unexempt(id, { due: form.unexemptDue }, press),
    },
    setDue: {
      done: '本单位的报送截止日已调整。',
      run: ({ id, form, press }) => packets.setDue(id, { due: form.newDue, reason: form.newDueReason }, press),
    },
  };
}

/** What the unit does, or the office for it. */
function reporting(packets: PacketsService): Record<string, Act> {
  return {
    withdraw: {
      done: '已撤回，原来填写的内容仍在表中，可修改后重新报送。',
      run: ({ id, form, press }) =>
        packets.withdraw(id, must(form.withdrawReason, 'withdrawReason', '请写明撤回理由'), press),
    },
    reportNil: {
      done: '已作零报告。',
      run: ({ id, form, press }) => {
        const { nilChannel: channel, nilReceivedOn: receivedOn, nilSigner: signer, nilPost: post } = form;
        const receipt = channel ? { channel, receivedOn, signer, post, proof: null } : null;
        return packets.reportNil(id, form.nilText, receipt, press);
      },
    },
    approveInside: {
      done: '单位审签已登记。',
      run: ({ id, form, press }) => {
        const signer = must(form.approveSigner, 'approveSigner', '请填写签发人');
        return packets.approveInside(
          id,
          { form: form.approveForm, signer, post: form.approvePost, on: form.approveOn },
          press,
        );
      },
    },
    correctFigure: {
      done: '数据已更正，原数保留在记录中。',
      run: ({ id, form, press }) => {
        const reason = must(form.correctReason, 'correctReason', '请写明更正理由');
        const agreedBy = must(form.correctAgreedBy, 'correctAgreedBy', '请写明同意更正的人');
        return packets.correctFigure(
          id,
          { indicatorId: form.correctIndicator, printed: form.correctPrinted, reason, agreedBy },
          press,
        );
      },
    },
  };
}

function must(value: string, field: string, message: string): string {
  if (value.trim() === '') throw needed(field, message);
  return value.trim();
}

function needed(field: string, message: string): Refusal {
  return new Refusal('invalid_input', `${message}。`, {
    place: field,
    cure: '请补充后再提交。',
    facts: { fields: [{ field, message }] },
  });
}
