import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyEntry } from './every-entry.ts';
import { toldToAnother } from './told-to-another.ts';

/** What may follow "you" where "they" is right as well: it is the subject, and the verb does not change. */
const verbs =
  /^(?:also|are|become|blow|bruise|can|cannot|cough|drank|drink|eat|ever|feel|gain|have|lie|lose|may|miss|missed|need|say|snore|stand|take|think|trust|use|want|were|wheeze)\b/i;

describe('plain words told to a trusted person or to staff', () => {
  it('turn "you" into "they", "your" into "their"', () => {
    assert.equal(
      toldToAnother('You may feel weak. Your team will tell you if your dose changes.', 'en'),
      'They may feel weak. Their team will tell them if their dose changes.',
    );
    assert.equal(toldToAnother('Your', 'es'), 'Your');
  });

  it('never have "you" as an object (but after tell, make and for), nor "yours" or "yourself"', () => {
    for (const { name, short, texts } of everyEntry) {
      for (const { en } of [short, ...texts]) {
        assert.doesNotMatch(en, /\byours|\byou['’]|yoursel/i, name.en);
        for (const { index } of en.matchAll(/(?<!\b(?:tell|make|for) )\byou\b/gi))
          assert.match(en.slice(index + 4), verbs, `${name.en}: ${en}`);
        assert.doesNotMatch(toldToAnother(en, 'en'), /\byour?\b/i, en);
      }
    }
  });
});
