import { Injectable } from '@nestjs/common';
import type { Actor } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import { StoredFiles, type IncomingFile } from '../persistence/stored-files.js';
import { Refusal } from '../shared/errors.js';
import { visiblePacket } from './packet-ground.js';
import type { PacketFile } from './rounds.entities.js';

/** Papers that come with packets: stamped copies, annexes, proofs of what was entered on behalf. */
@Injectable()
export class PacketFiles {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** Keeps uploaded papers. Refusals: file_empty, file_too_large, file_kind. */
  async keep(uploads: readonly IncomingFile[], kind: PacketFile['kind'], actor: Actor): Promise<PacketFile[]> {
    const kept = await this.files.keep(uploads, actor.user);
    return kept.map((file) => ({ ...file, kind }));
  }

  /** A paper of a packet that this person may see. Refusal: not_found. */
  async read(packetId: string, sha256: string, actor: Actor): Promise<{ name: string; mime: string; bytes: Buffer }> {
    const packet = await visiblePacket(this.database.reader, packetId, actor);
    const isProof = packet.proof === sha256;
    const own = packet.files.find((file) => file.sha256 === sha256);
    const stored = own || isProof ? await this.files.find(sha256) : null;
    if (!stored) throw new Refusal('not_found', '没有找到该文件。', { cure: '请从报送件页面打开。' });
    return { ...stored, name: own?.name ?? stored.name };
  }
}
