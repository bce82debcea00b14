import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../../../test/harness/database.ts';
import { enrolled, movingClock, signedIn, type Browser } from '../../../test/harness/enrolled.ts';
import { importPeople, listRow } from '../../../test/harness/front-desk.ts';
import { makePerson } from '../../../test/harness/people.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';

const reason = 'Letters of the autumn list';
const newBatch = () => randomBytes(32).toString('base64url');
const yearsAgo = (years: number): string => `${new Date().getUTCFullYear() - years - 1}-02-03`;

type Row = { line: number; state: string; others: number[]; patient: { id: string; name: string } | null };

describe('letters for a list of patients', () => {
  const clock = movingClock();
  let server: TestServer;
  let stop: () => Promise<void>;
  let desk: Browser;
  let otherDesk: Browser;

  before(async () => {
    const database = await freshDatabase();
    server = await startTestServer({ codeClock: clock, database });
    stop = async () => {
      await server.stop();
      await database.drop();
    };
    desk = await signedIn(server, await enrolled(server, ['front_desk']), clock);
    otherDesk = await signedIn(server, await enrolled(server, ['front_desk']), clock);
  });
  after(() => stop());

  const query = (text: string, values: unknown[] = []) => server.database.pool('superuser').query(text, values);
  const post = (at: string, body: unknown, who: Pick<Browser, 'cookie'> = desk) =>
    server.call('POST', at, { body, cookie: who.cookie() });
  const review = async (rows: ReturnType<typeof listRow>[]): Promise<Row[]> => {
    const { status, body } = await post('/api/invitations/patients/review', { rows, reason });
    assert.equal(status, 200);
    return body.rows as Row[];
  };
  const make = (batch: string, rows: unknown[], who: Pick<Browser, 'cookie'> = desk) =>
    post('/api/invitations/patients', { batch, rows }, who);
  const wanted = (line: number, patientId: string, more: Record<string, unknown> = {}) => ({
    line,
    patientId,
    language: 'en',
    confirmed: false,
    ...more,
  });
  const openLetters = async (patientId: string): Promise<number> => {
    const { rows } = await query(
      `select count(*)::int as n from identity.invitation where patient_id = $1 and used_at is null and expires_at > now()`,
      [patientId],
    );
    return rows[0].n as number;
  };
  const eventsAbout = async (patientId: string): Promise<number> => {
    const { rows } = await query('select count(*)::int as n from audit.event where patient_id = $1', [patientId]);
    return rows[0].n as number;
  };

  it('find people by number or name with the birth date, and never by less', async () => {
    const [ana, twinA, twinB] = await importPeople(server, [
      { given: 'Ana', family: 'García López', birthDate: '1970-05-06', mrn: 'JH-104417' },
      { given: 'Ida', family: 'Twin', birthDate: '1980-01-02' },
      { given: 'Ada', family: 'Twin', birthDate: '1980-01-02' },
      { given: 'Eva', family: 'Doppel', birthDate: '1981-01-02' },
      { given: 'Eva', family: 'Doppel', birthDate: '1981-01-02' },
    ]);
    const rows = await review([
      listRow(2, { familyName: 'García', givenName: 'Ana', birthDate: '5/6/1970', mrn: 'jh 104417' }),
      listRow(3, { familyName: 'GARCIA LOPEZ', givenName: 'ana maría', birthDate: '1970-05-06' }),
      listRow(4, { familyName: 'García López', givenName: 'Ana' }),
      listRow(5, { familyName: 'García López', givenName: 'Ana', birthDate: '1970-05-07', mrn: 'JH-104417' }),
      listRow(6, { familyName: 'Somebody', givenName: 'Else', birthDate: '1970-05-06', mrn: 'JH-104417' }),
      listRow(7, { familyName: 'Twin', givenName: 'Ida', birthDate: '1980-01-02' }),
      listRow(8, { familyName: 'Twin', givenName: 'Ada', birthDate: '1980-01-02' }),
      listRow(9, { familyName: 'Twin', givenName: 'Oda', birthDate: '1980-01-02' }),
      listRow(10, { familyName: 'Doppel', givenName: 'Eva', birthDate: '1981-01-02' }),
      listRow(11, { familyName: 'Twin', givenName: 'Ida', birthDate: '31/12/1980' }),
      listRow(12, { familyName: 'Twin', givenName: 'Ida', birthDate: '1980-02-30' }),
      listRow(13, { familyName: 'Twin', givenName: 'Ida', birthDate: '1980-01-02', email: 'not an address' }),
    ]);
    const states = Object.fromEntries(rows.map(({ line, state }) => [line, state]));
    assert.deepEqual(states, {
      2: 'ready',
      3: 'duplicate',
      4: 'incomplete',
      5: 'unknown',
      6: 'unknown',
      7: 'ready',
      8: 'ready',
      9: 'unknown',
      10: 'several',
      11: 'bad-date',
      12: 'bad-date',
      13: 'bad-email',
    });
    assert.equal(rows[0]!.patient?.id, ana);
    assert.deepEqual([rows[5]!.patient?.id, rows[6]!.patient?.id], [twinA, twinB]);
    assert.deepEqual(rows[1]!.others, [2]);
    assert.ok(rows.every(({ state, patient }) => ['ready', 'duplicate'].includes(state) === (patient !== null)));
  });

  it('refuse shared contacts, parents’ contacts, children and the dead, and ask about a teen’s address', async () => {
    const parent = await enrolled(server, ['trusted_person'], { signInName: 'parent@example.org' });
    const people = [
      { given: 'Una', family: 'Share', birthDate: '1960-01-01' },
      { given: 'Dos', family: 'Share', birthDate: '1961-01-01' },
      { given: 'Teo', family: 'Teen', birthDate: yearsAgo(15), contactEmail: 'Mother@Example.org' },
      { given: 'Tea', family: 'Teen', birthDate: yearsAgo(14) },
      { given: 'Tia', family: 'Teen', birthDate: yearsAgo(16) },
      { given: 'Leo', family: 'Small', birthDate: yearsAgo(4) },
      { given: 'Old', family: 'Gone', birthDate: '1930-01-01', deceased: true },
    ];
    const ids = await importPeople(server, people);
    const emails = ['both@example.org', 'Both@example.org', 'mother@example.org', parent.signInName, 'tia@example.org'];
    const rows = await review(
      people.map(({ given, family, birthDate }, index) =>
        listRow(index + 1, { familyName: family, givenName: given, birthDate, email: emails[index] ?? '' }),
      ),
    );
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['shared-contact', 'shared-contact', 'others-contact', 'others-contact', 'teen-email', 'child', 'deceased'],
    );
    assert.deepEqual([rows[0]!.others, rows[1]!.others], [[2], [1]]);
    // What was refused on the screen is refused by the operation too, whatever is sent to it.
    const { body } = await make(
      newBatch(),
      ids.map((id, index) =>
        wanted(index + 1, id, { confirmed: index !== 4, ...(emails[index] ? { email: emails[index] } : {}) }),
      ),
    );
    assert.deepEqual(body.made, []);
    assert.equal(body.refused.length, ids.length);
    assert.deepEqual(
      await Promise.all(ids.map(openLetters)),
      ids.map(() => 0),
    );
    // Nor is there a way around the list: by a letter for one person, or at the desk.
    const alone = (index: number, confirmed = false) => ({
      ...(emails[index] ? { email: emails[index] } : {}),
      ...(confirmed ? { confirmed } : {}),
    });
    const ways = (index: number, confirmed = false) =>
      Promise.all([
        post(`/api/patients/${ids[index]}/invitations`, { proofing: 'photo-id', ...alone(index, confirmed) }),
        post(`/api/patients/${ids[index]}/desk-set-up`, {
          proofs: ['photo-id'],
          language: 'en',
          ...alone(index, confirmed),
        }),
      ]);
    for (const [index, path] of [
      [2, 'body.email'],
      [3, 'body.email'],
      [4, 'body.confirmed'],
      [5, 'person.child'],
      [6, 'person.deceased'],
    ] as const)
      for (const answer of await ways(index, index !== 4))
        assert.deepEqual([answer.status, answer.body.fields?.[0].path], [409, path]);
    assert.deepEqual(
      await Promise.all(ids.map(openLetters)),
      ids.map(() => 0),
    );
    for (const { status, body: made } of await ways(4, true))
      assert.deepEqual([status, made.suggestedName], [200, 'tia@example.org']);
    await query('update identity.invitation set expires_at = now() where patient_id = $1', [ids[4]]);
    // The clerk has asked the teen: the address is her own.
    const asked = await make(newBatch(), [wanted(5, ids[4]!, { email: 'tia@example.org', confirmed: true })]);
    assert.equal(asked.body.made[0].suggestedName, 'tia@example.org');
  });

  it('are the same letters for the same press, also at once, and only once each', async () => {
    const ids = await importPeople(
      server,
      ['Amy', 'Bea', 'Cyd'].map((given) => ({ given, family: 'Once', birthDate: '1975-03-04' })),
    );
    const batch = newBatch();
    const rows = ids.map((id, index) => wanted(index + 1, id));
    const answers = await Promise.all([make(batch, rows), make(batch, rows), make(batch, rows)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    const codes = answers.map(({ body }) => body.made.map((one: { invitation: string }) => one.invitation));
    assert.equal(new Set(codes[0]).size, 3);
    assert.deepEqual(codes[1], codes[0]);
    assert.deepEqual(codes[2], codes[0]);
    const { rows: all } = await query('select patient_id from identity.invitation where patient_id = any($1)', [ids]);
    assert.equal(all.length, 3);
    // Another press is another secret: who was invited is not invited again unless the clerk says so.
    const second = await make(newBatch(), rows);
    assert.deepEqual(
      second.body.refused.map(({ state }: { state: string }) => state),
      ['invited', 'invited', 'invited'],
    );
    const renewed = await make(newBatch(), [wanted(1, ids[0]!, { confirmed: true })]);
    assert.equal(renewed.body.made.length, 1);
    assert.equal(await openLetters(ids[0]!), 1);
    // The secret is nobody else's: the second clerk gets no code of the first one.
    const stolen = await make(batch, [wanted(2, ids[1]!, { confirmed: true })], otherDesk);
    assert.equal(stolen.status, 409);
    // Nor does the first press bring the letter back that was replaced.
    const late = await make(batch, rows);
    assert.deepEqual(
      late.body.made.map(({ line }: { line: number }) => line),
      [2, 3],
    );
  });

  it('keep no code, and let a patient in who has one', async () => {
    const [id] = await importPeople(server, [
      { given: 'Kay', family: 'Keeps', birthDate: '1966-06-06', language: 'es' },
    ]);
    const [row] = await review([listRow(1, { familyName: 'Keeps', givenName: 'Kay', birthDate: '6/6/1966' })]);
    assert.equal((row as unknown as { language: string }).language, 'es');
    const batch = newBatch();
    const { body } = await make(batch, [wanted(1, id!)]);
    const { invitation, suggestedName } = body.made[0];
    const { rows } = await query(
      `select i::text as invitation, (select string_agg(e::text, ' ') from audit.event e) as events
       from identity.invitation i where patient_id = $1`,
      [id],
    );
    for (const secret of [invitation, invitation.replaceAll('-', ''), batch, suggestedName])
      assert.ok(!`${rows[0].invitation} ${rows[0].events}`.includes(secret));
    const preview = await server.call('POST', '/api/invitation/preview', { body: { invitation } });
    assert.equal(preview.status, 200);
    assert.deepEqual([preview.body.needsBirthDate, preview.body.renewal], [true, false]);
  });

  it('are in each shown person’s log, and in nobody else’s', async () => {
    const [seen, other] = await importPeople(server, [
      { given: 'See', family: 'Nseen', birthDate: '1959-09-09' },
      { given: 'Not', family: 'Nseen', birthDate: '1958-09-09' },
    ]);
    const before = [await eventsAbout(seen!), await eventsAbout(other!)];
    await review([listRow(1, { familyName: 'Nseen', givenName: 'See', birthDate: '1959-09-09' })]);
    assert.equal((await eventsAbout(seen!)) - before[0]!, 1);
    assert.equal((await eventsAbout(other!)) - before[1]!, 0);
  });

  it('belong to the front desk: every other role is refused', async () => {
    for (const role of ['clinician', 'nurse', 'billing', 'administrator', 'privacy_officer', 'patient'] as const) {
      const { cookie } = await makePerson(server.database.pool('superuser'), { role });
      const who = { cookie: () => cookie };
      const row = listRow(1, { familyName: 'Once', givenName: 'Amy', birthDate: '1975-03-04' });
      assert.equal((await post('/api/invitations/patients/review', { rows: [row], reason }, who)).status, 403, role);
      assert.equal((await make(newBatch(), [wanted(1, crypto.randomUUID())], who)).status, 403, role);
    }
  });

  it('answer garbage with kind words, never with a failure', async () => {
    const hostile = [
      '=cmd|calc!A1',
      '\u0000\u0000',
      '../../etc/passwd',
      '‮evil',
      '𝕏'.repeat(80),
      '<script>',
      "'; drop--",
    ];
    const rows = await review(
      hostile.map((text, index) =>
        listRow(index + 1, {
          familyName: text,
          givenName: text,
          birthDate: index % 2 ? text.slice(0, 40) : '1970-01-01',
          mrn: text.slice(0, 100),
          email: text.slice(0, 250),
        }),
      ),
    );
    assert.ok(rows.every(({ patient }) => patient === null));
    const many = Array.from({ length: 10_000 }, (_none, index) =>
      listRow(index + 1, { familyName: 'A', birthDate: '1970-01-01' }),
    );
    const large = await post('/api/invitations/patients/review', { rows: many, reason });
    assert.ok([400, 413].includes(large.status), String(large.status));
    const garbage = await post('/api/invitations/patients/review', {
      rows: randomBytes(1_100_000).toString('latin1'),
      reason,
    });
    assert.ok([400, 413].includes(garbage.status), String(garbage.status));
    assert.equal((await post('/api/invitations/patients/review', { rows: [], reason })).status, 400);
    assert.equal((await make('short', [wanted(1, crypto.randomUUID())])).status, 400);
    const nobody = await make(newBatch(), [wanted(1, '0191d1a0-0000-7000-8000-000000000001')]);
    assert.deepEqual(nobody.body.refused, [{ line: 1, state: 'unknown' }]);
  });
});
