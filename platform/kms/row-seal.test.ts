import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newId } from '#platform/ids.ts';
import { ShortHmac } from './hmac.ts';
import { rowOverheadBytes } from './row-seal.ts';
import { SubjectKey } from './subject-key.ts';

const integrity = { name: 'AppError', kind: 'integrity' };
const keysOf = (...versions: { version: number; active?: boolean; key?: Buffer }[]) =>
  [{ version: 0 }, ...versions].map((given) => ({ active: true, key: randomBytes(32), ...given }));
const newSubjectKey = (subjectId: string = newId(), keys = keysOf({ version: 1 })) =>
  new SubjectKey(subjectId, 'records', keys);

const uuid = fc.uuid({ version: 7 });
const contextOf = fc.record({
  table: fc.constantFrom('records.resource', 'records.patient', 'records.resourc', 'record.sresource'),
  column: fc.constantFrom('sealed', 'sealed_name', 'name'),
  rowId: uuid,
  version: fc.integer({ min: 1, max: 2 ** 40 }),
});
const payload = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));

describe('a sealed row', () => {
  it('opens where it was sealed, and nowhere else', () => {
    fc.assert(
      fc.property(uuid, contextOf, contextOf, payload, (subjectId, here, there, plaintext) => {
        const key = newSubjectKey(subjectId);
        const sealed = key.seal(here, plaintext);
        assert.equal(sealed.length, plaintext.length + rowOverheadBytes);
        assert.deepEqual(key.open(here, sealed), plaintext);
        for (const part of ['table', 'column', 'rowId', 'version'] as const) {
          if (here[part] === there[part]) continue;
          assert.throws(() => key.open({ ...here, [part]: there[part] }, sealed), integrity, part);
        }
      }),
    );
  });

  it('does not open for another subject, domain or key version', () => {
    const dek = randomBytes(32);
    const keys = keysOf({ version: 1, key: dek });
    const subjectId = newId();
    const at = { table: 'records.resource', column: 'sealed', rowId: newId(), version: 1 };
    const key = newSubjectKey(subjectId, keys);
    const sealed = key.seal(at, Buffer.from('value'));
    // Even under the very same data key: the subject, the domain and the key's version are bound in.
    assert.throws(() => newSubjectKey(newId(), keys).open(at, sealed), integrity);
    assert.throws(() => new SubjectKey(subjectId, 'billing', keys).open(at, sealed), integrity);
    const renumbered = Buffer.from(sealed);
    renumbered.writeUInt32BE(2, 1);
    const both = newSubjectKey(subjectId, keysOf({ version: 1, key: dek }, { version: 2, key: dek }));
    assert.throws(() => both.open(at, renumbered), integrity);
    assert.throws(() => key.open(at, renumbered), /names a key that does not exist/);
    assert.deepEqual(both.open(at, sealed), Buffer.from('value'));
  });

  it('refuses every flipped bit and every cut', () => {
    const key = newSubjectKey();
    const at = { table: 'records.resource', column: 'sealed', rowId: newId(), version: 3 };
    const sealed = key.seal(at, Buffer.from('potassium 6.9'));
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const copy = Buffer.from(sealed);
      copy[bit >> 3] = copy[bit >> 3]! ^ (1 << (bit & 7));
      assert.throws(() => key.open(at, copy), integrity, `bit ${bit}`);
    }
    for (let length = 0; length < sealed.length; length++) {
      assert.throws(() => key.open(at, sealed.subarray(0, length)), integrity, `length ${length}`);
    }
  });

  it('is never sealed twice alike', () => {
    const key = newSubjectKey();
    const at = { table: 'records.resource', column: 'sealed', rowId: newId(), version: 1 };
    const nonces = new Set<string>();
    for (let i = 0; i < 2000; i++) nonces.add(key.seal(at, Buffer.alloc(4)).toString('hex', 5, 17));
    assert.equal(nonces.size, 2000);
  });

  it('takes only canonical places', () => {
    const key = newSubjectKey();
    const at = { table: 'records.resource', column: 'sealed', rowId: newId(), version: 1 };
    const wrong = [{ table: 'resource' }, { column: 'a b' }, { rowId: 'x' }, { version: 0 }, { version: 1.5 }];
    for (const part of wrong) assert.throws(() => key.seal({ ...at, ...part }, Buffer.alloc(1)), RangeError);
  });
});

describe('a row head', () => {
  const head = { table: 'records.resource', rowId: newId(), version: 4, deleted: false };

  it('holds for exactly its row, version and state', () => {
    const key = newSubjectKey();
    const mac = key.head(head);
    key.checkHead(head, mac);
    for (const change of [
      { version: 3 },
      { version: 5 },
      { rowId: newId() },
      { table: 'records.patient' },
      { deleted: true },
    ]) {
      assert.throws(() => key.checkHead({ ...head, ...change }, mac), integrity);
    }
    assert.throws(() => newSubjectKey().checkHead(head, mac), integrity);
    assert.throws(() => key.checkHead(head, mac.subarray(0, 35)), integrity);
    for (let at = 0; at < mac.length; at++) {
      const copy = Buffer.from(mac);
      copy[at] = copy[at]! ^ 1;
      assert.throws(() => key.checkHead(head, copy), integrity, `byte ${at}`);
    }
  });

  it('stands on an HMAC that agrees with the library', () => {
    const any = fc.tuple(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 1024 }));
    fc.assert(
      fc.property(any, ([keyBytes, message]) => {
        const target = Buffer.alloc(40);
        new ShortHmac(Buffer.from(keyBytes)).write(Buffer.from(message).toString('latin1'), target, 4);
        assert.deepEqual(target.subarray(4, 36), createHmac('sha256', keyBytes).update(message).digest());
      }),
    );
    assert.throws(() => new ShortHmac(Buffer.alloc(31)), RangeError);
    assert.throws(() => new ShortHmac(Buffer.alloc(32)).write('x'.repeat(1025), Buffer.alloc(40), 0), RangeError);
  });

  it('of a deleted row refuses the row, but can be verified', () => {
    const key = newSubjectKey();
    const deleted = { ...head, deleted: true };
    const mac = key.head(deleted);
    assert.throws(() => key.checkHead(deleted, mac), /deleted record is present/);
    key.verifyHead(deleted, mac);
  });

  it('catches a whole older row put back', () => {
    const key = newSubjectKey();
    const at = { table: head.table, column: 'sealed', rowId: head.rowId };
    const older = key.seal({ ...at, version: 3 }, Buffer.from('old'));
    const mac = key.head(head);
    key.checkHead(head, mac);
    assert.throws(() => key.open({ ...at, version: head.version }, older), integrity);
  });
});

describe('tokens and versions of a subject key', () => {
  it('tokens are equal within a subject and purpose, and tell nothing across them', () => {
    const value = fc.string({ maxLength: 40 });
    const [one, other] = [newSubjectKey(), newSubjectKey()];
    fc.assert(
      fc.property(value, value, (a, b) => {
        const token = one.token('records.resource.code_token', a);
        assert.equal(token.length, 16);
        assert.deepEqual(one.token('records.resource.code_token', a), token);
        assert.notDeepEqual(other.token('records.resource.code_token', a), token);
        assert.notDeepEqual(one.token('records.resource.list_token', a), token);
        assert.equal(one.token('records.resource.code_token', b).equals(token), a === b);
      }),
    );
  });

  it('a rotated key seals once it is active; older rows open; tokens stay', () => {
    const subjectId = newId();
    const [index, first] = keysOf({ version: 1 });
    const second = { version: 2, key: randomBytes(32), active: false };
    const at = { table: 'records.resource', column: 'sealed', rowId: newId(), version: 1 };
    const before = newSubjectKey(subjectId, [index!, first!]);
    const waiting = newSubjectKey(subjectId, [index!, first!, second]);
    const rotated = newSubjectKey(subjectId, [index!, first!, { ...second, active: true }]);
    const old = before.seal(at, Buffer.from('old'));
    assert.equal(waiting.seal(at, Buffer.from('x')).readUInt32BE(1), 1);
    const fresh = rotated.seal(at, Buffer.from('new'));
    assert.equal(fresh.readUInt32BE(1), 2);
    assert.deepEqual(rotated.open(at, old), Buffer.from('old'));
    assert.deepEqual(waiting.open(at, fresh), Buffer.from('new'));
    assert.deepEqual([rotated.isStale(old), rotated.isStale(fresh)], [true, false]);
    assert.deepEqual(rotated.token('a.b.c', 'x'), before.token('a.b.c', 'x'));
    rotated.checkHead({ ...at, deleted: false }, before.head({ ...at, deleted: false }));
  });

  it('is refused when a key is missing', () => {
    assert.throws(() => newSubjectKey(newId(), []), integrity);
    assert.throws(() => newSubjectKey(newId(), [{ version: 0, key: randomBytes(32), active: true }]), integrity);
    assert.throws(() => newSubjectKey(newId(), [{ version: 1, key: randomBytes(32), active: true }]), integrity);
  });
});
