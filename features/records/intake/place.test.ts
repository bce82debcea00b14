import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listHolding } from '../lists.ts';
import { kindOf, r4Types } from './r4-types.ts';
import { openedWith, placeOf, placesOfBodies } from './place.ts';
import type { CheckedResource } from './r4-check.ts';

const concept = (code: string, system?: string, display?: string) => ({
  coding: [{ code, ...(system ? { system } : {}), ...(display ? { display } : {}) }],
});
const table0074 = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const loinc = 'http://loinc.org';
const heldAs = (resource: object): string | null => placeOf(resource as CheckedResource).heldAs;
const report = (more: object) => heldAs({ resourceType: 'DiagnosticReport', ...more });
const observation = (more: object) => {
  const { area, heldAs: as } = placeOf({ resourceType: 'Observation', ...more } as CheckedResource);
  return `${area} ${as}`;
};
const document = (more: object) => heldAs({ resourceType: 'DocumentReference', ...more });

describe('which choice of timing is about a resource', () => {
  it('is the laboratory’s for every laboratory section, by code, by LOINC and SNOMED class, and by words', () => {
    for (const code of [
      'LAB',
      'CH',
      'HM',
      'MB',
      'SR',
      'IMM',
      'TX',
      'CP',
      'SP',
      'BLB',
      'VR',
      'MYC',
      'GE',
      'CG',
      'URN',
    ]) {
      assert.equal(report({ category: [concept(code, table0074)] }), 'laboratory', code);
      assert.equal(observation({ category: [concept(code, table0074)] }), 'results laboratory', code);
    }
    for (const code of ['26436-6', '18725-2', '27898-6', 'LP7839-6']) {
      assert.equal(report({ category: [concept(code, loinc)] }), 'laboratory', code);
    }
    assert.equal(report({ category: [concept('4241000179101', 'http://snomed.info/sct')] }), 'laboratory');
    for (const text of ['Laboratory', 'Lab results', 'Anatomic Pathology', 'Laboratorio', 'MICROBIOLOGY']) {
      assert.equal(report({ category: [{ text }] }), 'laboratory', text);
      assert.equal(observation({ category: [{ text }] }), 'results laboratory', text);
      assert.equal(report({ category: [concept('x1', 'urn:local', text)] }), 'laboratory', text);
    }
  });

  it('is the laboratory’s by shape where no category says it', () => {
    const quantity = { valueQuantity: { value: 4 } };
    assert.equal(report({ specimen: [{ display: 'Blood' }] }), 'laboratory');
    assert.equal(report({ code: concept('11502-2', loinc) }), 'laboratory');
    assert.equal(report({ code: { text: 'Surgical pathology' } }), 'laboratory');
    assert.equal(observation({ specimen: { display: 'Blood' }, ...quantity }), 'results laboratory');
    assert.equal(observation({ category: [concept('exam')], specimen: { display: 'Blood' } }), 'results laboratory');
    assert.equal(
      observation({ category: [concept('zz', 'urn:local')], code: concept('2823-3', loinc) }),
      'results laboratory',
    );
    assert.equal(
      observation({ code: concept('99999-9', loinc, 'Fibrin [Mass/volume] in Platelet poor plasma') }),
      'results laboratory',
    );
    assert.equal(
      observation({ code: concept('2708-6', loinc, 'Oxygen saturation in Arterial blood') }),
      'vitals null',
      'a vital sign first',
    );
    assert.equal(
      observation({ code: concept('99999-9', loinc, 'Xyz [Mass/volume] in Serum or Plasma') }),
      'results laboratory',
    );
    assert.equal(observation({ interpretation: [concept('H')], ...quantity }), 'results laboratory');
    assert.equal(observation({ referenceRange: [{ text: '1-2' }], ...quantity }), 'results laboratory');
  });

  it('is unclear, and so by any of the three, where nothing says what it is', () => {
    assert.equal(report({}), 'unclear');
    assert.equal(report({ category: [concept('ZZ', 'urn:local')] }), 'unclear');
    assert.equal(observation({}), 'other unclear');
    assert.equal(observation({ category: [concept('something-new')] }), 'other unclear');
    assert.equal(document({}), 'unclear');
    assert.equal(heldAs({ resourceType: 'Binary' }), 'unclear');
    assert.equal(heldAs({ resourceType: 'Media' }), 'unclear');
  });

  it('is the one for reports where imaging is named, for notes where a note is, and nothing for what is no news', () => {
    for (const category of [concept('RAD', table0074), concept('LP29684-5', loinc), { text: 'Radiology' }]) {
      assert.equal(report({ category: [category] }), 'reports');
    }
    assert.equal(report({ code: { text: 'Chest X-ray' } }), 'reports');
    assert.equal(report({ category: [concept('34117-2', loinc)] }), 'notes');
    assert.equal(document({ type: concept('34117-2', loinc, 'History and physical note') }), 'notes');
    for (const text of [
      'Visit note',
      'Pathology Consult note',
      'Speech-language pathology evaluation',
      'Discharge letter',
    ]) {
      assert.equal(document({ type: { text } }), 'notes', text);
    }
    for (const type of [
      concept('11502-2', loinc),
      concept('26436-6', loinc),
      { text: 'Lab report' },
      { text: 'Biopsy' },
    ]) {
      assert.equal(document({ type }), 'laboratory');
    }
    assert.equal(document({ type: { text: 'MRI / imaging report' } }), 'reports');
    for (const code of ['survey', 'social-history', 'exam', 'procedure']) {
      assert.equal(observation({ category: [concept(code)], valueQuantity: { value: 1 } }), 'other null', code);
    }
    assert.equal(observation({ category: [concept('vital-signs')], referenceRange: [{ text: 'x' }] }), 'vitals null');
    assert.equal(observation({ code: concept('8867-4', loinc), referenceRange: [{ text: 'x' }] }), 'vitals null');
  });

  it('is there for every type that stands with the results', () => {
    for (const type of r4Types.filter((one) => kindOf(one) !== 'shared')) {
      const place = placeOf({ resourceType: type } as CheckedResource);
      assert.ok(listHolding(place.area, type), type);
      if (place.area === 'results') assert.notEqual(place.heldAs, null, type);
    }
  });
});

describe('files', () => {
  const id = (n: number): string => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
  const lab = { resourceType: 'DiagnosticReport', recordId: id(1), area: 'results', heldAs: 'laboratory' } as const;
  const note = { resourceType: 'DocumentReference', recordId: id(2), area: 'documents', heldAs: 'notes' } as const;
  const media = { resourceType: 'Media', recordId: id(3), area: 'documents', heldAs: 'unclear' } as const;

  it('stand where what names them stands; of two holders with the results, held by either', () => {
    const places = placesOfBodies([
      { ...media, bodyIds: [id(13)] },
      { ...lab, bodyIds: [id(10), id(12), id(3)] },
      { ...note, bodyIds: [id(11), id(12)] },
    ]);
    assert.deepEqual(places.get(id(10)), { area: 'results', heldAs: 'laboratory' });
    assert.deepEqual(places.get(id(11)), { area: 'documents', heldAs: 'notes' });
    assert.deepEqual(places.get(id(12)), { area: 'results', heldAs: 'unclear' });
    assert.deepEqual(places.get(id(3)), { area: 'results', heldAs: 'laboratory' });
    assert.deepEqual(places.get(id(13)), { area: 'results', heldAs: 'laboratory' });
  });

  it('open with what names them', () => {
    const resource = {
      resourceType: 'DiagnosticReport',
      result: [{ reference: `Observation/${id(5)}` }],
      specimen: [{ reference: `Specimen/${id(6)}` }],
      presentedForm: [{ url: `Binary/${id(7)}` }, { url: 'https://elsewhere.example/Binary/1' }],
      media: [{ link: { reference: `Media/${id(8)}` } }],
    };
    assert.deepEqual(openedWith(resource), [id(5), id(6), id(7), id(8)]);
  });
});
