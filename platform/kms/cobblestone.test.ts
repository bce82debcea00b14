import assert from 'node:assert/strict';
import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import * as web from '@portico/crypto';
import fc from 'fast-check';
import { hkdfExpand, openCobblestone, sealCobblestone, sealWithSalt } from './cobblestone.ts';

const folder = path.join(import.meta.dirname, '../../crypto/vectors');
const readVectors = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const hex = (text: string) => Buffer.from(text, 'hex');
const patternBytes = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, i) => i * 31 + (i >> 8)));
const integrity = { name: 'AppError', kind: 'integrity' };
const key = patternBytes(32);

describe('Cobblestone-256 over node:crypto', () => {
  for (const maker of ['web', 'node']) {
    for (const vector of readVectors(`cobblestone-256-${maker}.json`).vectors) {
      it(`opens and makes what the ${maker} implementation made: ${vector.name}`, () => {
        const plaintext = patternBytes(vector.plaintextBytes);
        const sealed = sealWithSalt(hex(vector.key), plaintext, hex(vector.context), hex(vector.salt));
        assert.equal(createHash('sha256').update(sealed).digest('hex'), vector.sealedSha256);
        const bytes = vector.sealed === undefined ? sealed : hex(vector.sealed);
        assert.deepEqual(openCobblestone(hex(vector.key), bytes, hex(vector.context)), plaintext);
      });
    }
  }

  it('agrees with RFC 5869, and with OpenSSL over SHA-512', () => {
    for (const { name, prk, info, okm } of readVectors('published.json').hkdfExpand.vectors) {
      assert.equal(hkdfExpand(hex(prk), hex(info), okm.length / 2, 'sha256').toString('hex'), okm, name);
    }
    const prk = createHmac('sha512', 'salt').update(key).digest();
    const whole = Buffer.from(hkdfSync('sha512', key, 'salt', 'info', 200));
    assert.deepEqual(hkdfExpand(prk, Buffer.from('info'), 200), whole);
  });

  it('stands on an AES-256-GCM that agrees with the published vectors', () => {
    for (const vector of readVectors('published.json').aes256Gcm.vectors) {
      const cipher = createCipheriv('aes-256-gcm', hex(vector.key), hex(vector.iv)).setAAD(hex(vector.aad));
      const sealed = Buffer.concat([cipher.update(hex(vector.plaintext)), cipher.final(), cipher.getAuthTag()]);
      assert.equal(sealed.toString('hex'), vector.ciphertext + vector.tag, vector.name);
    }
  });

  it('understands the WebCrypto implementation and is understood by it', async () => {
    const any = fc.tuple(fc.nat(40_000), fc.uint8Array({ maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(any, async ([length, context]) => {
        const plaintext = patternBytes(length);
        const there = sealCobblestone(key, plaintext, Buffer.from(context));
        assert.deepEqual(Buffer.from(await web.openCobblestone(key, there, context)), plaintext);
        const back = Buffer.from(await web.sealCobblestone(key, plaintext, context));
        assert.deepEqual(openCobblestone(key, back, Buffer.from(context)), plaintext);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses flipped bits, wrong lengths, wrong contexts and moved chunks', () => {
    const context = Buffer.from('here');
    const sealed = sealCobblestone(key, patternBytes(16_400), context);
    for (const at of [0, 23, 24, 55, 56, 100, 16_455, 16_456, sealed.length - 17, sealed.length - 1]) {
      const copy = Buffer.from(sealed);
      copy[at] = copy[at]! ^ 1;
      assert.throws(() => openCobblestone(key, copy, context), integrity, `byte ${at}`);
    }
    for (const length of [0, 55, 56, 71, 72, 16_456, 16_471, sealed.length - 1]) {
      assert.throws(() => openCobblestone(key, sealed.subarray(0, length), context), integrity, `length ${length}`);
    }
    assert.throws(() => openCobblestone(key, Buffer.concat([sealed, Buffer.alloc(1)]), context), integrity);
    assert.throws(() => openCobblestone(key, sealed, Buffer.from('there')), integrity);
    assert.throws(() => openCobblestone(patternBytes(16), sealed, context), integrity);
    const two = sealCobblestone(key, patternBytes(2 * 16_384), context);
    const chunk = (i: number) => two.subarray(56 + i * 16_400, 56 + (i + 1) * 16_400);
    const swapped = Buffer.concat([two.subarray(0, 56), chunk(1), chunk(0), chunk(2)]);
    assert.throws(() => openCobblestone(key, swapped, context), integrity);
  });
});
