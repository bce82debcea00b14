import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { KeyFileError, createLocalKeyFile, localKeyFile } from './local-key-file.ts';

const integrity = { name: 'AppError', kind: 'integrity' };
const secret = Buffer.from('0123456789abcdef0123456789abcdef');
const context = Buffer.from('context');

describe('local key file', () => {
  let folder: string;
  let file: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'portico-keys-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    file = path.join(folder, `${crypto.randomUUID()}.json`);
    createLocalKeyFile(file);
  });

  it('is made for its owner only, whole, and never over another one', () => {
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const before = readFileSync(file, 'utf8');
    assert.throws(() => createLocalKeyFile(file), /already a key file/);
    assert.equal(readFileSync(file, 'utf8'), before);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('is refused, with what to do, when missing, readable by others or damaged', () => {
    assert.throws(() => localKeyFile(path.join(folder, 'none.json')), /there is no key file .*restore it/);
    for (const mode of [0o640, 0o604, 0o660, 0o777]) {
      chmodSync(file, mode);
      assert.throws(() => localKeyFile(file), { name: 'KeyFileError', message: /has mode \d+.*chmod 600/ });
    }
    chmodSync(file, 0o400);
    localKeyFile(file);
    chmodSync(file, 0o600);
    const keys = JSON.parse(readFileSync(file, 'utf8'));
    const damaged = [
      'not json',
      '{}',
      JSON.stringify({ ...keys, extra: 1 }),
      JSON.stringify({ ...keys, domains: { ...keys.domains, records: [] } }),
      JSON.stringify({
        ...keys,
        domains: { ...keys.domains, records: [{ ...keys.domains.records[0], key: 'short' }] },
      }),
      JSON.stringify({
        ...keys,
        domains: { ...keys.domains, records: [keys.domains.records[0], keys.domains.records[0]] },
      }),
    ];
    for (const text of damaged) {
      writeFileSync(file, text);
      assert.throws(
        () => localKeyFile(file),
        (error: Error) => {
          assert.ok(error instanceof KeyFileError);
          assert.match(error.message, /restore it|damaged/);
          assert.ok(!error.message.includes(keys.domains.audit[0].key));
          return true;
        },
      );
    }
  });

  it('wraps and unwraps under domain, context and key set, and nothing else', async () => {
    const kms = localKeyFile(file);
    const wrapped = await kms.wrap('records', secret, context);
    assert.deepEqual(await kms.unwrap('records', wrapped, context), secret);
    assert.deepEqual(await localKeyFile(file).unwrap('records', wrapped, context), secret);
    await assert.rejects(kms.unwrap('identity', wrapped, context), integrity);
    await assert.rejects(kms.unwrap('records', wrapped, Buffer.from('other')), integrity);
    await assert.rejects(kms.unwrap('records', wrapped.subarray(0, 4), context), integrity);
    await assert.rejects(kms.unwrap('records', Buffer.concat([Buffer.of(9), wrapped.subarray(1)]), context), integrity);
    const otherFile = path.join(folder, 'other.json');
    createLocalKeyFile(otherFile);
    await assert.rejects(localKeyFile(otherFile).unwrap('records', wrapped, context), integrity);
  });

  it('gives a process the domains it asked for and no others', async () => {
    const kms = localKeyFile(file, { domains: ['audit'] });
    await kms.unwrap('audit', await kms.wrap('audit', secret, context), context);
    await assert.rejects(kms.wrap('records', secret, context), /holds no keys of the domain records/);
    await assert.rejects(kms.rotate('records'), integrity);
  });

  it('rotates: new wraps under the new version, old ones still open, other processes follow', async () => {
    const kms = localKeyFile(file);
    const elsewhere = localKeyFile(file);
    const old = await kms.wrap('records', secret, context);
    const kekId = await kms.rotate('records');
    assert.equal(kekId, `${kms.id}:records:2`);
    assert.equal(await kms.currentKekId('records'), kekId);
    assert.equal(await kms.currentKekId('audit'), `${kms.id}:audit:1`);
    const wrapped = await kms.wrap('records', secret, context);
    assert.equal(wrapped.readUInt32BE(1), 2);
    assert.deepEqual(await kms.unwrap('records', old, context), secret);
    assert.deepEqual(await elsewhere.unwrap('records', wrapped, context), secret);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(!existsSync(`${file}.lock`));
    const renumbered = Buffer.from(wrapped);
    renumbered.writeUInt32BE(1, 1);
    await assert.rejects(kms.unwrap('records', renumbered, context), integrity);
    renumbered.writeUInt32BE(7, 1);
    await assert.rejects(kms.unwrap('records', renumbered, context), /no version 7/);
  });

  it('does not rotate while another process does, and takes over an abandoned lock', async () => {
    const kms = localKeyFile(file);
    writeFileSync(`${file}.lock`, String(process.pid));
    await assert.rejects(kms.rotate('records'), /another process/);
    writeFileSync(`${file}.lock`, '999999999');
    assert.equal(await kms.rotate('records'), `${kms.id}:records:2`);
  });
});
