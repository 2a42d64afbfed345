import type { Fault } from './replay.js';
import type { Projection, Recorded } from './types.js';

const SHA256 = /^[0-9a-f]{64}$/;
/** Members of a payload that name a file by its SHA-256. */
const NAMES_A_FILE = new Set(['sha256', 'proof', 'file']);

/** A file that the record rests on: its SHA-256 stands in an event, under that event's hash. */
export interface Evidence {
  sha256: string;
  /** What people call it. */
  name: string;
}

/** Gathers, as the log is replayed, every file that an event names. */
export class EvidenceList implements Projection {
  readonly name = 'evidence';
  readonly tables: string[] = [];
  private readonly found = new Map<string, Evidence>();

  apply(_tx: unknown, event: Pick<Recorded, 'payload' | 'onBehalf' | 'position'>): Promise<void> {
    this.gather(event.payload, `事件 ${event.position} 的文件`);
    this.gather({ proof: event.onBehalf?.proof }, `事件 ${event.position} 的凭证`);
    return Promise.resolve();
  }

  all(): Evidence[] {
    return [...this.found.values()];
  }

  private gather(value: unknown, place: string): void {
    if (Array.isArray(value)) return value.forEach((one) => this.gather(one, place));
    if (typeof value !== 'object' || value === null) return;
    for (const [member, inner] of Object.entries(value)) {
      if (typeof inner === 'object') this.gather(inner, place);
      else if (NAMES_A_FILE.has(member) && typeof inner === 'string' && SHA256.test(inner)) {
        const { name } = value as { name?: unknown };
        this.found.set(inner, { sha256: inner, name: typeof name === 'string' ? name : place });
      }
    }
  }
}

/** Holds each file against its name, which is its SHA-256; `check` gives the hash of what is there, null where nothing is. */
export async function verifyEvidence(
  files: Iterable<Evidence>,
  check: (sha256: string) => Promise<string | null>,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { sha256, name } of files) {
    const found = await check(sha256);
    if (found === sha256) continue;
    const message = found === null ? '文件不在了' : '文件内容被改动过';
    faults.push({ code: found === null ? 'file_missing' : 'file_differs', place: name, message });
  }
  return faults;
}
