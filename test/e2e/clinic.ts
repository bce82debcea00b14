// A small clinic of its own for browser tests: database, server, built pages, people.
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFhirFiles } from '#features/ehr/index.ts';
import type { PatientId } from '#platform/ids.ts';
import { ensureWebBundle } from '../../server/web-bundle.ts';
import { freshDatabase } from '../harness/database.ts';
import { codeOf, enrolled, movingClock, password, signedIn, type Enrolled } from '../harness/enrolled.ts';
import { importDepsOf } from '../harness/import.ts';
import { relatePerson } from '../harness/people.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { irisBundle, lenaBundle, mariaBundle } from './chart.ts';

export type Clinic = {
  readonly server: TestServer;
  readonly url: string;
  readonly mariaId: PatientId;
  readonly lenaId: PatientId;
  /** Has no account yet. */
  readonly irisId: PatientId;
  readonly maria: Enrolled;
  readonly lena: Enrolled;
  readonly nurse: Enrolled;
  readonly desk: Enrolled;
  readonly admin: Enrolled;
  /** The code that the person's app shows now; each call gives a fresh one. */
  code(person: Enrolled): string;
  /** The server's time, which codes follow. */
  now(): Date;
  /** Moves the server's time on, so that the next code is a fresh one. */
  tick(): void;
  /** A session without the pages: the cookie's value. */
  session(person: Enrolled): Promise<string>;
  /** What the laboratory's feed brings later, as a FHIR bundle. */
  receive(bundle: string): Promise<void>;
  close(): Promise<void>;
};

const source = { name: 'lab', title: 'Harbor laboratory feed' };

/** Opens the clinic: about three seconds, most of it stretching five passwords. */
export const openClinic = async (): Promise<Clinic> => {
  // A copy: another run may build the pages anew while this one serves them.
  const webRoot = mkdtempSync(path.join(tmpdir(), 'portico-pages-'));
  cpSync(await ensureWebBundle(), webRoot, { recursive: true });
  const database = await freshDatabase();
  const clock = movingClock();
  const server = await startTestServer({ database, webRoot, codeClock: clock, sequencer: true });
  await database
    .pool('superuser')
    .query(
      "insert into portico.installation (demo, clinic_name, clinic_phone) values (false, 'Harbor Health', '555-0100')",
    );
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-e2e-'));
  const files = ['maria', 'lena', 'iris'].map((name) => path.join(folder, `${name}.json`));
  writeFileSync(files[0]!, mariaBundle());
  writeFileSync(files[1]!, lenaBundle());
  writeFileSync(files[2]!, irisBundle());
  const report = await importFhirFiles(files, importDepsOf(server, source));
  if (report.refused > 0) throw new Error(`the chart was refused: ${JSON.stringify(report.files)}`);
  const { recordIds } = server.portico.records;
  const mariaId = recordIds.patient(source.name, 'maria');
  const lenaId = recordIds.patient(source.name, 'lena');
  const nurse = await enrolled(server, ['nurse'], { name: 'Nora Nowak' });
  await relatePerson(
    database.pool('owner'),
    { accountId: nurse.id as never },
    { kind: 'care_team', patientId: mariaId },
  );
  return {
    server,
    url: server.url,
    mariaId,
    lenaId,
    irisId: recordIds.patient(source.name, 'iris'),
    maria: await enrolled(server, ['patient'], { name: 'Maria Rivera', patientId: mariaId }),
    lena: await enrolled(server, ['patient'], { name: 'Lena Novak', patientId: lenaId }),
    nurse,
    desk: await enrolled(server, ['front_desk'], { name: 'Finn Falk' }),
    admin: await enrolled(server, ['administrator'], { name: 'Ada Admin' }),
    code: (person) => {
      clock.nextCode();
      return codeOf(person, clock);
    },
    now: () => clock.now(),
    tick: () => clock.nextCode(),
    session: async (person) => {
      const browser = await signedIn(server, person, clock);
      return browser.jar.get('__Host-portico') ?? '';
    },
    receive: async (bundle) => {
      const file = path.join(folder, `later-${randomUUID()}.json`);
      writeFileSync(file, bundle);
      const later = await importFhirFiles([file], importDepsOf(server, source));
      if (later.refused > 0) throw new Error(`refused: ${JSON.stringify(later.files)}`);
    },
    close: async () => {
      await server.stop();
      await database.drop();
      for (const made of [folder, webRoot]) rmSync(made, { recursive: true, force: true });
    },
  };
};

export { password };
