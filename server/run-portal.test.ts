import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Portal } from './portal.ts';
import { welcome } from './run-portal.ts';

describe('what a person reads at the start', () => {
  const portal = {
    ready: { url: 'http://localhost:7000', accounts: [] },
    installation: { demo: true, clinicName: 'Juniper Hill', clinicPhone: '555-0100' },
  } as unknown as Portal;

  it('names the command for a code as it can be typed in another window', () => {
    assert.match(welcome(portal), /^ {6}npx portico demo code EMAIL$/m);
    const folder = path.resolve("it's here");
    const quoted = folder.replaceAll("'", String.raw`'\''`);
    assert.ok(welcome(portal, "it's here").includes(`      PORTICO_DATA='${quoted}' npx portico demo code EMAIL\n`));
    assert.match(welcome(portal, ' '), /^ {6}npx portico demo code EMAIL$/m);
  });
});
