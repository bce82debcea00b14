import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { opensAt } from './working-days.ts';

const zone = 'America/New_York';
const opens = (arrived: string, timeZone = zone): string => opensAt(new Date(arrived), timeZone).toISOString();

describe('three working days', () => {
  it('end at the same hour of the clinic’s clock', () => {
    // Monday 09:30 in New York -> Thursday 09:30.
    assert.equal(opens('2026-07-06T13:30:00Z'), '2026-07-09T13:30:00.000Z');
  });

  it('leave out Saturday and Sunday', () => {
    // Thursday 16:00 -> Tuesday 16:00; Friday 16:00 -> Wednesday 16:00.
    assert.equal(opens('2026-07-09T20:00:00Z'), '2026-07-14T20:00:00.000Z');
    assert.equal(opens('2026-07-10T20:00:00Z'), '2026-07-15T20:00:00.000Z');
  });

  it('count what comes at a weekend from Monday on', () => {
    // Saturday 11:00 and Sunday 23:59 -> Thursday 00:00.
    assert.equal(opens('2026-07-11T15:00:00Z'), '2026-07-16T04:00:00.000Z');
    assert.equal(opens('2026-07-13T03:59:00Z'), '2026-07-16T04:00:00.000Z');
  });

  it('go by the clinic’s day, not by UTC’s', () => {
    // Friday 20:00 in New York is Saturday in UTC.
    assert.equal(opens('2026-07-11T00:00:00Z'), '2026-07-16T00:00:00.000Z');
    assert.equal(opens('2026-07-11T00:00:00Z', 'UTC'), '2026-07-16T00:00:00.000Z');
    // Sunday evening in Los Angeles is Monday in Auckland.
    assert.equal(opens('2026-07-13T02:00:00Z', 'Pacific/Auckland'), '2026-07-16T02:00:00.000Z');
    assert.equal(opens('2026-07-13T02:00:00Z', 'America/Los_Angeles'), '2026-07-16T07:00:00.000Z');
  });

  it('keep the hour when the clocks change in between', () => {
    // Clocks go back on Sunday 2026-11-01 and forward on Sunday 2026-03-08.
    assert.equal(opens('2026-10-30T14:00:00Z'), '2026-11-04T15:00:00.000Z');
    assert.equal(opens('2026-03-06T15:00:00Z'), '2026-03-11T14:00:00.000Z');
  });

  it('never go back: what comes later never opens earlier', () => {
    let before = 0;
    for (let at = Date.parse('2026-02-20T00:00:00Z'); at < Date.parse('2026-03-20T00:00:00Z'); at += 1_800_000) {
      const open = opensAt(new Date(at), zone).getTime();
      assert.ok(open >= before, new Date(at).toISOString());
      assert.ok(open - at >= 2.9 * 86_400_000 && open - at <= 5.1 * 86_400_000, new Date(at).toISOString());
      before = open;
    }
  });
});
