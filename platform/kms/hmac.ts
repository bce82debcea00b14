import { hash } from 'node:crypto';

const blockBytes = 64;
const hashBytes = 32;
const maxMessageBytes = 1024;
// Shared by all keys: everything here is synchronous, and each call writes before it reads.
const inner = Buffer.alloc(blockBytes + maxMessageBytes);
const outer = Buffer.alloc(blockBytes + hashBytes);

/**
 * HMAC-SHA256 (RFC 2104) under a kept 32-byte key, over short Latin-1 messages. The one-shot
 * `crypto.hash` makes it two to three times faster than `createHmac`, and it runs for every row that is read.
 */
export class ShortHmac {
  readonly #innerPad = Buffer.alloc(blockBytes, 0x36);
  readonly #outerPad = Buffer.alloc(blockBytes, 0x5c);

  constructor(key: Buffer) {
    if (key.length !== hashBytes) throw new RangeError('the key must be 32 bytes');
    for (const [i, byte] of key.entries()) {
      this.#innerPad[i] = this.#innerPad[i]! ^ byte;
      this.#outerPad[i] = this.#outerPad[i]! ^ byte;
    }
  }

  /** Writes the 32-byte MAC of `message` (one byte a character, at most 1,024) into `target` at `offset`. */
  write(message: string, target: Buffer, offset: number): void {
    if (message.length > maxMessageBytes) throw new RangeError('the message is longer than 1024 bytes');
    this.#innerPad.copy(inner);
    inner.write(message, blockBytes, 'latin1');
    this.#outerPad.copy(outer);
    outer.write(hash('sha256', inner.subarray(0, blockBytes + message.length), 'latin1'), blockBytes, 'latin1');
    target.write(hash('sha256', outer, 'latin1'), offset, 'latin1');
  }
}
