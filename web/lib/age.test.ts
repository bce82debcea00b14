import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ageOn } from './age.ts';

describe('age', () => {
  const on = new Date(2026, 10, 26);
  it('counts whole years and months', () => {
    assert.deepEqual(ageOn('1968-03-14', on), { years: 58, months: 704 });
    assert.deepEqual(ageOn('1968-11-26', on), { years: 58, months: 696 });
    assert.deepEqual(ageOn('1968-11-27', on), { years: 57, months: 695 });
    assert.deepEqual(ageOn('2026-10-27', on), { years: 0, months: 0 });
  });
  it('says nothing of a date that is not full, or lies ahead', () => {
    assert.equal(ageOn('1968', on), undefined);
    assert.equal(ageOn(null, on), undefined);
    assert.equal(ageOn('2027-01-01', on), undefined);
  });
});
