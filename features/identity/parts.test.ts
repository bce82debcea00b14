import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { invitationHash, newInvitationCode, newPrintedName, normalCode } from './codes.ts';
import { deviceOf } from './device.ts';
import { createOpaqueServer, createOpaqueSetup } from './opaque.ts';
import { normalName } from './sign-in-name.ts';
import { codeAt, newTotpSecret, otpauthUri, stepOfCode } from './totp.ts';

describe('authenticator codes', () => {
  // RFC 6238 appendix B, SHA-1, last six of eight digits; the secret is "12345678901234567890".
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const) {
    it(`are those of RFC 6238 at ${seconds} s`, () => {
      assert.equal(codeAt(secret, new Date(seconds * 1000)), code);
      assert.equal(stepOfCode(secret, code, new Date(seconds * 1000)), Math.floor(seconds / 30));
    });
  }

  it('belong to the step before, now or after, and to no other', () => {
    const now = new Date(1_700_000_000_000);
    const at = (steps: number) => stepOfCode(secret, codeAt(secret, new Date(now.getTime() + steps * 30_000)), now);
    const step = Math.floor(now.getTime() / 30_000);
    assert.deepEqual([at(-2), at(-1), at(0), at(1), at(2)], [undefined, step - 1, step, step + 1, undefined]);
  });

  it('come from a secret of 160 bits that apps can read', () => {
    assert.match(newTotpSecret(), /^[A-Z2-7]{32}$/);
    const uri = new URL(otpauthUri(secret, 'Oak & Elm Clinic', 'ana@example.org'));
    assert.equal(uri.protocol, 'otpauth:');
    assert.equal(uri.searchParams.get('secret'), secret);
    assert.equal(uri.searchParams.get('issuer'), 'Oak & Elm Clinic');
  });
});

describe('invitation codes', () => {
  it('have 100 random bits and are the same however they are typed', () => {
    const code = newInvitationCode();
    assert.equal(normalCode(code).length, 20);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'i')} `;
    assert.deepEqual(invitationHash(typed), invitationHash(code));
    assert.notDeepEqual(invitationHash(newInvitationCode()), invitationHash(code));
  });

  it('go with names that can be read aloud', () => {
    for (let i = 0; i < 100; i++) assert.match(newPrintedName(), /^[a-z]+-[a-z]+-\d{4}$/);
  });
});

describe('sign-in names', () => {
  it('have one spelling', () => {
    assert.equal(normalName('  Ａna.Ruiz@Example.ORG '), 'ana.ruiz@example.org');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        assert.equal(normalName(normalName(name)), normalName(name));
      }),
    );
  });
});

describe('devices', () => {
  for (const [agent, device] of [
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile/15E Safari/604.1',
      'Safari, iPhone',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537 Chrome/140.0 Safari/537 Edg/140.0', 'Edge, Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    ['curl/8.0', ''],
    [null, ''],
  ] as const) {
    it(`${device || 'none'} is told from ${agent?.slice(0, 24) ?? 'nothing'}`, () =>
      assert.equal(deviceOf(agent), device));
  }
});

describe('the server half of OPAQUE', () => {
  it('refuses whatever is no message of the protocol, and never throws at the last step', async () => {
    const opaque = await createOpaqueServer(await createOpaqueSetup());
    const text = fc.string({ maxLength: 300 });
    fc.assert(
      fc.property(text, text, (one, two) => {
        assert.throws(() => opaque.startLogin('a', undefined, one), { kind: 'invalid' });
        assert.throws(() => opaque.register('a', one), { kind: 'invalid' });
        assert.equal(opaque.finishLogin(one, two), false);
        assert.equal(opaque.accepts('a', one), false);
      }),
    );
  });
});
