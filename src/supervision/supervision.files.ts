import { Injectable } from '@nestjs/common';
import type { Actor } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import { StoredFiles, type IncomingFile } from '../persistence/stored-files.js';
import { Refusal } from '../shared/errors.js';
import { readsAll } from '../engine/reading-rights.js';
import { visibleSupervision } from './access.js';
import { SupervisionReply, type ReplyFile } from './supervision.entities.js';

/** Files that come with replies, and scans of signatures. */
@Injectable()
export class SupervisionFiles {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** Keeps files for somebody who may see the supervision. Refusals: not_found, file_empty, file_too_large, file_kind. */
  async keep(id: string, uploads: readonly IncomingFile[], actor: Actor): Promise<ReplyFile[]> {
    await visibleSupervision(this.database.reader, id, actor);
    return this.files.keep(uploads, actor.user);
  }

  /** A file of a reply, for somebody who may see the supervision. Refusal: not_found. */
  async read(id: string, sha256: string, actor: Actor): Promise<{ name: string; mime: string; bytes: Buffer }> {
    const matter = await visibleSupervision(this.database.reader, id, actor);
    const manager = this.database.reader.manager;
    const replies = await manager.findBy(SupervisionReply, { supervisionId: id });
    const own = replies.flatMap((reply) => reply.files).find((file) => file.sha256 === sha256);
    const proofs = [...replies.map((reply) => reply.proof), readsAll(actor) ? matter.approval?.proof : null];
    const known = own !== undefined || proofs.includes(sha256);
    const stored = known ? await this.files.find(sha256) : null;
    if (!stored) throw new Refusal('not_found', '没有找到该文件。', { cure: '请从督办页面打开。' });
    return { ...stored, name: own?.name ?? stored.name };
  }
}
