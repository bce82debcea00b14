import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  CobblestoneError,
  cobblestoneLength,
  hkdfExpand,
  openCobblestone,
  openCobblestoneRange,
  sealCobblestone,
  sealWithSalt,
} from './cobblestone.ts';
import { patternBytes } from './vectors/pattern.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const readVectors = (name: string) => JSON.parse(readFileSync(path.join(import.meta.dirname, 'vectors', name), 'utf8'));

const key = patternBytes(32);
const context = new TextEncoder().encode('portico/v1/test');
const sourceOf = (bytes: Uint8Array) => ({
  byteLength: bytes.length,
  read: async (start: number, end: number) => bytes.subarray(start, end),
});
const flipped = (bytes: Uint8Array, at: number, bit = 0): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = copy[at]! ^ (1 << bit);
  return copy;
};

describe('Cobblestone-256 over WebCrypto', () => {
  for (const maker of ['node', 'web']) {
    for (const vector of readVectors(`cobblestone-256-${maker}.json`).vectors) {
      it(`opens and makes what the ${maker} implementation made: ${vector.name}`, async () => {
        const plaintext = patternBytes(vector.plaintextBytes);
        const sealed = await sealWithSalt(hex(vector.key), plaintext, hex(vector.context), hex(vector.salt));
        assert.equal(sha256(sealed), vector.sealedSha256);
        assert.equal(sealed.length, vector.sealedBytes);
        const bytes = vector.sealed === undefined ? sealed : hex(vector.sealed);
        assert.deepEqual(await openCobblestone(hex(vector.key), bytes, hex(vector.context)), plaintext);
      });
    }
  }

  it('agrees with RFC 5869 on HKDF-Expand', async () => {
    for (const { name, hash, prk, info, okm } of readVectors('published.json').hkdfExpand.vectors) {
      assert.equal(toHex(await hkdfExpand(hex(prk), hex(info), okm.length / 2, hash)), okm, name);
    }
  });

  it('stands on an AES-256-GCM that agrees with the published vectors', async () => {
    for (const vector of readVectors('published.json').aes256Gcm.vectors) {
      const aes = await crypto.subtle.importKey('raw', hex(vector.key), 'AES-GCM', false, ['encrypt']);
      const parameters = { name: 'AES-GCM', iv: hex(vector.iv), additionalData: hex(vector.aad) };
      const sealed = await crypto.subtle.encrypt(parameters, aes, hex(vector.plaintext));
      assert.equal(toHex(new Uint8Array(sealed)), vector.ciphertext + vector.tag, vector.name);
    }
  });

  it('never seals twice alike', async () => {
    const one = await sealCobblestone(key, context, context);
    const two = await sealCobblestone(key, context, context);
    assert.notDeepEqual(one.subarray(0, 24), two.subarray(0, 24));
    assert.notDeepEqual(one.subarray(24), two.subarray(24));
  });

  it('round-trips any message, whole and in any range', async () => {
    const message = fc.tuple(fc.nat(40_000), fc.uint8Array({ maxLength: 80 }), fc.nat(), fc.nat());
    await fc.assert(
      fc.asyncProperty(message, async ([length, anyContext, a, b]) => {
        const plaintext = patternBytes(length);
        const sealed = await sealCobblestone(key, plaintext, anyContext);
        assert.equal(sealed.length, cobblestoneLength(length));
        assert.deepEqual(await openCobblestone(key, sealed, anyContext), plaintext);
        const [start, end] = [a % (length + 1), b % (length + 1)].toSorted((x, y) => x - y) as [number, number];
        const part = await openCobblestoneRange(key, sourceOf(sealed), anyContext, { start, end });
        assert.deepEqual(part, plaintext.subarray(start, end));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses every single flipped bit', async () => {
    const sealed = await sealCobblestone(key, patternBytes(5), context);
    for (let at = 0; at < sealed.length; at++) {
      await assert.rejects(openCobblestone(key, flipped(sealed, at, at % 8), context), CobblestoneError, `byte ${at}`);
    }
  });

  it('refuses every length but the right one', async () => {
    const sealed = await sealCobblestone(key, patternBytes(20), context);
    for (let length = 0; length < sealed.length; length++) {
      await assert.rejects(openCobblestone(key, sealed.subarray(0, length), context), CobblestoneError, `${length}`);
    }
    for (const extra of [1, 16, 17]) {
      const longer = new Uint8Array([...sealed, ...new Uint8Array(extra)]);
      await assert.rejects(openCobblestone(key, longer, context), CobblestoneError);
    }
  });
});

describe('Cobblestone-256 over several chunks', () => {
  const chunk = 16_384 + 16;
  const cut = (sealed: Uint8Array, ...order: number[]): Uint8Array => {
    const pieces = order.map((i) => sealed.subarray(56 + i * chunk, 56 + (i + 1) * chunk));
    return new Uint8Array(Buffer.concat([sealed.subarray(0, 56), ...pieces]));
  };

  it('refuses chunks that were cut off, swapped, repeated or dropped', async () => {
    const sealed = await sealCobblestone(key, patternBytes(2 * 16_384 + 9), context);
    assert.equal((await openCobblestone(key, cut(sealed, 0, 1, 2), context)).length, 2 * 16_384 + 9);
    for (const order of [[], [0], [0, 1], [1, 0, 2], [0, 0, 2], [0, 2], [1, 2], [0, 1, 1, 2], [0, 1, 2, 2], [2]]) {
      await assert.rejects(openCobblestone(key, cut(sealed, ...order), context), CobblestoneError, order.join());
    }
  });

  it('refuses a message that ends right after a full chunk', async () => {
    const sealed = await sealCobblestone(key, patternBytes(16_384), context);
    assert.equal(sealed.length, 56 + chunk + 16);
    await assert.rejects(openCobblestone(key, sealed.subarray(0, 56 + chunk), context), /cut short/);
    const source = sourceOf(sealed.subarray(0, 56 + chunk));
    await assert.rejects(openCobblestoneRange(key, source, context, { start: 0, end: 5 }), CobblestoneError);
  });

  it('checks the end of the message whatever the range, and refuses ranges outside it', async () => {
    const sealed = await sealCobblestone(key, patternBytes(40_000), context);
    const broken = sourceOf(flipped(sealed, sealed.length - 1));
    await assert.rejects(openCobblestoneRange(key, broken, context, { start: 0, end: 5 }), CobblestoneError);
    for (const range of [
      { start: -1, end: 3 },
      { start: 5, end: 4 },
      { start: 0, end: 40_001 },
      { start: 0.5, end: 3 },
    ]) {
      await assert.rejects(openCobblestoneRange(key, sourceOf(sealed), context, range), RangeError);
    }
  });

  it('refuses another key, context or commitment, and keys of another size, before any chunk', async () => {
    const sealed = await sealCobblestone(key, patternBytes(9), context);
    const wrong = /wrong key or context/;
    await assert.rejects(openCobblestone(flipped(key, 3), sealed, context), wrong);
    await assert.rejects(openCobblestone(key, sealed, flipped(context, 0)), wrong);
    await assert.rejects(openCobblestone(key, sealed, new Uint8Array(0)), wrong);
    await assert.rejects(openCobblestone(key, flipped(sealed, 30), context), wrong);
    await assert.rejects(openCobblestone(key, flipped(sealed, 3), context), wrong);
    await assert.rejects(openCobblestone(key.subarray(0, 16), sealed, context), /32 bytes/);
  });
});
