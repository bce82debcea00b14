import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  decodeBundle,
  decodeTile,
  encodeBundle,
  parseTilePath,
  rangeHash,
  tilePath,
  tilesBetween,
  tileWidth,
  TreeEdge,
  widthIn,
} from './tlog-tiles.ts';
import { consistencyRanges, leafHash, rootOf, sameBytes, verifyConsistency, type Hash } from './tlog.ts';

const leaves: Hash[] = Array.from({ length: 70_000 }, (_, i) => leafHash(Buffer.from(String(i))));

describe('C2SP tiles', () => {
  it('name tiles as the specification does', () => {
    assert.equal(tilePath({ kind: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067');
    assert.equal(tilePath({ kind: 'entries', index: 0, width: 112 }), 'tile/entries/000.p/112');
    assert.deepEqual(parseTilePath('tile/2/x001/000.p/1'), { kind: 2, index: 1_000, width: 1 });
    for (const bad of [
      'tile/0/1',
      'tile/00/000',
      'tile/0/x000/001',
      'tile/0/000.p/256',
      'tile/0/000.p/0',
      'tile/0/000.p/01',
      'tile/7/000',
      'tile/0/../000',
      'tile/0/000/',
    ]) {
      assert.equal(parseTilePath(bad), undefined, bad);
    }
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), fc.integer({ min: 1, max: 256 }), (index, width) => {
        assert.deepEqual(parseTilePath(tilePath({ kind: 0, index, width })), { kind: 0, index, width });
      }),
    );
  });

  it('list the tiles of the example of 70,000 entries, and the 256 corner', () => {
    const names = tilesBetween(0, 70_000).filter((name) => name.kind !== 'entries');
    const at = (level: number) => names.filter((name) => name.kind === level);
    assert.equal(at(0).filter((name) => name.width === 256).length, 273);
    assert.deepEqual(at(0).at(-1), { kind: 0, index: 273, width: 112 });
    assert.deepEqual(at(1), [
      { kind: 1, index: 0, width: 256 },
      { kind: 1, index: 1, width: 17 },
    ]);
    assert.deepEqual(at(2), [{ kind: 2, index: 0, width: 1 }]);
    assert.deepEqual(tilesBetween(0, 256).map(tilePath), ['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
    assert.deepEqual(tilesBetween(5, 5), []);
  });

  it('carry every hash that proofs need', async () => {
    const levels: Hash[][] = [leaves];
    while (levels.at(-1)!.length >= tileWidth) {
      const below = levels.at(-1)!;
      levels.push(
        Array.from({ length: Math.floor(below.length / tileWidth) }, (_, i) =>
          rootOf(below.slice(i * tileWidth, (i + 1) * tileWidth)),
        ),
      );
    }
    const read = (size: number) => async (level: number, index: number, width: number) => {
      assert.equal(width, widthIn(level, index, size));
      return levels[level]!.slice(index * tileWidth, index * tileWidth + width);
    };
    const size = 70_000;
    const root = await rangeHash({ from: 0, to: size }, size, read(size));
    for (const old of [1, 255, 256, 257, 4_096, 65_535, 65_536, 65_537, 69_999]) {
      const was = await rangeHash({ from: 0, to: old }, old, read(old));
      const proof = await Promise.all(consistencyRanges(old, size).map((range) => rangeHash(range, size, read(size))));
      assert.ok(verifyConsistency(old, size, was, root, proof), String(old));
    }
    const edge = new TreeEdge();
    const full = leaves.flatMap((leaf) => edge.append(leaf));
    assert.ok(sameBytes(edge.root(), root));
    assert.equal(full.length, 274);
    assert.ok(full.every((tile) => sameBytes(rootOf(decodeTile(tile.hashes)), tile.root)));
    const again = new TreeEdge(
      size,
      [0, 1, 2].map((level) => edge.partial(level)),
    );
    assert.ok(sameBytes(again.root(), root));
    assert.throws(() => new TreeEdge(size, []), RangeError);
  });

  it('grow to the same root as the whole', () => {
    const edge = new TreeEdge();
    for (let size = 1; size <= 270; size++) {
      edge.append(leaves[size - 1]!);
      assert.ok(sameBytes(edge.root(), rootOf(leaves.slice(0, size))));
    }
  });

  it('read back entry bundles, and refuse cut ones', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 90 }), { maxLength: 50 }), (entries) => {
        const bytes = encodeBundle(entries);
        assert.deepEqual(
          decodeBundle(bytes).map((entry) => [...entry]),
          entries.map((entry) => [...entry]),
        );
        if (bytes.length > 0 && entries.at(-1)!.length > 0)
          assert.throws(() => decodeBundle(bytes.subarray(0, -1)), RangeError);
      }),
    );
    assert.throws(() => decodeTile(new Uint8Array(0)), RangeError);
    assert.throws(() => decodeTile(new Uint8Array(33)), RangeError);
  });
});
