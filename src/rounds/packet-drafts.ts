import { Injectable } from '@nestjs/common';
import type { Actor } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import { Clock } from '../shared/clock.js';
import { Refusal } from '../shared/errors.js';
import { actsForUnit } from './access.js';
import { visiblePacket } from './packet-ground.js';
import type { ContentsInput } from './packet.types.js';
import { PacketDraft, type Packet, type PacketFile } from './rounds.entities.js';

/** The unit's own draft, or the office's while it enters a paper on the unit's behalf. */
export type Side = 'unit' | 'office';

export interface DraftContent extends ContentsInput {
  files: PacketFile[];
  /** How it came in, while the office enters it. */
  receipt?: { channel?: string; receivedOn?: string; signer?: string; post?: string };
}

export interface KeptDraft {
  content: DraftContent;
  savedBy: string;
  /** UTC ms. */
  savedAt: number;
}

/** Forms not yet sent: working papers, outside the log, kept until the packet is sent. */
@Injectable()
export class PacketDrafts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whose draft a person works on. Refusal: not_allowed for those who only read. */
  sideOf(packet: Packet, actor: Actor): Side {
    const office = actor.roles.includes('coordinator');
    if (packet.unitId === actor.unit && (office || actsForUnit(actor))) return 'unit';
    if (office) return 'office';
    throw new Refusal('not_allowed', '您可以查看这份报送件，但不能填报。', {
      cure: '填报由本单位联络员或牵头的农民工办办理。',
    });
  }

  /** Keeps what was typed, complete or not, and returns the packet. Refusals: not_found, not_allowed. */
  async save(packetId: string, content: DraftContent, actor: Actor): Promise<Packet> {
    const packet = await visiblePacket(this.database.reader, packetId, actor);
    const side = this.sideOf(packet, actor);
    const row = { packetId, side, content, savedBy: actor.name, savedAt: this.clock.now() };
    await this.database.write(async (tx) => {
      await tx.remove('packet_draft', { packetId, side });
      await tx.insert('packet_draft', row);
    });
    return packet;
  }

  async read(packetId: string, side: Side): Promise<KeptDraft | null> {
    const row = await this.database.reader.manager.findOneBy(PacketDraft, { packetId, side });
    return row && { content: row.content as unknown as DraftContent, savedBy: row.savedBy, savedAt: row.savedAt };
  }

  async drop(packetId: string, side: Side): Promise<void> {
    await this.database.write((tx) => tx.remove('packet_draft', { packetId, side }));
  }
}
