import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { merkleRoot } from './merkle.js';

/** The definition of RFC 6962 section 2.1, word for word. */
function defined(leaves: Buffer[]): Buffer {
  const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.from([1]), defined(leaves.slice(0, k)), defined(leaves.slice(k)));
}

describe('the tree over the heads of all instances', () => {
  it('has the root that RFC 6962 defines, for every count of leaves', () => {
    for (let count = 0; count <= 70; count++) {
      const leaves = Array.from({ length: count }, (_, n) => `实例 ${n}`);
      expect(merkleRoot(leaves)).toBe(defined(leaves.map((leaf) => Buffer.from(leaf))).toString('hex'));
    }
  });

  it('has the published root of the empty tree and of one empty leaf', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });
});
