import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cosignatureType, emptyRoot, parseVerifierKey } from '@portico/crypto';
import { newSigningKey } from '../../log/signer.ts';
import type { Memory } from './memory.ts';
import { compareWitnesses, trustOf } from './witnesses.ts';

describe('witnesses that this browser knows', () => {
  const vkey = newSigningKey('portico.test/log').vkey;
  const [one, two] = ['w.test/1', 'w.test/2'].map((name) => newSigningKey(name, cosignatureType).vkey) as [
    string,
    string,
  ];
  const impostor = newSigningKey('w.test/1', cosignatureType).vkey;
  const memoryOf = (witnesses: string[]): Memory => ({
    v: 1,
    vkey,
    checkedAt: '2026-01-01T00:00:00Z',
    log: { v: 1, origin: 'portico.test/log', size: 1, root: '', count: 1, logKeyHash: '' },
    witnesses,
  });
  const signedBy = (...vkeys: string[]) => ({
    origin: 'portico.test/log',
    size: 0,
    root: emptyRoot(),
    witnesses: vkeys.map(parseVerifierKey).map(({ name, keyId }) => ({ name, keyId, atSeconds: 1 })),
  });

  it('are remembered once they have signed', () => {
    const first = compareWitnesses({ vkey, witnesses: [one, two] }, undefined, signedBy(one));
    assert.deepEqual(first, { remembered: [one], lost: [] });
  });

  it('are missed when the server no longer names them, when they did not sign, or when another signs by their name', () => {
    const memory = memoryOf([one]);
    for (const [named, signed] of [
      [[], []],
      [[one], []],
      [[impostor], [impostor]],
      [[two], [two]],
    ] as const) {
      const { remembered, lost } = compareWitnesses({ vkey, witnesses: named }, memory, signedBy(...signed));
      assert.deepEqual(lost, ['w.test/1']);
      assert.ok(remembered.includes(one));
    }
    assert.ok(trustOf({ vkey, witnesses: [] }, memory).witnessKeys.some(({ name }) => name === 'w.test/1'));
    assert.deepEqual(compareWitnesses({ vkey, witnesses: [one] }, memory, signedBy(one)).lost, []);
  });
});
