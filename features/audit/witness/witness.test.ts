import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  cosignatureType,
  emptyRoot,
  leafHash,
  parseVerifierKey,
  rootOf,
  toBase64,
  verifyCheckpoint,
} from '@portico/crypto';
import { newPatient, startTestLog, testLogOrigin, type TestLog } from '../../../test/harness/audit-log.ts';
import { createSigner, newSigningKey } from '../log/signer.ts';
import { createWitnessClient } from './witness-client.ts';
import { serveWitness } from './witness-server.ts';
import { openWitness, type Witness } from './witness.ts';

describe('the witness', () => {
  let log: TestLog;
  let witness: Witness;
  let server: Awaited<ReturnType<typeof serveWitness>>;
  const { seed, vkey } = newSigningKey('witness.test/w1', cosignatureType);

  before(async () => {
    log = await startTestLog();
    await log.sequencer.step();
    const [logKey] = (await log.files.readVkeys())!;
    witness = await openWitness({ seed, vkey, logs: [logKey!], folder: path.join(log.folder, 'witness') });
    server = await serveWitness(witness, 0);
  });
  after(async () => {
    await server.close();
    await log.stop();
  });

  it('cosigns what extends the log it has seen', async () => {
    const patient = newPatient();
    const sequencer = await log.restart({ witnesses: [createWitnessClient(server.url, vkey)] });
    for (let i = 0; i < 3; i++) {
      await log.record(patient, 3);
      await sequencer.step();
    }
    const [logKey, witnessKey] = (await log.files.readVkeys())!;
    assert.equal(witnessKey, vkey);
    const trust = {
      origin: testLogOrigin,
      logKeys: [parseVerifierKey(logKey!)],
      witnessKeys: [parseVerifierKey(witnessKey!)],
    };
    const checkpoint = await verifyCheckpoint((await log.files.readCheckpoint())!, trust);
    assert.equal(checkpoint.size, 9);
    assert.deepEqual(
      checkpoint.witnesses.map(({ name }) => name),
      ['witness.test/w1'],
    );
    assert.deepEqual(log.troubles, []);
  });

  it('answers as the specification says', async () => {
    const note = (await log.files.readCheckpoint())!;
    const bare = note.split('\n').slice(0, 5).join('\n') + '\n';
    const ask = async (body: string) => (await witness.addCheckpoint(body)).status;
    assert.equal(await ask(`old 9\n\n${bare}`), 200);
    const conflict = await witness.addCheckpoint(`old 0\n\n${bare}`);
    assert.deepEqual(conflict, { status: 409, body: '9\n', contentType: 'text/x.tlog.size' });
    assert.equal(await ask(`old 10\n\n${bare}`), 400);
    assert.equal(await ask('old x\n\n'), 400);
    assert.equal(await ask(`old 9\n\n${bare.replaceAll(testLogOrigin, 'other.test/log')}`), 404);
    assert.equal(await ask(`old 9\n\n${bare.replace('\n9\n', '\n8\n')}`), 403);
  });

  it('refuses a fork, even when the log signs it', async () => {
    const key = newSigningKey('fork.test/log');
    const own = await openWitness({ seed, vkey, logs: [key.vkey], folder: path.join(log.folder, 'forked') });
    const leaves = Array.from({ length: 4 }, (_, i) => leafHash(Buffer.from([i])));
    const empty = { origin: 'fork.test/log', size: 0, root: emptyRoot() };
    const sign = (size: number, root: Uint8Array): string =>
      createSigner(key.seed, key.vkey, empty).sign({ origin: empty.origin, size, root }, []);
    const first = await own.addCheckpoint(`old 0\n\n${sign(3, rootOf(leaves.slice(0, 3)))}`);
    assert.equal(first.status, 200);
    const forked = sign(4, rootOf([...leaves.slice(1), leaves[0]!]));
    const proof = [leaves[2]!, leaves[3]!, rootOf(leaves.slice(0, 2))].map((hash) => `${toBase64(hash)}\n`).join('');
    assert.equal((await own.addCheckpoint(`old 3\n${proof}\n${forked}`)).status, 422);
    const honest = sign(4, rootOf(leaves));
    assert.equal((await own.addCheckpoint(`old 3\n${proof}\n${honest}`)).status, 200);
    assert.equal((await own.addCheckpoint(`old 4\n\n${sign(4, rootOf(leaves.toReversed()))}`)).status, 409);
  });

  it('stops a restored database from being signed where the files were restored too', async () => {
    const { cp, rm } = await import('node:fs/promises');
    const folder = path.join(log.folder, 'log');
    const database = log.database.pool('superuser');
    await cp(folder, `${folder}.kept`, { recursive: true });
    await database.query('create table public.kept_state as select * from audit.log_state');
    await log.record(newPatient(), 2);
    await log.sequencer.step();
    await rm(folder, { recursive: true });
    await cp(`${folder}.kept`, folder, { recursive: true });
    await database.query(`set session_replication_role = replica; delete from audit.leaf where idx >= 9;
      truncate audit.log_state; insert into audit.log_state select * from public.kept_state; reset session_replication_role`);
    const restored = await log.restart({ witnesses: [createWitnessClient(server.url, vkey)] });
    await assert.rejects(restored.step(), /witness .* has seen 11/);
  });
});
