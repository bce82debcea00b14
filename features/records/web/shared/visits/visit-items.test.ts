import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAppointment } from '../../../read/appointment.ts';
import { readVisit } from '../../../read/visit.ts';
import { nextVisit, visitItems } from './visit-items.ts';

const now = new Date('2026-05-10T15:00:00Z');
const visit = (id: string, start: string, status = 'finished') =>
  readVisit({ resourceType: 'Encounter', id, status, period: { start } });
const appointment = (id: string, start: string, status: string) =>
  readAppointment({ resourceType: 'Appointment', id, status, start });

describe('visits, coming and past', () => {
  it('come soonest first and past newest first', () => {
    const { coming, past } = visitItems(
      [visit('a', '2026-01-01T15:00:00Z'), visit('b', '2026-03-01T15:00:00Z')],
      [appointment('d', '2026-07-01T15:00:00Z', 'booked'), appointment('c', '2026-06-01T15:00:00Z', 'booked')],
      now,
    );
    assert.deepEqual(
      [coming.map(({ id }) => id), past.map(({ id }) => id)],
      [
        ['c', 'd'],
        ['b', 'a'],
      ],
    );
  });

  it('show a kept appointment once, and a missed or cancelled one still', () => {
    const { coming, past } = visitItems(
      [visit('a', '2026-01-01T15:00:00Z')],
      [
        appointment('kept', '2026-01-01T14:45:00Z', 'fulfilled'),
        appointment('missed', '2026-02-01T15:00:00Z', 'noshow'),
        appointment('off', '2026-06-01T15:00:00Z', 'cancelled'),
        appointment('on', '2026-06-02T15:00:00Z', 'booked'),
      ],
      now,
    );
    assert.deepEqual(
      past.map(({ id }) => id),
      ['missed', 'a'],
    );
    assert.deepEqual(
      coming.map(({ id }) => id),
      ['off', 'on'],
    );
    assert.equal(nextVisit(coming)?.id, 'on');
  });

  it('keep what lies ahead today among the coming ones, and what has no date among the past', () => {
    const { coming, past } = visitItems(
      [],
      [
        appointment('today', '2026-05-10T12:00:00Z', 'booked'),
        readAppointment({ resourceType: 'Appointment', id: 'undated', status: 'booked' }),
      ],
      now,
    );
    assert.deepEqual(
      coming.map(({ id }) => id),
      ['today'],
    );
    assert.deepEqual(
      past.map(({ id }) => id),
      ['undated'],
    );
  });
});
