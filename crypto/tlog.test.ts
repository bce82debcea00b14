import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  consistencyRanges,
  emptyRoot,
  foldSubtrees,
  inclusionFromMultiproof,
  inclusionRanges,
  leafHash,
  multiproofRanges,
  nodeHash,
  perfectSizes,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  verifyMultiproof,
  type Hash,
  type Range,
} from './tlog.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// The test tree that the Certificate Transparency implementations share.
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const published = inputs.map((input) => leafHash(Buffer.from(input, 'hex')));

const leavesOf = (count: number): Hash[] => Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));
const hashesOf = (leaves: readonly Hash[], ranges: readonly Range[]): Hash[] =>
  ranges.map(({ from, to }) => rootOf(leaves.slice(from, to)));
const flipped = (hash: Hash): Hash => hash.map((byte, i) => (i === 0 ? byte ^ 1 : byte));

describe('RFC 6962 trees', () => {
  it('give the published roots', () => {
    assert.equal(hex(emptyRoot()), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    roots.forEach((root, i) => assert.equal(hex(rootOf(published.slice(0, i + 1))), root));
  });

  it('give the published proofs', () => {
    assert.deepEqual(hashesOf(published, inclusionRanges(5, 8)).map(hex), [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    assert.deepEqual(hashesOf(published, consistencyRanges(6, 8)).map(hex), [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    assert.deepEqual(hashesOf(published, consistencyRanges(2, 5)).map(hex), [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('prove every leaf and every earlier size of every tree up to 40, and nothing else', () => {
    for (let size = 1; size <= 40; size++) {
      const leaves = leavesOf(size);
      const root = rootOf(leaves);
      for (let index = 0; index < size; index++) {
        const proof = hashesOf(leaves, inclusionRanges(index, size));
        assert.ok(verifyInclusion(index, size, leaves[index]!, proof, root));
        assert.ok(!verifyInclusion(index, size, flipped(leaves[index]!), proof, root));
        assert.ok(!verifyInclusion(index, size + 64, leaves[index]!, proof, root));
        assert.ok(!verifyInclusion(index, size, leaves[index]!, [...proof, root], root));
        if (proof.length > 0) {
          assert.ok(!verifyInclusion(index, size, leaves[index]!, proof.slice(1), root));
          assert.ok(!verifyInclusion(index, size, leaves[index]!, proof.with(0, flipped(proof[0]!)), root));
        }
      }
      for (let old = 0; old <= size; old++) {
        const was = rootOf(leaves.slice(0, old));
        const proof = hashesOf(leaves, consistencyRanges(old, size));
        assert.ok(verifyConsistency(old, size, was, root, proof));
        assert.ok(!verifyConsistency(old, size, flipped(was), root, proof), `${old} ${size}`);
        assert.ok(!verifyConsistency(old, size, was, root, [...proof, root]));
        if (old > 0) assert.ok(!verifyConsistency(old, size, was, flipped(root), proof));
      }
    }
  });

  it('pin size 0 and demand 32-byte hashes', () => {
    const empty = new Uint8Array(0);
    const root = rootOf(leavesOf(3));
    assert.ok(verifyConsistency(0, 0, emptyRoot(), emptyRoot(), []));
    assert.ok(verifyConsistency(0, 3, emptyRoot(), root, []));
    assert.ok(!verifyConsistency(0, 3, root, root, []));
    assert.ok(!verifyConsistency(0, 0, emptyRoot(), root, []));
    assert.ok(!verifyConsistency(3, 0, root, emptyRoot(), []));
    assert.ok(!verifyInclusion(0, 0, leafHash(empty), [], emptyRoot()));
    assert.ok(!verifyInclusion(0, 1, empty, [], empty));
    assert.ok(!verifyConsistency(1, 1, empty, empty, []));
    assert.ok(!verifyConsistency(1, 2, root, root, [empty]));
    assert.ok(!verifyMultiproof([{ index: 0, hash: empty }], 1, [], empty));
    assert.ok(verifyMultiproof([], 0, [], emptyRoot()));
    assert.throws(() => nodeHash(empty, root), RangeError);
    for (const size of [-1, 0.5, Number.NaN, 2 ** 53]) assert.ok(!verifyInclusion(0, size, root, [], root));
    assert.throws(() => inclusionRanges(3, 3), RangeError);
    assert.throws(() => consistencyRanges(4, 3), RangeError);
  });

  it('prove many leaves at once; any change is refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }).chain((size) =>
          fc.record({
            size: fc.constant(size),
            indexes: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 40 }),
            pick: fc.nat(),
          }),
        ),
        ({ size, indexes, pick }) => {
          const all = leavesOf(size);
          const root = rootOf(all);
          const known = indexes.toSorted((a, b) => a - b).map((index) => ({ index, hash: all[index]! }));
          const proof = hashesOf(
            all,
            multiproofRanges(
              known.map(({ index }) => index),
              size,
            ),
          );
          assert.ok(verifyMultiproof(known, size, proof, root));
          if (known.length > 0) {
            const at = pick % known.length;
            const one = known[at]!;
            assert.ok(!verifyMultiproof(known.with(at, { ...one, hash: flipped(one.hash) }), size, proof, root));
            assert.ok(!verifyMultiproof(known.toSpliced(at, 1), size, proof, root));
            const single = inclusionFromMultiproof(one.index, known, size, proof);
            assert.ok(verifyInclusion(one.index, size, one.hash, single, root));
          }
          if (proof.length > 0) {
            const at = pick % proof.length;
            assert.ok(!verifyMultiproof(known, size, proof.with(at, flipped(proof[at]!)), root));
            assert.ok(!verifyMultiproof(known, size, proof.toSpliced(at, 1), root));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never throw on, nor accept, arbitrary proofs', () => {
    const hash = fc.uint8Array({ minLength: 30, maxLength: 34 });
    fc.assert(
      fc.property(fc.nat(), fc.nat(), hash, fc.array(hash, { maxLength: 60 }), hash, (a, b, leaf, proof, root) => {
        assert.equal(verifyInclusion(a, b, leaf, proof, root), false);
        if (a !== b || proof.length > 0) assert.equal(verifyConsistency(a, b, leaf, root, proof), false);
      }),
    );
  });

  it('cut a range into perfect subtrees of falling size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 53 - 1 }), (n) => {
        const sizes = perfectSizes(n);
        assert.equal(
          sizes.reduce((sum, size) => sum + size, 0),
          n,
        );
        assert.ok(sizes.every((size, i) => Number.isInteger(Math.log2(size)) && (i === 0 || size < sizes[i - 1]!)));
      }),
    );
    assert.equal(hex(foldSubtrees([])), hex(emptyRoot()));
  });
});
