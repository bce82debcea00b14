import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPlainCondition } from './conditions.ts';
import { inLanguage } from './in-language.ts';
import { findPlainLab } from './labs.ts';
import { findPlainVaccine } from './vaccines.ts';
import { findPlainVital } from './vitals.ts';

const snomed = 'http://snomed.info/sct';
const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm';

describe('finding plain words', () => {
  it('goes by the code, and has none for a code it does not know', () => {
    assert.equal(findPlainLab('718-7')?.name.en, 'Hemoglobin');
    assert.equal(findPlainVital('85354-9')?.name.es, 'Presión arterial');
    for (const find of [findPlainLab, findPlainVital, findPlainVaccine]) {
      assert.equal(find(null), undefined);
      assert.equal(find(''), undefined);
      assert.equal(find('toString'), undefined);
    }
  });

  it('reads a vaccine’s code with or without its leading zero', () => {
    assert.equal(findPlainVaccine('3'), findPlainVaccine('03'));
    assert.match(findPlainVaccine('03')!.name.en, /^Measles/);
    assert.equal(findPlainVaccine('999'), undefined);
  });

  it('finds a condition by the longest code that we have, never by a chapter or another system', () => {
    const named = (code: string, system = icd10) => findPlainCondition([{ system, code }])?.name.en;
    assert.equal(named('E11.65'), 'Type 2 diabetes');
    assert.equal(named('e11.65'), 'Type 2 diabetes');
    assert.equal(named('N18.30'), 'Chronic kidney disease');
    assert.equal(named('N18.4'), 'Kidney disease, stage 4');
    assert.equal(named('I25.2'), 'Heart attack in the past');
    assert.equal(named('E66.3'), 'Overweight');
    assert.equal(named('E1'), undefined);
    assert.equal(named('E12'), undefined);
    assert.equal(named('E11', 'urn:local'), undefined);
    assert.equal(named('44054006', snomed), 'Type 2 diabetes');
    assert.equal(named('44054006', icd10), undefined);
    assert.equal(findPlainCondition([]), undefined);
    assert.equal(findPlainCondition([{ code: 'E11' }, { system: icd10 }]), undefined);
  });

  it('believes SNOMED CT before ICD-10-CM, which is often the broader word of a bill', () => {
    const codings = [
      { system: icd10, code: 'E11.9' },
      { system: snomed, code: '46635009' },
    ];
    assert.equal(findPlainCondition(codings)?.name.en, 'Type 1 diabetes');
  });

  it('gives the browser one language, with the other name for searching', () => {
    const text = inLanguage(findPlainLab('32207-3')!, 'es');
    assert.equal(text.name, 'Variación del tamaño de las plaquetas (PDW)');
    assert.equal(text.also, 'Platelet size spread (PDW)');
    assert.equal(text.high, null);
    assert.deepEqual(text.loinc, ['32207-3']);
    assert.ok(!JSON.stringify(text).includes('"en"'));
  });
});
