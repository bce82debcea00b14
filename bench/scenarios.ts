import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '#platform/db/embedded/connections.ts';
import type { Load } from './load-generator.ts';
import { alone, compare, connectionCounts, costOf, first, repeat, type Bench, type Sides } from './measure.ts';
import { observationJson } from './observation.ts';
import type { Figure } from './report.ts';
import type { World } from './world.ts';

export type Scenario = (world: World, bench: Bench) => Promise<Figure[]>;

/** The same requests on all paths, at each number of connections. */
const compared = async (bench: Bench, name: string, sides: Sides): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const connections of connectionCounts) figures.push(await compare(bench, name, connections, sides));
  return figures;
};

type Variants = Load['variants'];

const sides = (world: World, own: [number, Load['method'], Variants], rawVariants: Variants): Sides => {
  const [port, method, variants] = own;
  const { rawPort } = world.ports;
  const leanVariants = rawVariants.map((variant) => ({ ...variant, path: `/leanest-${variant.path.slice(1)}` }));
  return {
    own: { server: world.portico, load: { port, method, variants } },
    raw: { server: world.raw, load: { port: rawPort, method, variants: rawVariants } },
    leanest: { server: world.raw, load: { port: rawPort, method, variants: leanVariants } },
  };
};

// Neighbouring requests ask for different people, as in life; a prime stride visits all rows.
const stride = 7_919;

const read: Scenario = (world, bench) => {
  const cookies = new Map(world.patients.map((patient) => [patient.patientId, patient.cookie]));
  const mixed = world.results.map((_, index) => world.results[(index * stride) % world.results.length]!);
  const own = mixed.map(({ patientId, id }) => ({
    path: `/api/patients/${patientId}/records/${id}`,
    headers: { Cookie: cookies.get(patientId)! },
  }));
  const raw = mixed.map(({ patientId, id }) => ({ path: `/read/${patientId}/${id}` }));
  return compared(bench, 'read one resource', sides(world, [world.ports.port, 'GET', own], raw));
};

const list: Scenario = (world, bench) => {
  const own = world.patients.map(({ patientId, cookie }) => ({
    path: `/api/patients/${patientId}/results`,
    headers: { Cookie: cookie },
  }));
  const raw = world.patients.map(({ patientId }) => ({ path: `/list/${patientId}` }));
  return compared(bench, 'list 20 laboratory results', sides(world, [world.ports.port, 'GET', own], raw));
};

const create: Scenario = (world, bench) => {
  // Of patients nobody lists, so that lists keep their 20 rows whatever ran before.
  const patients = world.patients.map(() => crypto.randomUUID());
  const variants = patients.map((patientId) => ({
    path: `/create/${patientId}/{id}`,
    body: observationJson(patientId, '{id}', '2026-03-01T10:00:00.000Z', 4.4),
  }));
  return compared(bench, 'create one Observation', sides(world, [world.ports.intakePort, 'PUT', variants], variants));
};

const bundleResources = 2_000;

const writeBundle = (file: string): void => {
  const patient = crypto.randomUUID();
  const at = '2026-02-01T08:00:00.000Z';
  const entry = [
    { resource: { resourceType: 'Patient', id: patient, birthDate: '1970-01-01', name: [{ family: 'Bench' }] } },
    ...Array.from({ length: bundleResources - 1 }, () => ({
      resource: JSON.parse(observationJson(patient, crypto.randomUUID(), at, 4.2)) as unknown,
    })),
  ];
  writeFileSync(file, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
};

const importing: Scenario = async (world, bench) => {
  let round = 0;
  const once = async () => {
    const file = join(world.database.folder, `bundle-${round++}.json`);
    writeBundle(file);
    return costOf(world.portico, bench.postmasterPid(), async () => ({
      ...(await world.portico.ask<{ units: number; seconds: number }>('importFiles', [file])),
      p50Ms: null,
      p99Ms: null,
    }));
  };
  await once();
  return [await repeat(bench, 'import a bundle of 2,000, per resource (not per request)', null, once)];
};

const signIn: Scenario = async (world, bench) => {
  const accounts = await world.accounts();
  const figures: Figure[] = [];
  for (const connections of connectionCounts) {
    const some = accounts.slice(0, Math.max(4, connections));
    const once = async () => {
      await forgetCodes(world);
      return costOf(world.portico, bench.postmasterPid(), async () => {
        const { units, seconds, took } = await world.signIns.ask<{ units: number; seconds: number; took: number[] }>(
          'signIn',
          { port: world.ports.port, accounts: some, parallel: connections },
        );
        const sorted = took.toSorted((a, b) => a - b);
        return { units, seconds, p50Ms: sorted[sorted.length >> 1]!, p99Ms: sorted.at(-1)! };
      });
    };
    figures.push(await repeat(bench, 'sign in (time is the client stretching its password)', connections, once));
  }
  return figures;
};

/** A code works once in 30 seconds and tries are counted: a superuser lets the same accounts in again. */
const forgetCodes = (world: World): Promise<unknown> =>
  withClient(world.database.superuser, async (client) => {
    await client.query('update identity.totp set last_step = 0');
    await client.query('delete from identity.throttle');
  });

const eventsAtOnce = 4_000;

const appending: Scenario = async (world, bench) => {
  const patients = world.patients.map((patient) => patient.patientId);
  const figures: Figure[] = [];
  for (const parallel of connectionCounts) {
    const once = () =>
      costOf(world.portico, bench.postmasterPid(), async () => ({
        ...(await world.portico.ask<{ units: number; seconds: number }>('appendEvents', {
          patients,
          count: eventsAtOnce,
          parallel,
        })),
        p50Ms: null,
        p99Ms: null,
      }));
    await once();
    figures.push(await repeat(bench, 'audit append, per event (not per request)', parallel, once));
  }
  return figures;
};

const eventsToOrder = 10_000;

const sequencing: Scenario = async (world, bench) => {
  const patients = world.patients.map((patient) => patient.patientId);
  const order = () => world.portico.ask<{ size: number; seconds: number }>('sequence');
  const once = async () => {
    const { size: before } = await order();
    await world.portico.ask('appendEvents', { patients, count: eventsToOrder, parallel: 16 });
    return costOf(world.portico, bench.postmasterPid(), async () => {
      const { size, seconds } = await order();
      return { units: size - before, seconds, p50Ms: null, p99Ms: null };
    });
  };
  await once();
  return [await repeat(bench, 'sequencer, per event (not per request)', null, once)];
};

const wholeLife = 20_000;
const filledAtOnce = 500;

/** The first page of a record of 20,000 resources, a third of them results, and of one of 200. */
const home: Scenario = async (world, bench) => {
  const [small, large] = world.patients as [World['patients'][number], World['patients'][number]];
  const others = Math.round((filledAtOnce * 2) / 3);
  for (let filled = 0; filled < wholeLife; filled += filledAtOnce)
    await world.portico.ask('fill', { patientId: large.patientId, results: filledAtOnce - others, others });
  await withClient(world.database.superuser, (client) => client.query('vacuum analyze'));
  const side = ({ patientId, cookie }: typeof small) => ({
    server: world.portico,
    load: {
      port: world.ports.port,
      method: 'GET' as const,
      variants: [{ path: `/api/patients/${patientId}/home`, headers: { Cookie: cookie } }],
    },
  });
  return [
    await first(bench, 'home of a record of 20,000, the first time', side(large)),
    await alone(bench, 'home of a record of 20,000', 1, side(large)),
    await alone(bench, 'home of a record of 200', 1, side(small)),
  ];
};

/** What `npm run bench -- NAME...` knows, in the order in which they run. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  read,
  list,
  create,
  import: importing,
  'sign-in': signIn,
  'audit-append': appending,
  sequencer: sequencing,
  home,
};
