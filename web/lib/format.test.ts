import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsFor, hourOf, setClinicZone } from './format.ts';

describe('dates as people read them', () => {
  it('adds no day to a date that names none', () => {
    setClinicZone('America/Los_Angeles');
    const { date, shortDate, month, year } = formatsFor('en');
    assert.equal(date('2019'), '2019');
    assert.equal(shortDate('2019-05'), 'May 2019');
    assert.equal(date('2019-05-01'), 'May 1, 2019');
    assert.equal(month('2019-01'), 'January 2019');
    assert.equal(year('2019-01-01'), '2019');
    assert.equal(formatsFor('es').date('2019-05'), 'mayo de 2019');
  });
  it('shows a moment on the day that the clinic had', () => {
    setClinicZone('America/Los_Angeles');
    assert.equal(formatsFor('en').date('2026-01-02T03:00:00Z'), 'January 1, 2026');
    assert.equal(hourOf(new Date('2026-01-02T03:00:00Z')), 19);
    assert.equal(hourOf(new Date('2026-01-02T08:00:00Z')), 0);
  });
  it('names the zone of an hour to a reader whose clock is another, and to nobody else', () => {
    const moment = '2026-01-02T03:05:00Z';
    setClinicZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
    assert.match(formatsFor('en').time(moment), /^\d+:05\s[AP]M$/u);
    setClinicZone('Pacific/Kiritimati');
    assert.match(formatsFor('en').time(moment), /^5:05\sPM GMT\+14$/u);
    assert.match(formatsFor('es').time(moment), /^5:05\sp\.m\. GMT\+14$/u);
  });
});
