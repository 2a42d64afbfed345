import { Injectable } from '@nestjs/common';
import type { Actor } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import { FileStore } from '../persistence/files.js';
import { StoredFile } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import { visiblePacket } from './packet-ground.js';
import type { PacketFile } from './rounds.entities.js';

export interface Upload {
  name: string;
  bytes: Uint8Array;
}

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** Papers that come with packets: stamped copies, annexes, proofs of what was entered on behalf. */
@Injectable()
export class PacketFiles {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Keeps uploaded papers; an empty file is refused by name. Refusal: file_empty. */
  async keep(uploads: Upload[], kind: PacketFile['kind'], actor: Actor): Promise<PacketFile[]> {
    const kept: PacketFile[] = [];
    for (const { name, bytes } of uploads) {
      if (bytes.byteLength === 0)
        throw new Refusal('file_empty', `文件“${name}”是空的，没有保存。`, { place: '附件', cure: '请重新选择文件。' });
      const sha256 = await this.files.keep(bytes);
      await this.remember(sha256, name, bytes.byteLength, actor);
      kept.push({ sha256, name, kind });
    }
    return kept;
  }

  /** A paper of a packet that this person may see. Refusal: not_found. */
  async read(packetId: string, sha256: string, actor: Actor): Promise<{ name: string; mime: string; bytes: Buffer }> {
    const packet = await visiblePacket(this.database.reader, packetId, actor);
    const isProof = packet.proof === sha256;
    const own = packet.files.find((file) => file.sha256 === sha256);
    const stored = own || isProof ? await this.database.reader.manager.findOneBy(StoredFile, { sha256 }) : null;
    if (!stored) throw new Refusal('not_found', '没有找到该文件。', { cure: '请从报送件页面打开。' });
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
