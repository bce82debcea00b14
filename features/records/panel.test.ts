import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FhirObservation } from './fhir-shapes.ts';
import { interpretObservation } from './observation.ts';
import { groupPanels } from './panel.ts';
import { groupTrends } from './trend.ts';

const observation = (id: string, day: string, value: number, unit = 'mmol/L', status = 'final'): FhirObservation => ({
  id,
  status,
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium' },
  effectiveDateTime: day,
  valueQuantity: { value, unit },
});

describe('panels', () => {
  it('hold each report’s results, name what is missing, and leave nothing out', () => {
    const panels = groupPanels(
      [
        {
          id: 'r1',
          status: 'final',
          code: { text: 'Panel' },
          effectiveDateTime: '2026-01-02',
          result: [{ reference: 'Observation/a' }, { reference: 'Observation/gone' }],
        },
        {
          id: 'r2',
          status: 'final',
          code: { text: 'Note only' },
          effectiveDateTime: '2026-01-03',
          conclusion: 'All well.',
        },
        {
          id: 'r3',
          status: 'final',
          code: { text: 'Nothing here' },
          effectiveDateTime: '2026-01-04',
          result: [{ reference: 'Observation/gone' }],
        },
      ],
      [observation('a', '2026-01-02', 2.5), observation('b', '2026-02-01', 4)],
    );
    assert.deepEqual(
      panels.map((panel) => [panel.title, panel.results.length, panel.missing, panel.worst]),
      [
        ['Potassium', 1, 0, 'in'],
        ['Note only', 0, 0, 'unknown'],
        ['Panel', 1, 1, 'critical'],
      ],
    );
  });
});

describe('trends', () => {
  it('draw one unit in the order of time and say what they leave out', () => {
    const results = [
      observation('c', '2026-03-01', 4.4),
      observation('a', '2026-01-01', 4.1),
      observation('x', '2026-02-01', 15, 'mg/dL'),
      observation('w', '2026-02-02', 9, 'mmol/L', 'entered-in-error'),
    ].map((one) => interpretObservation(one));
    const [trend] = groupTrends(results);
    assert.deepEqual(
      trend!.points.map((point) => point.resultId),
      ['a', 'c'],
    );
    assert.deepEqual([trend!.leftOut, trend!.withdrawn, trend!.latest.id, trend!.previous?.resultId], [1, 1, 'c', 'a']);
  });
});
