// Makes the Cobblestone vectors: `node test/vectors/make-cobblestone.ts`.
// cobblestone-256-node.json is made by the node:crypto implementation, -web.json by the WebCrypto one; each test opens
// the other's. Plaintexts are a counting pattern, so that the files stay small; long ciphertexts are
// kept as their SHA-256 and rebuilt from the salt.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sealWithSalt as sealWithNode } from '../../platform/kms/cobblestone.ts';
import { sealWithSalt as sealWithWeb } from '../../crypto/cobblestone.ts';
import { patternBytes } from '../../crypto/vectors/pattern.ts';

const lengths = [0, 1, 15, 16, 17, 255, 16_383, 16_384, 16_385, 32_768, 65_537];
const contexts = ['', 'portico/v1/test', 'a\0b', 'ñ 𝄞 a longer context, of more than sixty-four bytes, to pass one block of HMAC-SHA-512'];

const bytesOf = (seed: string, length: number): Buffer => {
  const digest = createHash('sha512').update(seed).digest();
  return digest.subarray(0, length);
};

const make = async (
  maker: string,
  seal: (key: Buffer, plaintext: Buffer, context: Buffer, salt: Buffer) => Uint8Array | Promise<Uint8Array>,
) => {
  const vectors = [];
  for (const [i, length] of lengths.entries()) {
    const context = contexts[i % contexts.length]!;
    const key = bytesOf(`${maker} key ${i}`, 32);
    const salt = bytesOf(`${maker} salt ${i}`, 24);
    const sealed = Buffer.from(await seal(key, Buffer.from(patternBytes(length)), Buffer.from(context), salt));
    vectors.push({
      name: `${length} bytes`,
      key: key.toString('hex'),
      context: Buffer.from(context).toString('hex'),
      salt: salt.toString('hex'),
      plaintextBytes: length,
      sealedBytes: sealed.length,
      ...(length <= 255 ? { sealed: sealed.toString('hex') } : {}),
      commitment: sealed.subarray(24, 56).toString('hex'),
      sealedSha256: createHash('sha256').update(sealed).digest('hex'),
    });
  }
  const file = path.join(import.meta.dirname, '../../crypto/vectors', `cobblestone-256-${maker}.json`);
  const note = 'Plaintext byte i is (i * 31 + (i >> 8)) & 255. Hex. See crypto/SPEC.md.';
  writeFileSync(file, `${JSON.stringify({ algorithm: 'Cobblestone-256', maker, note, vectors }, null, 2)}\n`);
};

await make('node', sealWithNode);
await make('web', sealWithWeb);
