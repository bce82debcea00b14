import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checks, findProblems } from '../tools/checks.ts';

describe('source checks', () => {
  for (const check of checks) {
    it(check.name, async () => {
      const problems = await findProblems(check);
      if (problems !== undefined) assert.fail(problems);
    });
  }
});
