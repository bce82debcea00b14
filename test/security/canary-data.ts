import { randomInt } from 'node:crypto';

/** Letters that stand nowhere else: every word below contains them, so one search finds them all. */
export const newMarker = (): string => Array.from({ length: 14 }, () => 'bcdfghjklmnpqrtvwxz'[randomInt(19)]!).join('');

export type Canary = ReturnType<typeof canaryOf>;

/** One person with a word of her own in every field that can hold health information or say who she is. */
export const canaryOf = (marker: string) => {
  const word = (what: string): string => `Q${marker}${what}`;
  return {
    marker,
    word,
    email: (what: string): string => `q${marker}${what}@example.org`,
    birthDate: '1887-07-19',
    phone: `+1555${String(randomInt(1e7)).padStart(7, '0')}61`,
    /** A LOINC code is a diagnosis. This one names an HIV test. */
    loinc: '25836-8',
    value: `6.87${randomInt(1e8, 1e9)}`,
  };
};

const subjectUrl = 'urn:uuid:11111111-1111-4111-8111-111111111111';

const subjectOf = ({ word }: Canary) => ({ reference: subjectUrl, display: word('subject') });

const codeOf = ({ word }: Canary, text: string) => ({
  text: word(text),
  coding: [{ system: 'http://example.org', code: word(`${text}code`), display: word(`${text}display`) }],
});

const base64Of = (text: string): string => Buffer.from(text).toString('base64');

const patientOf = (canary: Canary) => {
  const { word } = canary;
  return {
    resourceType: 'Patient',
    id: word('patientid').slice(0, 40),
    text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${word('narrative')}</div>` },
    identifier: [{ system: 'http://hospital.example/mrn', value: word('mrn'), type: { coding: [{ code: 'MR' }] } }],
    name: [{ family: word('family'), given: [word('given')], prefix: [word('prefix')] }],
    telecom: [
      { system: 'phone', value: canary.phone },
      { system: 'email', value: canary.email('telecom') },
    ],
    address: [{ line: [word('line')], city: word('city'), postalCode: word('zip') }],
    contact: [{ name: { text: word('contact') } }],
    birthDate: canary.birthDate,
    communication: [{ language: { text: word('language') } }],
  };
};

const observationOf = (canary: Canary) => {
  const { word } = canary;
  const category = 'http://terminology.hl7.org/CodeSystem/observation-category';
  return {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    subject: subjectOf(canary),
    category: [{ coding: [{ system: category, code: 'laboratory' }] }],
    code: {
      text: word('test'),
      coding: [{ system: 'http://loinc.org', code: canary.loinc, display: word('loincdisplay') }],
    },
    effectiveDateTime: '2026-03-04T08:00:00Z',
    valueQuantity: { value: Number(canary.value), unit: word('unit') },
    interpretation: [{ text: word('interpretation') }],
    note: [{ text: word('note') }],
    performer: [{ display: word('performer') }],
    referenceRange: [{ text: word('range') }],
  };
};

const reportOf = (canary: Canary) => {
  const { word } = canary;
  return {
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    subject: subjectOf(canary),
    category: [{ coding: [{ code: 'LAB' }] }],
    code: codeOf(canary, 'report'),
    effectiveDateTime: '2026-03-04T08:00:00Z',
    result: [{ reference: 'Observation/o1', display: word('resultref') }],
    conclusion: word('conclusion'),
    presentedForm: [{ contentType: 'text/plain', data: base64Of(word('form')), title: word('formtitle') }],
  };
};

const chartOf = (canary: Canary) => {
  const { word } = canary;
  const subject = subjectOf(canary);
  const attachment = { contentType: 'text/plain', data: base64Of(`a note ${word('document')}`) };
  return [
    {
      resourceType: 'Condition',
      id: 'c1',
      subject,
      code: codeOf(canary, 'condition'),
      note: [{ text: word('conditionnote') }],
    },
    { resourceType: 'AllergyIntolerance', id: 'a1', patient: subject, code: codeOf(canary, 'allergy') },
    {
      resourceType: 'MedicationRequest',
      id: 'm1',
      status: 'active',
      intent: 'order',
      subject,
      medicationCodeableConcept: codeOf(canary, 'medicine'),
      dosageInstruction: [{ text: word('dosage') }],
    },
    {
      resourceType: 'Immunization',
      id: 'i1',
      status: 'completed',
      patient: subject,
      vaccineCode: codeOf(canary, 'vaccine'),
      occurrenceString: word('occurrence'),
    },
    {
      resourceType: 'DocumentReference',
      id: 'd1',
      status: 'current',
      subject,
      description: word('description'),
      content: [{ attachment }],
    },
    { resourceType: 'Organization', id: 'org1', name: word('organization') },
    {
      resourceType: 'Practitioner',
      id: 'p1',
      name: [{ family: word('practitioner') }],
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: word('npi') }],
    },
  ];
};

/** A bundle as a source would send it: ten resources. */
export const bundleOf = (canary: Canary): string => {
  const resources = [patientOf(canary), observationOf(canary), reportOf(canary), ...chartOf(canary)];
  const entry = resources.map((resource, i) => {
    const fullUrl = i === 0 ? subjectUrl : `http://hospital.example/fhir/${resource.resourceType}/${resource.id}`;
    return { fullUrl, resource };
  });
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
};

/** What to search for: the marker in every form that a careless copy of it could take. */
export const needlesOf = (canary: Canary, secrets: readonly string[]): Map<string, Buffer> => {
  const core = canary.marker;
  const needles = new Map<string, Buffer>([
    ['marker', Buffer.from(core)],
    ['marker in capitals', Buffer.from(core.toUpperCase())],
    ['marker as UTF-16', Buffer.from(core, 'utf16le')],
    ['marker in hex', Buffer.from(Buffer.from(core).toString('hex'))],
    ['birth date', Buffer.from(canary.birthDate)],
    ['birth date without dashes', Buffer.from(canary.birthDate.replaceAll('-', ''))],
    ['phone', Buffer.from(canary.phone.slice(2))],
    ['test code', Buffer.from(canary.loinc)],
    ['test value', Buffer.from(canary.value)],
  ]);
  // Base64 of a text depends on where it begins; the middle characters are the same for each of three offsets.
  for (let offset = 0; offset < 3; offset++) {
    const encoded = Buffer.from('-'.repeat(offset) + core).toString('base64');
    needles.set(`marker in base64, offset ${offset}`, Buffer.from(encoded.slice(offset === 0 ? 0 : 4, -4)));
  }
  secrets.forEach((secret, i) => needles.set(`secret ${i + 1}`, Buffer.from(secret)));
  return needles;
};
