import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isId, newId, toId, type PatientId } from './ids.ts';

describe('ids', () => {
  it('are UUIDv7 that carry their time and never repeat', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 5000; index += 1) {
      const id = newId<PatientId>();
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      seen.add(id);
    }
    assert.equal(seen.size, 5000);
    const at = Date.UTC(2031, 4, 6, 7, 8, 9, 123);
    assert.equal(Number.parseInt(newId<PatientId>(at).replaceAll('-', '').slice(0, 12), 16), at);
  });

  it('sort by the millisecond they were made in', () => {
    assert.ok(newId<PatientId>(1_000) < newId<PatientId>(1_001));
  });

  it('refuse anything but a canonical UUID', () => {
    const id = newId<PatientId>();
    assert.equal(toId<PatientId>(id), id);
    for (const wrong of ['', 'x', id.toUpperCase(), `${id} `, `{${id}}`]) {
      assert.equal(isId(wrong), false);
      assert.throws(() => toId(wrong), TypeError);
    }
  });
});
