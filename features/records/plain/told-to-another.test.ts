import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainLabs } from './labs.ts';

describe('plain words told to a trusted person', () => {
  it('never have "you" as an object (but after tell, make and for), where "they" would be wrong', () => {
    for (const { name, short, measures, high, low, next } of plainLabs) {
      for (const words of [short, measures, high, low, next]) {
        if (!words) continue;
        assert.doesNotMatch(
          words.en,
          /\b(?:to|give|makes|help|helps|from|with|ask|of|at) you\b(?! (?:may|have|eat|bruise|feel))/i,
          name.en,
        );
      }
    }
  });
});
