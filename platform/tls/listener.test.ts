import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { describe, it } from 'node:test';
import { listen } from './listener.ts';

const fetch = () => new Response('hello');

/** The negotiated suite, or the failure's code. */
function shakeHands(port: number, options: { maxVersion?: 'TLSv1.1' | 'TLSv1.2'; ciphers?: string }): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, minVersion: 'TLSv1', ...options });
    socket.once('secureConnect', () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
      socket.destroy();
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

describe('listener', () => {
  it('serves plain HTTP on loopback and refuses it elsewhere', async () => {
    const listener = await listen({ fetch, host: '127.0.0.1', port: 0, tls: undefined });
    try {
      const answer = await globalThis.fetch(`http://127.0.0.1:${listener.port}/`);
      assert.equal(await answer.text(), 'hello');
    } finally {
      await listener.close();
    }
    await assert.rejects(listen({ fetch, host: '0.0.0.0', port: 0, tls: undefined }), /loopback only/);
  });

  it('speaks TLS 1.2 or newer with AEAD suites only', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'portico-tls-'));
    const tls = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
    const request = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost'.split(' ');
    const made = spawnSync('openssl', [...request, '-keyout', tls.keyFile, '-out', tls.certFile]);
    if (made.status !== 0) {
      t.diagnostic('not run: there is no openssl to make a certificate with');
      t.skip('no openssl');
      return;
    }
    const listener = await listen({ fetch, host: '127.0.0.1', port: 0, tls });
    try {
      assert.match(await shakeHands(listener.port, {}), /^TLSv1\.3 TLS_/);
      assert.match(await shakeHands(listener.port, { maxVersion: 'TLSv1.2' }), /^TLSv1\.2 ECDHE-RSA-.*(GCM|POLY1305)/);
      for (const ciphers of ['ECDHE-RSA-AES256-SHA384', 'AES256-GCM-SHA384', 'AES128-SHA']) {
        assert.match(await shakeHands(listener.port, { maxVersion: 'TLSv1.2', ciphers }), /HANDSHAKE_FAILURE/, ciphers);
      }
      assert.match(
        await shakeHands(listener.port, { maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
        /PROTOCOL|VERSION|HANDSHAKE/,
      );
    } finally {
      await listener.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
