import { createHash } from 'node:crypto';
import type { HashName } from '../hashing.js';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

type Hash = (...parts: (Buffer | string)[]) => Buffer;

const hasher =
  (name: HashName): Hash =>
  (...parts) => {
    const hash = createHash(name);
    for (const part of parts) hash.update(part);
    return hash.digest();
  };

/** Merkle tree hash of RFC 6962 section 2.1 over the leaves in the order given, with the hash named; lower-case hex. */
export function merkleRoot(leaves: string[], hashName: HashName = 'sha256'): string {
  const hash = hasher(hashName);
  if (leaves.length === 0) return hash('').toString('hex');
  return rootOf(
    leaves.map((leaf) => hash(LEAF, leaf)),
    hash,
  ).toString('hex');
}

/** Level by level: the tree of the RFC, whose left side is the largest full one, leaves an odd last node as it is. */
function rootOf(hashes: Buffer[], hash: Hash): Buffer {
  let level = hashes;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const right = level[at + 1];
      above.push(right ? hash(NODE, level[at]!, right) : level[at]!);
    }
    level = above;
  }
  return level[0]!;
}
