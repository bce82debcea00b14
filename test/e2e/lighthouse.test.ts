// Lighthouse's accessibility and best practices are the same on every machine: 100 on a page of each kind.
// Its performance is not, and is measured by `npm run lighthouse`.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openAuditor } from '../../tools/lighthouse/auditor.ts';
import { openClinic, type Clinic } from './clinic.ts';

describe('Lighthouse', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await openClinic();
  });
  after(() => clinic.close());

  const pages = [
    { at: '/sign-in', who: undefined, device: 'phone' },
    { at: '/', who: 'maria', device: 'phone' },
    { at: '/staff/comments', who: 'nurse', device: 'desk' },
  ] as const;

  for (const { at, who, device } of pages) {
    it(`gives ${at} 100 for accessibility and best practices on a ${device}`, async () => {
      const auditor = await openAuditor(clinic.url, who && (await clinic.session(clinic[who])));
      try {
        const { scores, faults } = await auditor.audit(at, device, ['accessibility', 'best-practices']);
        assert.deepEqual({ scores, faults }, { scores: { accessibility: 100, 'best-practices': 100 }, faults: [] });
      } finally {
        await auditor.close();
      }
    });
  }
});
