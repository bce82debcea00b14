// The throw-away cluster that tools/test.ts starts once per run and hands to
// the tests through one environment variable.
import type { DatabaseSecrets } from '#platform/db/embedded/secrets.ts';

export type TestCluster = {
  readonly socketFolder: string;
  readonly secrets: DatabaseSecrets;
  /** Shared by all tests: migrated, with policies; use fresh patients in it. */
  readonly sharedDatabase: string;
  /** The same, never connected to; `freshDatabase()` clones it. */
  readonly templateDatabase: string;
};

export const testClusterVariable = 'PORTICO_TEST_CLUSTER';

/** The run's cluster. Throws when the tests were not started by `npm test`. */
export function getTestCluster(): TestCluster {
  const text = process.env[testClusterVariable];
  if (!text) throw new Error('This test needs a database: run it with `npm test -- PATH`');
  return JSON.parse(text) as TestCluster;
}
