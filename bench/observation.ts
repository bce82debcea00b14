export type Category = 'laboratory' | 'vital-signs';

const display: Record<Category, string> = { laboratory: 'Laboratory', 'vital-signs': 'Vital Signs' };

/** An observation of about 900 bytes, as a laboratory system sends it. Invented values. */
export const observationJson = (
  patientId: string,
  id: string,
  at: string,
  value: number,
  category: Category = 'laboratory',
): string =>
  JSON.stringify({
    resourceType: 'Observation',
    id,
    meta: {
      lastUpdated: at,
      profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab'],
    },
    status: 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/observation-category',
            code: category,
            display: display[category],
          },
        ],
      },
    ],
    code: {
      coding: [{ system: 'http://loinc.org', code: '2823-3', display: 'Potassium [Moles/volume] in Serum or Plasma' }],
      text: 'Potassium',
    },
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: at,
    issued: at,
    valueQuantity: { value, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
    referenceRange: [
      { low: { value: 3.5, unit: 'mmol/L' }, high: { value: 5.1, unit: 'mmol/L' }, text: '3.5 to 5.1 mmol/L' },
    ],
  });
