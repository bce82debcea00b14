import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskAddress, newDeskKey, openDeskPaper, readBrought, sealDeskPaper } from './desk-paper.ts';

describe('a sheet on its way to the desk’s printer', () => {
  const paper = { recoveryCode: 'ABCD-EFGH', signInName: 'maple-river-4821' };

  it('opens with the key of the square alone, and never when it was changed', async () => {
    const key = newDeskKey();
    const sealed = await sealDeskPaper(key, paper);
    assert.ok(!Buffer.from(sealed, 'base64url').toString('latin1').includes('ABCD'));
    assert.deepEqual(await openDeskPaper(key, sealed), paper);
    assert.equal(await openDeskPaper(newDeskKey(), sealed), undefined);
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      assert.equal(await openDeskPaper(key, changed.toString('base64url')), undefined);
    }
    for (const garbage of ['', '!', 'AAAA', sealed.slice(0, 20)])
      assert.equal(await openDeskPaper(key, garbage), undefined);
    assert.notEqual(await sealDeskPaper(key, paper), sealed);
  });

  it('has its key, and the code, where no server sees them', () => {
    const key = newDeskKey();
    const address = new URL(deskAddress('https://portal.example', 'ABCDE-12345-FGHJK-67890', key, 'es'));
    assert.equal(`${address.origin}${address.pathname}${address.search}`, 'https://portal.example/enrol');
    assert.deepEqual(readBrought(address.hash), { code: 'ABCDE-12345-FGHJK-67890', deskKey: key, language: 'es' });
    assert.deepEqual(readBrought('#code=ABCDE-12345-FGHJK-67890'), { code: 'ABCDE-12345-FGHJK-67890' });
    for (const none of ['', '#', '#main', '#code=', '#code=<script>alert(1)</script>', '#code=short'])
      assert.equal(readBrought(none), undefined);
    assert.deepEqual(readBrought('#code=ABCDE-12345-FGHJK-67890&desk=x&lang=xx'), { code: 'ABCDE-12345-FGHJK-67890' });
  });
});
