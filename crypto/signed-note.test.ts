import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromBase64, toBase64 } from './base64.ts';
import { formatCheckpoint, parseCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import {
  cosignatureText,
  cosignatureType,
  ed25519Type,
  formatSignature,
  formatVerifierKey,
  parseNote,
  parseVerifierKey,
  verifySignatures,
} from './signed-note.ts';
import { emptyRoot, leafHash } from './tlog.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';

// The example of Go's golang.org/x/mod/sumdb/note.
const goKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const goNote =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n\n" +
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

const makeKey = (name: string, type: number = ed25519Type) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const key = parseVerifierKey(formatVerifierKey(name, type, raw));
  return {
    key,
    line: (text: string) => formatSignature(key, sign(null, Buffer.from(text), privateKey)),
    cosign: (text: string, at: number) => {
      const bytes = Buffer.alloc(72);
      bytes.writeBigUInt64BE(BigInt(at));
      sign(null, Buffer.from(cosignatureText(text, at)), privateKey).copy(bytes, 8);
      return formatSignature(key, bytes);
    },
  };
};

describe('signed notes and checkpoints', () => {
  it('verify the example of another implementation', async () => {
    const verified = await verifySignatures(parseNote(goNote), [parseVerifierKey(goKey)]);
    assert.deepEqual(
      verified.map(({ key }) => key.name),
      ['PeterNeumann'],
    );
    await assert.rejects(
      verifySignatures(parseNote(goNote.replace('answer', 'Answer')), [parseVerifierKey(goKey)]),
      RangeError,
    );
  });

  const root = leafHash(Buffer.from('x'));
  const log = makeKey('log.test/a');
  const other = makeKey('log.test/b');
  const witness = makeKey('witness.test/w', cosignatureType);
  const text = formatCheckpoint({ origin: 'log.test/a', size: 1, root });
  const note = `${text}\n${log.line(text)}`;
  const trust = { origin: 'log.test/a', logKeys: [log.key], witnessKeys: [witness.key] };

  it('accept a checkpoint of the log, and its witnesses', async () => {
    const plain = await verifyCheckpoint(note, trust);
    assert.deepEqual([plain.origin, plain.size, plain.witnesses], ['log.test/a', 1, []]);
    const cosigned = await verifyCheckpoint(note + witness.cosign(text, 1_700_000_000), trust);
    assert.deepEqual(cosigned.witnesses, [
      { name: 'witness.test/w', keyId: witness.key.keyId, atSeconds: 1_700_000_000 },
    ]);
    // Lines of unknown keys are ignored.
    assert.equal((await verifyCheckpoint(note + other.line(text), trust)).size, 1);
  });

  it('refuse everything else', async () => {
    const bad: [string, string][] = [
      ['unsigned by the log', `${text}\n${other.line(text)}`],
      ['witnessed only', `${text}\n${witness.cosign(text, 1)}`],
      ['another size', note.replace('\n1\n', '\n2\n')],
      ['a broken cosignature', note + witness.cosign(`${text}x`, 1)],
      ['a plain signature as cosignature', note + formatSignature(witness.key, new Uint8Array(64))],
      ['no signature', `${text}\n`],
      [
        'another origin',
        (() => {
          const t = formatCheckpoint({ origin: 'log.test/b', size: 1, root });
          return `${t}\n${log.line(t)}`;
        })(),
      ],
      [
        'extension lines',
        (() => {
          const t = `${text}more\n`;
          return `${t}\n${log.line(t)}`;
        })(),
      ],
      [
        'a leading zero',
        (() => {
          const t = text.replace('\n1\n', '\n01\n');
          return `${t}\n${log.line(t)}`;
        })(),
      ],
      [
        'an empty log with a root',
        (() => {
          const t = text.replace('\n1\n', '\n0\n');
          return `${t}\n${log.line(t)}`;
        })(),
      ],
      [
        'a short root',
        (() => {
          const t = `log.test/a\n1\n${toBase64(new Uint8Array(31))}\n`;
          return `${t}\n${log.line(t)}`;
        })(),
      ],
    ];
    for (const [name, wrong] of bad) await assert.rejects(verifyCheckpoint(wrong, trust), RangeError, name);
    assert.equal(parseCheckpoint(formatCheckpoint({ origin: 'o', size: 0, root: emptyRoot() })).size, 0);
  });

  it('refuse malformed keys', () => {
    const vkey = formatVerifierKey('a', ed25519Type, new Uint8Array(32));
    assert.equal(parseVerifierKey(vkey).name, 'a');
    for (const bad of [
      '',
      'a',
      vkey.replace('a+', 'b+'),
      `${vkey}A`,
      formatVerifierKey('a', 2, new Uint8Array(32)),
      formatVerifierKey('a', 1, new Uint8Array(31)),
    ]) {
      assert.throws(() => parseVerifierKey(bad), RangeError, bad);
    }
    assert.throws(() => formatVerifierKey('a b', ed25519Type, new Uint8Array(32)), RangeError);
  });

  it('parse arbitrary text without any error but RangeError', () => {
    const around = fc.oneof(
      fc.string(),
      fc.string().map((s) => note.slice(0, s.length) + s + note.slice(s.length)),
    );
    fc.assert(
      fc.property(around, (given) => {
        for (const parse of [parseNote, parseCheckpoint, parseVerifierKey, parseTlogProof, fromBase64]) {
          try {
            parse(given);
          } catch (error) {
            assert.ok(error instanceof RangeError, String(error));
          }
        }
      }),
    );
    for (const bad of ['AA', 'AA=', 'AB==', ' AAAA', 'A\nAAA']) assert.throws(() => fromBase64(bad), RangeError, bad);
  });

  it('write and read tlog-proofs', async () => {
    const entry = Buffer.from('x');
    const proof = formatTlogProof({ extra: Buffer.from('e'), index: 0, hashes: [], checkpoint: note });
    assert.equal(proof.split('\n')[0], 'c2sp.org/tlog-proof@v1');
    const read = parseTlogProof(proof);
    assert.equal((await verifyTlogProof(read, entry, trust)).size, 1);
    await assert.rejects(verifyTlogProof(read, Buffer.from('y'), trust), RangeError);
    await assert.rejects(verifyTlogProof({ ...read, index: 1 }, entry, trust), RangeError);
    for (const bad of ['', 'x\n\n', proof.replace('index 0', 'index 00'), proof.replace('extra ', 'extra  ')]) {
      assert.throws(() => parseTlogProof(bad), RangeError);
    }
  });
});
