// `npm run check`: types, lint and format of everything, without the tests.
import { checks, findProblems } from './checks.ts';

let failed = 0;
for (const check of checks) {
  const problems = await findProblems(check);
  process.stdout.write(`${problems ? '✖' : '✔'} ${check.name}\n`);
  if (problems) {
    failed += 1;
    process.stdout.write(`${problems}\n`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
