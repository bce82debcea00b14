import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMedicine } from '../../../read/medicine.ts';
import { groupMedicines, standingOfMedicine } from './group-medicines.ts';

const order = (id: string, name: string, status: string | undefined, authoredOn: string) =>
  readMedicine({
    resourceType: 'MedicationRequest',
    id,
    ...(status ? { status } : {}),
    authoredOn,
    medicationCodeableConcept: { text: name },
  });

describe('entries about one medicine', () => {
  it('stand together, and what is current leads over what came later', () => {
    const groups = groupMedicines([
      order('new', 'Metformin', 'stopped', '2026-05-01'),
      order('old', 'metformin', 'active', '2024-05-01'),
      order('other', 'Lisinopril', 'active', '2025-01-01'),
    ]);
    assert.deepEqual(
      groups.map(({ lead, others }) => [lead.id, others.map(({ id }) => id)]),
      [
        ['old', ['new']],
        ['other', []],
      ],
    );
  });

  it('never calls past what the source does not say', () => {
    assert.equal(standingOfMedicine(order('a', 'X', undefined, '2020-01-01')), 'unclear');
    assert.equal(standingOfMedicine(order('a', 'X', 'unknown', '2020-01-01')), 'unclear');
    assert.equal(standingOfMedicine(order('a', 'X', 'entered-in-error', '2020-01-01')), 'past');
    assert.equal(standingOfMedicine(order('a', 'X', 'on-hold', '2020-01-01')), 'paused');
  });

  it('keeps medicines without code and name apart', () => {
    const nameless = (id: string) => readMedicine({ resourceType: 'MedicationRequest', id, status: 'active' });
    assert.equal(groupMedicines([nameless('a'), nameless('b')]).length, 2);
  });
});
