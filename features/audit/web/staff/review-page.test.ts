import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setClinicZone } from '../../../../web/lib/format.ts';
import type { ReviewEntry } from '../../review/contract.ts';
import { criteriaOf, lastWeek, startOfDay } from './criteria.ts';
import { reviewDays } from './visits.ts';

const entry = (at: string, more: Partial<ReviewEntry> = {}): ReviewEntry => ({
  id: at,
  at,
  unreadable: false,
  actor: { accountId: 'nora', name: 'Nora Nowak', role: 'nurse' },
  onAccount: null,
  operation: 'records.listResults',
  action: 'read',
  category: 'results',
  outcome: 'ok',
  purpose: null,
  onBehalfOf: null,
  patient: { id: 'elena', name: 'Elena', mrn: '1' },
  own: false,
  records: 1,
  detail: null,
  ip: '10.0.0.1',
  device: null,
  request: 'r',
  ...more,
});
const shape = (entries: ReviewEntry[]) =>
  reviewDays(entries).map(({ key, visits }) => [key, visits.map((visit) => visit.entries.length)]);

describe('the reviewer’s days', () => {
  after(() => setClinicZone(Intl.DateTimeFormat().resolvedOptions().timeZone));

  it('begin and end at the clinic’s midnight, whatever the clock of the computer', () => {
    setClinicZone('America/New_York');
    const typed = { ...lastWeek(new Date('2026-11-26T03:50:00Z')), reason: 'why' };
    // It is still the 25th in Ohio.
    assert.deepEqual([typed.fromDay, typed.toDay], ['2026-11-19', '2026-11-25']);
    const { from, to } = criteriaOf(typed);
    assert.deepEqual([from, to], ['2026-11-19T05:00:00.000Z', '2026-11-26T05:00:00.000Z']);
    setClinicZone('UTC');
    assert.equal(startOfDay('2026-11-25').toISOString(), '2026-11-25T00:00:00.000Z');
    setClinicZone('Pacific/Kiritimati');
    assert.equal(startOfDay('2026-11-25').toISOString(), '2026-11-24T10:00:00.000Z');
  });

  it('are as long as the calendar says on the days when clocks change', () => {
    setClinicZone('America/New_York');
    const hours = (day: string, next: string): number => (Number(startOfDay(next)) - Number(startOfDay(day))) / 3.6e6;
    assert.equal(hours('2026-03-08', '2026-03-09'), 23);
    assert.equal(hours('2026-11-01', '2026-11-02'), 25);
  });

  it('hold visits: one person with one record in one go, refusals by themselves', () => {
    setClinicZone('America/New_York');
    const other = { patient: { id: 'harold', name: 'Harold', mrn: '2' } };
    assert.deepEqual(
      shape([
        entry('2026-11-26T06:00:00Z'),
        entry('2026-11-26T04:20:00Z'),
        entry('2026-11-26T04:15:00Z', other),
        entry('2026-11-26T04:10:00Z'),
        entry('2026-11-26T04:05:00Z', { outcome: 'denied' }),
        entry('2026-11-26T03:00:00Z'),
      ]),
      [
        ['2026-11-26', [1]],
        ['2026-11-25', [2, 1, 1, 1]],
      ],
    );
  });

  it('never fold what cannot be read, nor tries on unknown names from two addresses', () => {
    const unreadable = { unreadable: true, outcome: 'failed' } as const;
    const nobody = { actor: { accountId: null, name: '', role: 'unknown' }, outcome: 'denied', patient: null } as const;
    const at = (second: number): string => `2026-11-26T15:00:${second}Z`;
    assert.deepEqual(shape([entry(at(59), unreadable), entry(at(58), unreadable)]), [['2026-11-26', [1, 1]]]);
    const tries = ['1', '2', '1'].map((ip, i) => entry(at(50 - i), { ...nobody, ip }));
    assert.deepEqual(shape(tries), [['2026-11-26', [2, 1]]]);
  });
});
