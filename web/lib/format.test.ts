import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsFor, setClinicZone } from './format.ts';

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
  });
});
