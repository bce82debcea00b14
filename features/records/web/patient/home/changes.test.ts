import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Home } from '../../../home/contract.ts';
import type { FhirResource } from '../../../read/elements.ts';
import { changesOf, countChanges } from './changes.ts';

const idA = '00000000-0000-8000-8000-00000000000a';
const idB = '00000000-0000-8000-8000-00000000000b';

const home = (given: Partial<Home<FhirResource>>): Home<FhirResource> => ({
  completeness: { checkedAt: '2026-05-10T12:00:00Z', sources: [], withheld: 0, total: 0 },
  newSince: '2026-05-05T12:00:00Z',
  next: [],
  visits: [],
  newReports: [],
  newResults: [],
  newResultsTotal: 0,
  newNotes: [],
  commented: [],
  comments: [],
  counts: {},
  ...given,
});

describe('what changed, as people count', () => {
  it('counts a report with its values once, and a value alone once', () => {
    const changes = changesOf(
      home({
        newReports: [{ id: 'r', effectiveDateTime: '2026-05-08', result: [{ reference: `Observation/${idA}` }] }],
        newResults: [
          { id: idA, effectiveDateTime: '2026-05-08' },
          { id: idB, effectiveDateTime: '2026-05-08' },
        ],
        newResultsTotal: 3,
      }),
    );
    assert.deepEqual(changes.results, ['r', idB]);
    assert.equal(countChanges(changes), 2);
    assert.equal(changes.isMore, false);
  });

  it('does not call old history news, and keeps what has no date', () => {
    const changes = changesOf(
      home({
        newResults: [{ id: idA, effectiveDateTime: '2019-05-08' }, { id: idB }],
        newNotes: [{ id: 'n', date: '2018-01-01T00:00:00Z' }],
        newResultsTotal: 2,
      }),
    );
    assert.deepEqual(changes.results, [idB]);
    assert.equal(changes.notes, 0);
  });

  it('says that there may be more when not everything was looked at', () => {
    assert.equal(changesOf(home({ newResultsTotal: 90 })).isMore, true);
  });
});
