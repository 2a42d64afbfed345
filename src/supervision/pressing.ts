import type { SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
import type { ReplyFile } from './supervision.entities.js';
import type { SupervisionActDto } from './supervision.dto.js';
import type { SupervisionService } from './supervision.service.js';
import type { Press, ReceiptInput } from './supervision.types.js';

/** One form of a supervision's page as it came in; `isOwn`: the person acts for the unit itself. */
export interface Pressed {
  id: string;
  form: SupervisionActDto;
  files: ReplyFile[];
  isOwn: boolean;
  press: Press;
}

interface Act {
  done: string;
  run: (pressed: Pressed) => Promise<unknown>;
}

/** The acts of the page by name, with what the page says afterwards. */
export function supervisionPresses(service: SupervisionService): Record<string, Act> {
  return { ...paperActs(service), ...answerActs(service) };
}

function paperActs(service: SupervisionService): Record<string, Act> {
  return {
    draftOrder: {
      done: '督办单已起草，待审签。',
      run: ({ id, form: f, press }) => {
        const level = f.orderLevel as SupervisionLevel;
        return service.draft(id, { form: 'order', text: f.orderText, due: f.orderDue, level }, press);
      },
    },
    draftLetter: {
      done: '商请函已起草，待审签。',
      run: ({ id, form: f, press }) =>
        service.draft(id, { form: 'letter', text: f.letterText, due: f.letterDue }, press),
    },
    revise: {
      done: '文稿已修改，待审签。',
      run: ({ id, form: f, press }) => service.revise(id, { text: f.reviseText, due: f.reviseDue }, press),
    },
    recordApproval: {
      done: '领导签批已登记，可以编号发出。',
      run: ({ id, form: f, files, press }) => {
        const proof = files[0]?.sha256 ?? null;
        const approval = { signer: f.approvalSigner, post: f.approvalPost, on: f.approvalOn, proof };
        return service.recordApproval(id, approval, press);
      },
    },
    send: {
      done: '已编号发出，单位的督办列表中已出现。',
      run: ({ id, form: f, press }) => {
        return service.send(id, { on: f.sendOn, channel: f.sendChannel, due: f.sendDue, number: f.sendNumber }, press);
      },
    },
    escalate: {
      done: '已决定升级，新的督办单待审签。',
      run: ({ id, form: f, press }) => {
        const level = f.escalateLevel as SupervisionLevel;
        return service.escalate(id, { level, text: f.escalateText, due: f.escalateDue }, press);
      },
    },
  };
}

function answerActs(service: SupervisionService): Record<string, Act> {
  return {
    acknowledge: {
      done: '已签收。',
      run: ({ id, form: f, isOwn, press }) => {
        const receipt = isOwn ? null : { channel: f.ackChannel, receivedOn: f.ackReceivedOn, post: f.ackPost };
        return service.acknowledge(id, f.ackPost.trim(), receipt, press);
      },
    },
    reply: {
      done: '反馈已提交，等待审核。',
      run: ({ id, form: f, files, isOwn, press }) => {
        return service.reply(id, { text: f.replyText, files }, isOwn ? null : replyReceipt(f, files), press);
      },
    },
    extend: {
      done: '反馈期限已延长。',
      run: ({ id, form: f, press }) => service.extend(id, { due: f.extendDue, reason: f.extendReason }, press),
    },
    askAgain: {
      done: '已要求再次反馈。',
      run: ({ id, form: f, press }) => service.askAgain(id, { due: f.againDue, reason: f.againReason }, press),
    },
  };
}

/** What the office files with an entry on behalf is its proof. */
function replyReceipt(form: SupervisionActDto, files: ReplyFile[]): ReceiptInput {
  const { replyChannel: channel, replyReceivedOn: receivedOn, replySigner: signer, replyPost: post } = form;
  return { channel, receivedOn, signer: signer.trim(), post: post.trim(), proof: files[0]?.sha256 ?? null };
}
