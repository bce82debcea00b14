import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAllergy } from '../../../read/allergy.ts';
import { standingOfAllergies } from './allergy-standing.ts';

const coded = (code: string) => ({ coding: [{ code }] });
const allergy = (code: string, clinical: string | null, verification = 'confirmed') =>
  readAllergy({
    resourceType: 'AllergyIntolerance',
    id: code,
    code: { coding: [{ system: 'http://snomed.info/sct', code, display: code }] },
    verificationStatus: coded(verification),
    ...(clinical === null ? {} : { clinicalStatus: coded(clinical) }),
  });

describe('what is said about allergies', () => {
  it('calls an empty list no answer', () => {
    assert.equal(standingOfAllergies([]), 'not-recorded');
  });
  it('says none only where that was recorded, and for that kind', () => {
    assert.equal(standingOfAllergies([allergy('716186003', 'active')]), 'none-known');
    assert.equal(standingOfAllergies([allergy('409137002', 'active')]), 'only-kinds-known');
  });
  it('lets one real allergy outweigh a recorded none', () => {
    assert.equal(standingOfAllergies([allergy('716186003', 'active'), allergy('91936005', 'active')]), 'some');
  });
  it('counts an allergy without a status, and none that was ruled out or entered by mistake', () => {
    assert.equal(standingOfAllergies([allergy('91936005', null)]), 'some');
    assert.equal(standingOfAllergies([allergy('91936005', 'active', 'entered-in-error')]), 'not-recorded');
    assert.equal(standingOfAllergies([allergy('91936005', 'active', 'refuted')]), 'past-only');
    assert.equal(standingOfAllergies([allergy('91936005', 'resolved')]), 'past-only');
  });
});
