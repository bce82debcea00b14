// npm run lighthouse [-- PART...]   Lighthouse over the main pages of a demo clinic; writes docs/lighthouse.md.
// With PART only pages whose address has it are measured and nothing is written.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDemoPortal } from '../demo-portal.ts';
import { openAuditor, type Audited, type Auditor, type Category, type Device } from './auditor.ts';

const report = join(import.meta.dirname, '../../docs/lighthouse.md');
const categories: readonly Category[] = ['performance', 'accessibility', 'best-practices'];
const least: Record<Device, number> = { phone: 95, desk: 99 };
/** A machine that does something else at the moment is no reason to fail: the best of so many runs counts. */
const maxRuns = 3;

type Target = {
  name: string;
  at: string /** The address ends with the id of the first of these. */;
  firstOf?: 'results' | 'patient';
};
const targets: Readonly<Record<string, readonly Target[]>> = {
  nobody: [
    { name: 'Sign in', at: '/sign-in' },
    { name: 'Sign in, staff', at: '/staff/sign-in' },
  ],
  'elena.marsh': [
    { name: 'Home', at: '/' },
    { name: 'Results', at: '/results' },
    { name: 'One result', at: '/results/', firstOf: 'results' },
    { name: 'Medicines', at: '/medicines' },
    { name: 'Visits', at: '/visits' },
    { name: 'My record', at: '/record' },
    { name: 'Who saw my record', at: '/who-saw' },
  ],
  'naomi.feld': [{ name: 'Results to comment on', at: '/staff/comments' }],
  'tomas.rivera': [{ name: 'Chart', at: '/staff/patients/', firstOf: 'patient' }],
};

type Row = { name: string; device: Device; audited: Audited };

const isGood = ({ device, audited: { scores } }: Row): boolean =>
  scores.performance! >= least[device] && scores.accessibility === 100 && scores['best-practices'] === 100;

const seconds = (ms: number | undefined): string => (ms === undefined ? '' : `${(ms / 1000).toFixed(1)} s`);

const tableOf = (rows: readonly Row[]): string =>
  [
    '| page | on | performance | accessibility | best practices | first paint | largest paint | blocked |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(({ name, device, audited: { scores, figures } }) =>
      [
        '',
        name,
        device,
        scores.performance,
        scores.accessibility,
        scores['best-practices'],
        seconds(figures['first-contentful-paint']),
        seconds(figures['largest-contentful-paint']),
        `${Math.round(figures['total-blocking-time'] ?? 0)} ms`,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');

const audit = async (auditor: Auditor, { name, at }: Target, device: Device): Promise<Row> => {
  let best: Row | undefined;
  for (let run = 0; run < maxRuns && !(best && isGood(best)); run++) {
    const row = { name, device, audited: await auditor.audit(at, device, categories) };
    if (!best || row.audited.scores.performance! > best.audited.scores.performance!) best = row;
  }
  return best!;
};

/** Addresses of one record: the session says whose, the list says which. */
const resolve = async (url: string, session: string, target: Target): Promise<Target> => {
  if (!target.firstOf) return target;
  const ask = async (path: string) =>
    (await (await fetch(`${url}${path}`, { headers: { cookie: `__Host-portico=${session}` } })).json()) as never;
  if (target.firstOf === 'patient') {
    const { results } = (await ask('/api/results-to-comment')) as { results: { patientId: string }[] };
    return { ...target, at: `${target.at}${results[0]!.patientId}` };
  }
  const { patients } = (await ask('/api/session')) as { patients: { id: string }[] };
  const { resources } = (await ask(`/api/patients/${patients[0]!.id}/results`)) as { resources: { id: string }[] };
  return { ...target, at: `${target.at}${resources[0]!.id}` };
};

const main = async (parts: readonly string[]): Promise<number> => {
  const demo = await openDemoPortal();
  const rows: Row[] = [];
  try {
    for (const [who, all] of Object.entries(targets)) {
      const wanted = all.filter(({ at }) => parts.length === 0 || parts.some((part) => at.includes(part)));
      if (wanted.length === 0) continue;
      const session = who === 'nobody' ? undefined : await demo.session(who);
      const auditor = await openAuditor(demo.url, session);
      try {
        for (const target of wanted) {
          const resolved = await resolve(demo.url, session ?? '', target);
          for (const device of ['phone', 'desk'] as const) {
            const row = await audit(auditor, resolved, device);
            rows.push(row);
            if (!isGood(row)) process.stderr.write(`${row.name}, ${device}: ${row.audited.faults.join(', ')}\n`);
          }
        }
      } finally {
        await auditor.close();
      }
    }
  } finally {
    await demo.close();
  }
  process.stdout.write(`${tableOf(rows)}\n`);
  if (parts.length === 0) writeFileSync(report, documentOf(rows));
  return rows.every(isGood) ? 0 : 1;
};

const documentOf = (rows: readonly Row[]): string => `# Lighthouse

Made by \`npm run lighthouse\`: Lighthouse 13 over the main pages of a demo clinic, offline and signed in, on a slowed
phone and a desk as it simulates them. Wanted: performance ${least.phone} on a phone and ${least.desk} on a desk, accessibility and
best practices 100. The two latter are tests (\`test/e2e/lighthouse.test.ts\`); performance depends on the machine.

${tableOf(rows)}
`;

process.exitCode = await main(process.argv.slice(2));
