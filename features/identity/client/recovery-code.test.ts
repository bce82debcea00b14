import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newRecoveryCode, parseRecoveryCode, recoveryProofOf } from './recovery-code.ts';

describe('recovery code', () => {
  it('has 160 bits and two letters of checksum', async () => {
    const code = await newRecoveryCode();
    assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{2}$/);
    assert.notEqual(code, await newRecoveryCode());
    assert.equal(code.replaceAll('-', '').length, 34);
  });

  it('is read as people type it', async () => {
    const code = await newRecoveryCode();
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    assert.equal(await parseRecoveryCode(typed), await parseRecoveryCode(code));
    assert.equal(await recoveryProofOf(typed), await recoveryProofOf(code));
  });

  it('finds nearly every slip before anything is sent', async () => {
    const code = await newRecoveryCode();
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let missed = 0;
    for (const letter of letters) {
      if (letter !== code[3] && (await parseRecoveryCode(code.slice(0, 3) + letter + code.slice(4))) !== undefined)
        missed += 1;
    }
    assert.ok(missed <= 1, `${missed} of 31 slips missed`);
    assert.equal(await recoveryProofOf(code.slice(0, -1)), undefined);
    assert.equal(await recoveryProofOf(''), undefined);
  });

  it('gives the frozen proof of a known code', async () => {
    // Made by node:crypto: hkdfSync('sha256', 32 zeros in ASCII, 32 zero bytes, 'portico/v1/recovery-proof', 32).
    assert.equal(
      await recoveryProofOf('0000-0000-0000-0000-0000-0000-0000-0000-QK'),
      'aY6ubRWVBslOBD0V1t2Q9QKOykP-laPs5CSIU78noJw',
    );
  });
});
