import { Injectable } from '@nestjs/common';
import type { Actor } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import { FileStore } from '../persistence/files.js';
import { StoredFile } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import { readsAll } from '../engine/reading-rights.js';
import { visibleSupervision } from './access.js';
import { SupervisionReply, type ReplyFile } from './supervision.entities.js';

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** Files that come with replies, and scans of signatures. */
@Injectable()
export class SupervisionFiles {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Keeps uploaded files for somebody who may see the supervision. Refusals: not_found, file_empty. */
  async keep(id: string, uploads: { name: string; bytes: Uint8Array }[], actor: Actor): Promise<ReplyFile[]> {
    await visibleSupervision(this.database.reader, id, actor);
    const kept: ReplyFile[] = [];
    for (const { name, bytes } of uploads) {
      if (bytes.byteLength === 0) throw emptyFile(name);
      const sha256 = await this.files.keep(bytes);
      await this.remember(sha256, name, bytes.byteLength, actor);
      kept.push({ sha256, name });
    }
    return kept;
  }

  /** A file of a reply, for somebody who may see the supervision. Refusal: not_found. */
  async read(id: string, sha256: string, actor: Actor): Promise<{ name: string; mime: string; bytes: Buffer }> {
    const matter = await visibleSupervision(this.database.reader, id, actor);
    const manager = this.database.reader.manager;
    const replies = await manager.findBy(SupervisionReply, { supervisionId: id });
    const own = replies.flatMap((reply) => reply.files).find((file) => file.sha256 === sha256);
    const proofs = [...replies.map((reply) => reply.proof), readsAll(actor) ? matter.approval?.proof : null];
    const known = own !== undefined || proofs.includes(sha256);
    const stored = known ? await manager.findOneBy(StoredFile, { sha256 }) : null;
    if (!stored) throw new Refusal('not_found', '没有找到该文件。', { cure: '请从督办页面打开。' });
    return { name: own?.name ?? stored.name, mime: stored.mime, bytes: await this.files.read(sha256) };
  }

  private remember(sha256: string, name: string, size: number, actor: Actor): Promise<void> {
    return this.database.write(async (tx) => {
      const known = await tx.get('SELECT sha256 FROM stored_file WHERE sha256 = ?', [sha256]);
      const mime = TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
      if (!known) await tx.insert('stored_file', { sha256, name, mime, size, addedBy: actor.user });
    });
  }
}

function emptyFile(name: string): Refusal {
  return new Refusal('file_empty', `文件“${name}”是空的，没有保存。`, { place: '附件', cure: '请重新选择文件。' });
}
