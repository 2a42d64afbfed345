import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Merkle tree hash of RFC 6962 section 2.1 over the leaves in the order given; SHA-256, lower-case hex. */
export function merkleRoot(leaves: string[]): string {
  return leaves.length === 0
    ? sha256('').toString('hex')
    : rootOf(leaves.map((leaf) => sha256(LEAF, leaf))).toString('hex');
}

/** Level by level: the tree of the RFC, whose left side is the largest full one, leaves an odd last node as it is. */
function rootOf(hashes: Buffer[]): Buffer {
  let level = hashes;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const right = level[at + 1];
      above.push(right ? sha256(NODE, level[at]!, right) : level[at]!);
    }
    level = above;
  }
  return level[0]!;
}
