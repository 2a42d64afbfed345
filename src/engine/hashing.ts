import { getHashes } from 'node:crypto';
import type { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { settled, settle } from './installation.js';

/** Hashes that a log may be chained with: SHA-256, or SM3 (GB/T 32905). */
export const HASH_NAMES = ['sha256', 'sm3'] as const;
export type HashName = (typeof HASH_NAMES)[number];

/** As a person reads it. */
export const HASH_TITLES: Record<HashName, string> = { sha256: 'SHA-256', sm3: 'SM3（国密）' };

const SETTING = 'hash';

/** The hash with which the log of a database is chained; SHA-256 where none was chosen. */
export async function hashNameIn(read: Reader): Promise<HashName> {
  const found = await settled(read, SETTING);
  return found === 'sm3' ? 'sm3' : 'sha256';
}

/**
 * The hash of a database's log, chosen when the log is empty and kept from then on. `wanted`: '' takes what was chosen.
 * Refusals: hash_fixed where the log is chained with another one, hash_not_available where this Node lacks it.
 */
export async function chooseHash(
  database: Database,
  wanted: HashName | '',
  available: readonly string[] = getHashes(),
): Promise<HashName> {
  const { reader } = database;
  const known = await settled(reader, SETTING);
  const begun = (await reader.get('SELECT position FROM event LIMIT 1')) !== undefined;
  const chosen = known === undefined && !begun ? wanted || 'sha256' : await hashNameIn(reader);
  refuseOther(chosen, wanted);
  refuseUnavailable(chosen, available);
  if (known === undefined && chosen !== 'sha256') await database.write((tx) => settle(tx, SETTING, chosen));
  return chosen;
}

function refuseOther(chosen: HashName, wanted: HashName | ''): void {
  if (wanted === '' || wanted === chosen) return;
  throw new Refusal('hash_fixed', `本库的记录以 ${HASH_TITLES[chosen]} 校验，建库后不能改为 ${HASH_TITLES[wanted]}。`, {
    place: 'QIANTOU_HASH',
    cure: '请去掉 QIANTOU_HASH 这项设置；如需更换算法，请用新的数据目录建库。',
  });
}

function refuseUnavailable(chosen: HashName, available: readonly string[]): void {
  if (available.includes(chosen) || chosen === 'sha256') return;
  throw new Refusal('hash_not_available', `本机的 Node（OpenSSL）没有 ${HASH_TITLES[chosen]} 算法。`, {
    place: 'QIANTOU_HASH',
    cure: '请换用带 SM3 的 Node 官方发行版。',
  });
}
