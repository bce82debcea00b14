import assert from 'node:assert/strict';
import { createHmac, createHash, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeEntry, encodeEntry, eventCommitment, partHash, tagOf, type LogEntry } from './log-entry.ts';
import {
  absenceRanges,
  compareBytes,
  coverFromStart,
  findRepeatedTag,
  sealedBlocks,
  sortedRecords,
  sortedRoot,
  tagRecord,
  verifyAbsence,
} from './tag-index.ts';
import { emptyRoot, leafHash, rootOf } from './tlog.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('log entries', () => {
  it('are read back as written, and nothing else is read', () => {
    const entry: fc.Arbitrary<LogEntry> = fc.oneof(
      fc.record({ kind: fc.constantFrom('event' as const, 'key' as const), cmt: hash, tag: hash }),
      fc.record({
        kind: fc.constant('index' as const),
        level: fc.constantFrom(8, 12, 16, 20, 24),
        block: fc.nat(),
        root: hash,
      }),
    );
    fc.assert(
      fc.property(entry, (one) => {
        const bytes = encodeEntry(one);
        assert.equal(bytes.length, one.kind === 'index' ? 42 : 65);
        assert.deepEqual(decodeEntry(bytes), { ...one });
        assert.throws(() => decodeEntry(bytes.subarray(1)), RangeError);
        assert.throws(() => decodeEntry(Buffer.concat([bytes, Buffer.from([0])])), RangeError);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        try {
          assert.deepEqual([...encodeEntry(decodeEntry(bytes))], [...bytes]);
        } catch (error) {
          assert.ok(error instanceof RangeError);
        }
      }),
    );
  });

  it('commit to events as the specification writes it', () => {
    const [s1, s2, s3] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
    const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const [d, i, e] = [Buffer.from('d'), Buffer.from('i'), Buffer.alloc(16)] as const;
    assert.deepEqual(
      Buffer.from(eventCommitment(partHash(s1, d), partHash(s2, i), partHash(s3, e))),
      sha(Buffer.from('pa1'), sha(s1, d), sha(s2, i), sha(s3, e)),
    );
    const key = randomBytes(32);
    const be = Buffer.alloc(8);
    be.writeBigUInt64BE(7n);
    assert.deepEqual(Buffer.from(tagOf(key, 7)), createHmac('sha256', key).update(be).digest());
    assert.throws(() => partHash(s1.subarray(1), d), RangeError);
  });
});

describe('the tag index', () => {
  const proofOf = (records: readonly Uint8Array[], tag: Uint8Array) => {
    const at = records.findIndex((record) => compareBytes(record.subarray(0, 32), tag) >= 0);
    const position = at < 0 ? records.length : at;
    return {
      count: records.length,
      position,
      records: [position - 1, position].flatMap((i) => records[i] ?? []),
      hashes: absenceRanges(position, records.length).map(({ from, to }) =>
        rootOf(records.slice(from, to).map(leafHash)),
      ),
    };
  };

  it('proves that a tag is absent, and never that a present one is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 5_000 }), { maxLength: 80 }), fc.nat({ max: 5_000 }), (numbers, n) => {
        const key = Buffer.alloc(32, 9);
        const tags = numbers.map((number) => tagOf(key, number));
        const entries = tags.map((tag) => encodeEntry({ kind: 'event', cmt: tag, tag }));
        const records = sortedRecords(entries, 512);
        const root = sortedRoot(records);
        const tag = tagOf(key, n);
        const proof = proofOf(records, tag);
        assert.equal(verifyAbsence(tag, root, proof), !numbers.includes(n));
        for (const present of numbers.slice(0, 3).map((number) => tagOf(key, number))) {
          assert.equal(verifyAbsence(present, root, proof), false);
          // A list from which the tag was taken out, whatever its length is said to be.
          const without = records.filter((record) => compareBytes(record.subarray(0, 32), present) !== 0);
          for (const count of [0, 1, records.length - 1, records.length, records.length + 1]) {
            assert.equal(verifyAbsence(present, root, { ...proofOf(without, present), count }), false);
          }
        }
      }),
      { numRuns: 100 },
    );
    assert.ok(verifyAbsence(new Uint8Array(32), emptyRoot(), { count: 0, position: 0, records: [], hashes: [] }));
  });

  it('notices a tag that stands twice', () => {
    const tag = new Uint8Array(32).fill(5);
    const entry = encodeEntry({ kind: 'event', cmt: tag, tag });
    const index = encodeEntry({ kind: 'index', level: 8, block: 0, root: tag });
    assert.equal(findRepeatedTag(sortedRecords([entry, index], 0)), undefined);
    assert.deepEqual(findRepeatedTag(sortedRecords([entry, index, entry], 0)), tagRecord(tag, 2));
  });

  it('covers a log with the fewest blocks, without a hole', () => {
    const all = () => true;
    assert.deepEqual(coverFromStart(255, all), { blocks: [], tailStart: 0 });
    assert.deepEqual(coverFromStart(2 ** 12 + 2 ** 8 + 3, all), {
      blocks: [
        { level: 12, block: 0 },
        { level: 8, block: 16 },
      ],
      tailStart: 2 ** 12 + 2 ** 8,
    });
    const hundredMillion = coverFromStart(100_000_000, all);
    assert.ok(hundredMillion.blocks.length <= 70);
    assert.ok(100_000_000 - hundredMillion.tailStart < 256);
    assert.equal(coverFromStart(1_000, ({ block }) => block !== 1).tailStart, 256);
    assert.equal(sealedBlocks(2 ** 12).length, 17);
    assert.deepEqual(sealedBlocks(600, { 8: 1 }), [{ level: 8, block: 1 }]);
  });
});
