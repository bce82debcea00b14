import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../../../test/harness/database.ts';
import { enrolled, importedPatient, movingClock, signedIn, type Browser } from '../../../test/harness/enrolled.ts';
import { makePerson, relatePerson, type Person } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import type { Disclosed } from '../disclosed.ts';
import type { ReviewEntry } from './contract.ts';
import { csvCell, exportText } from './export-file.ts';

const hour = 3_600_000;

describe("the privacy officer's review of the log", () => {
  const clock = movingClock();
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: TestServer;
  let officer: Browser;
  let snooper: Browser;
  let snooperId: string;
  let ana: string;
  let ben: string;

  before(async () => {
    database = await freshDatabase();
    server = await startTestServer({ database, codeClock: clock });
    officer = await signedIn(server, await enrolled(server, ['privacy_officer'], { name: 'Helen Brandt' }), clock);
    const nurse = await enrolled(server, ['nurse'], { name: 'Nora Nosy' });
    snooperId = nurse.id;
    ana = await importedPatient(server, { given: 'Ana', family: 'Sealed', birthDate: '1970-01-02' });
    ben = await importedPatient(server, { given: 'Ben', family: 'Sealed', birthDate: '1971-01-02' });
    for (const patientId of [ana, ben])
      await relatePerson(
        database.pool('owner'),
        { accountId: nurse.id as never },
        { kind: 'care_team', patientId: patientId as never },
      );
    snooper = await signedIn(server, nurse, clock);
    await look(snooper, ana);
    await look(snooper, ben);
    await look(snooper, ana);
    await server.call(
      'GET',
      `/api/patients/${await importedPatient(server, { given: 'Out', family: 'Of', birthDate: '1950-05-05' })}/results`,
      { cookie: snooper.cookie() },
    );
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  const look = async (by: Pick<Browser, 'cookie'>, patientId: string) =>
    assert.equal((await server.call('GET', `/api/patients/${patientId}`, { cookie: by.cookie() })).status, 200);
  const span = () => ({
    from: new Date(Date.now() - hour).toISOString(),
    to: new Date(Date.now() + hour).toISOString(),
    reason: 'She asked who looked',
  });
  const search = async (criteria: object, by = officer) => {
    const { status, body } = await server.call('POST', '/api/audit/search', {
      body: { ...span(), ...criteria },
      cookie: by.cookie(),
    });
    assert.equal(status, 200, JSON.stringify(body));
    return body as { entries: ReviewEntry[]; next: string | null; scanned: number; until: string };
  };
  /** What the patient herself reads, as the page does. */
  const ownLog = async (patientId: string): Promise<Disclosed[]> => {
    const person: Person = await makePerson(database.pool('owner'), {
      role: 'patient',
      relationships: [{ kind: 'self', patientId: patientId as never }],
    });
    const { body } = await server.call('GET', `/api/patients/${patientId}/access-log`, { cookie: person.cookie });
    return body.events.map((event: { disclosed: string }) =>
      JSON.parse(Buffer.from(event.disclosed, 'base64').toString()),
    );
  };

  it('finds by patient, by colleague, by kind and by outcome, with names and words', async () => {
    const about = await search({ patientId: ana, kind: 'record', accountId: snooperId });
    assert.equal(about.entries.length, 2);
    assert.equal(about.next, null);
    const [entry] = about.entries;
    assert.deepEqual(
      [entry!.actor.name, entry!.actor.role, entry!.operation, entry!.patient?.name, entry!.outcome, entry!.records],
      ['Nora Nosy', 'nurse', 'records.getPatient', 'Ana Sealed', 'ok', 1],
    );
    const byHer = await search({ accountId: snooperId, kind: 'record', outcome: 'ok' });
    assert.deepEqual(
      byHer.entries.map((one) => one.patient?.name),
      ['Ana Sealed', 'Ben Sealed', 'Ana Sealed'],
    );
    const refused = await search({ accountId: snooperId, outcome: 'not-ok' });
    assert.ok(refused.entries.some((one) => one.outcome === 'denied' && one.patient?.name === 'Out Of'));
    assert.ok((await search({ kind: 'import' })).entries.every((one) => one.actor.role === 'importer'));
    assert.deepEqual(
      (await search({ accountId: snooperId, from: new Date(Date.now() + hour / 2).toISOString() })).entries,
      [],
    );
  });

  it('names the account that a failed sign-in was tried on, and nobody for an unknown name', async () => {
    const known = await enrolled(server, ['nurse'], { name: 'Tried Upon' });
    await server.call('POST', '/api/recovery/password', {
      body: { name: known.signInName, recoveryProof: 'A'.repeat(43), code: '000000' },
    });
    await server.call('POST', '/api/recovery/password', {
      body: { name: 'whoever@clinic.example', recoveryProof: 'A'.repeat(43), code: '000000' },
    });
    const { entries } = await search({ kind: 'sign-in', outcome: 'not-ok' });
    const tried = entries.filter((one) => one.operation === 'identity.recoverPassword');
    assert.deepEqual(
      tried.map((one) => [one.onAccount, one.actor.name, one.actor.accountId]),
      [
        [null, '', null],
        ['Tried Upon', '', known.id],
      ],
    );
    assert.ok((await search({ kind: 'record' })).entries.every((one) => one.onAccount === null));
  });

  it('shows failed sign-ins with the address they came from', async () => {
    await server.call('POST', '/api/recovery/password', {
      body: { name: 'nobody@clinic.example', recoveryProof: 'A'.repeat(43), code: '000000' },
    });
    const { entries } = await search({ kind: 'sign-in', outcome: 'not-ok' });
    assert.ok(entries.length > 0);
    assert.ok(entries.every((one) => one.patient === null && one.outcome !== 'ok'));
    assert.match(entries[0]!.ip ?? '', /127\.0\.0\.1/);
  });

  it('stands, with its reason, in the log of each patient shown and of the one asked about, and of nobody else', async () => {
    const quiet = await importedPatient(server, { given: 'Quiet', family: 'One', birthDate: '1980-01-02' });
    await search({ patientId: quiet, kind: 'sign-in', reason: 'Asked by Quiet' });
    const before = (await ownLog(ben)).length;
    await search({ patientId: ana, kind: 'record' });
    const mine = (await ownLog(ana)).filter((one) => one.category === 'log-review');
    assert.ok(mine.length > 0);
    assert.deepEqual(
      [mine[0]!.actor.name, mine[0]!.actor.role, mine[0]!.purpose],
      ['Helen Brandt', 'privacy_officer', 'She asked who looked'],
    );
    assert.equal((await ownLog(quiet)).find((one) => one.category === 'log-review')!.purpose, 'Asked by Quiet');
    // One more than before: this very look of his own.
    assert.equal((await ownLog(ben)).length, before + 1);
  });

  it('leaves reviews of the log out until they are asked for', async () => {
    assert.ok((await search({})).entries.every((one) => one.category !== 'log-review'));
    const reviews = await search({ kind: 'log-review' });
    assert.ok(reviews.entries.length > 0);
    assert.ok(reviews.entries.some((one) => one.detail?.includes('one patient')));
  });

  it('pages to the end without losing or doubling an entry', async () => {
    for (let nth = 0; nth < 60; nth += 1) await look(snooper, ben);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search({
        accountId: snooperId,
        kind: 'record',
        outcome: 'ok',
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.entries.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    assert.equal(seen.length, 63);
    assert.equal(new Set(seen).size, 63);
  });

  it('shows an entry that does not open in every search of its place, and none of its words', async () => {
    const pool = database.pool('superuser');
    await pool.query(`set session_replication_role = replica; update audit.event set sealed = overlay(sealed placing '\\x00'::bytea from 60)
      where patient_id = '${ben}' and id = (select id from audit.event where patient_id = '${ben}' order by at desc limit 1); reset session_replication_role`);
    const { entries } = await search({ patientId: ben, kind: 'privilege' });
    const damaged = entries.filter((one) => one.unreadable);
    assert.equal(damaged.length, 1);
    assert.deepEqual(
      [damaged[0]!.actor.name, damaged[0]!.purpose, damaged[0]!.patient?.name],
      ['', null, 'Ben Sealed'],
    );
  });

  it('refuses a search that is too wide, turned round, or without a reason', async () => {
    const refused = async (more: object) =>
      (await server.call('POST', '/api/audit/search', { body: { ...span(), ...more }, cookie: officer.cookie() }))
        .status;
    assert.equal(await refused({ from: new Date(Date.now() - 400 * 24 * hour).toISOString() }), 400);
    assert.equal(await refused({ from: new Date(Date.now() + 2 * hour).toISOString() }), 400);
    assert.equal(await refused({ reason: ' ' }), 400);
    assert.equal(await refused({ cursor: '2026-99-99T00:00:00.000Z_0190aaaa-0000-7000-8000-000000000000' }), 400);
    assert.equal(await refused({ patientId: '0190aaaa-0000-7000-8000-000000000000' }), 404);
  });

  it('saves the same entries as a file, and the saving is itself an entry', async () => {
    const save = async (format: string) =>
      (
        await server.call('POST', '/api/audit/export', {
          body: { ...span(), patientId: ana, kind: 'record', format },
          cookie: officer.cookie(),
        })
      ).body;
    const csv = await save('csv');
    assert.deepEqual([csv.complete, csv.rows], [true, 2]);
    assert.match(csv.fileName, /^access-log-\d{4}-\d{2}-\d{2}\.csv$/);
    assert.equal(csv.text.trim().split('\r\n').length, 3);
    const lines = (await save('jsonl')).text
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line));
    assert.deepEqual([lines.length, lines[0].actor, lines[0].patient_name], [2, 'Nora Nosy', 'Ana Sealed']);
    const made = await search({ kind: 'log-review', patientId: ana });
    assert.equal(made.entries.filter((one) => one.operation === 'audit.exportLog').length, 2);
  });

  it('is nobody else’s: an administrator reads neither the log nor a file of it', async () => {
    const administrator = await signedIn(server, await enrolled(server, ['administrator']), clock);
    for (const [at, more] of [
      ['search', {}],
      ['export', { format: 'csv' }],
    ] as const) {
      const { status } = await server.call('POST', `/api/audit/${at}`, {
        body: { ...span(), ...more },
        cookie: administrator.cookie(),
      });
      assert.equal(status, 403);
    }
  });
});

describe('an exported cell', () => {
  it('never runs as a formula', () => {
    for (const evil of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '|calc',
      '%0A',
      '＝1',
      '\u200B=1',
      '\u00A0=cmd',
    ])
      assert.equal(csvCell(evil)[1], "'", JSON.stringify(evil));
    assert.equal(csvCell('Dr. "Bo" Chen, RN'), '"Dr. ""Bo"" Chen, RN"');
    assert.equal(csvCell(null), '""');
    assert.equal(csvCell(12), '"12"');
  });

  it('stays one line of the file, whatever somebody typed', () => {
    const entry = {
      at: '',
      actor: { name: 'a\r\nb,"c', role: '', accountId: null },
      patient: null,
    } as unknown as ReviewEntry;
    const text = exportText([entry], 'csv');
    assert.ok(text.includes('"a\r\nb,""c"'));
    assert.equal(exportText([entry], 'jsonl').split('\n').length, 2);
  });
});
