import type { TestEvent } from 'node:test/reporters';

/** What tools/test.ts prints last. Skipped tests count as neither. */
export type TestCounts = { passed: number; failed: number };

type Report = { type: string; data: { skip?: unknown; details?: { type?: string } } };

/** A node:test reporter (node loads reporters by their default export): the counts as JSON. */
export default async function* countTests(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts: TestCounts = { passed: 0, failed: 0 };
  for await (const event of source as AsyncIterable<Report>) {
    if (event.data?.details?.type === 'suite') continue;
    if (event.type === 'test:fail') counts.failed += 1;
    if (event.type === 'test:pass' && event.data.skip === undefined) counts.passed += 1;
  }
  yield JSON.stringify(counts);
}
