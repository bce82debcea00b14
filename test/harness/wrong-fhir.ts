// FHIR files with something wrong, for tests of the importer.
export type Json = Record<string, unknown>;

export const patient = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Quill', given: ['Ada'] }],
  birthDate: '1970-01-02',
};
export const encounter = {
  resourceType: 'Encounter',
  id: 'e1',
  status: 'finished',
  class: { code: 'AMB' },
  subject: { reference: 'Patient/p1' },
};
export const observation = (more: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: { text: 'Potassium' },
  subject: { reference: 'Patient/p1' },
  encounter: { reference: 'Encounter/e1' },
  effectiveDateTime: '2026-01-05',
  valueQuantity: { value: 4.1, unit: 'mmol/L' },
  ...more,
});
export const bundle = (resources: unknown[], more: Json = {}): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
  ...more,
});

/** What is wrong, the file, and what the refusal must say: `entry path: message`. */
export const wrongFiles: readonly [string, unknown, RegExp][] = [
  ['not FHIR', { hello: 1 }, /^- resourceType: is missing/],
  ['not JSON', 'hello', /^- file: is not JSON/],
  ['empty', '', /^- file: is empty/],
  [
    'cut off',
    JSON.stringify(bundle([patient, observation()])).slice(0, -40),
    /^- file: ends in the middle: it is cut off/,
  ],
  ['cut off in text', JSON.stringify(patient).slice(0, 40), /^- file: ends in the middle/],
  ['twice', `${JSON.stringify(patient)}${JSON.stringify(patient)}`, /^- file: has something after its end/],
  ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), /^- file: is not UTF-8/],
  ['wrong kind', bundle([], { type: 'history' }), /^- Bundle\.type: /],
  ['other version', bundle([patient], { fhirVersion: '5.0.0' }), /^- Bundle\.fhirVersion: is another version/],
  [
    'old type',
    bundle([patient, { resourceType: 'MedicationOrder', id: 'm' }]),
    /^1 Bundle\.entry\[1\]\.resource\.resourceType: is a type of FHIR DSTU2/,
  ],
  [
    'newer element',
    bundle([patient, encounter, observation({ triggeredBy: [] })]),
    /^2 .*triggeredBy: is written as in FHIR R5/,
  ],
  [
    'unknown type',
    bundle([patient, { resourceType: 'Horoscope', id: 'h' }]),
    /^1 Bundle\.entry\[1\]\.resource\.resourceType: is not a FHIR R4/,
  ],
  [
    'bad date',
    bundle([patient, encounter, observation({ effectiveDateTime: '2026-02-31' })]),
    /^2 Bundle\.entry\[2\]\.resource\.effectiveDateTime: is not a FHIR dateTime/,
  ],
  [
    'bad birth date',
    bundle([{ ...patient, birthDate: '01/02/1970' }]),
    /^0 Bundle\.entry\[0\]\.resource\.birthDate: is not a FHIR date/,
  ],
  [
    'nothing answers',
    bundle([patient, encounter, observation({ encounter: { reference: 'Encounter/nowhere' } })]),
    /^2 Bundle\.entry\[2\]\.resource\.encounter\.reference: points at nothing/,
  ],
  [
    'no such uuid',
    bundle([
      patient,
      encounter,
      observation({ subject: { reference: 'urn:uuid:00000000-0000-4000-8000-000000000001' } }),
    ]),
    /^2 .*subject\.reference: points at a patient that is neither/,
  ],
  ['nobody’s', bundle([encounter, observation()]), /^0 .*subject\.reference: points at a patient/],
  ['two patients', bundle([patient, { ...patient, id: 'p2' }]), /^1 .*: is a second patient/],
  ['of no patient', observation({ subject: undefined, encounter: undefined }), /^- Observation: names no patient/],
  ['alone, patient unknown', observation(), /^- Observation\.subject\.reference: points at a patient/],
  [
    'found by name',
    bundle([patient, encounter, observation({ subject: { reference: 'Patient?name=Quill' } })]),
    /^2 .*subject\.reference: points at a patient/,
  ],
  [
    'one id, two contents',
    bundle([patient, encounter, observation(), observation({ status: 'amended' })]),
    /^3 .*id: is used by two entries/,
  ],
  ['no resource', bundle([], { entry: [{ fullUrl: 'urn:uuid:1' }] }), /^0 Bundle\.entry\[0\]\.resource: is missing/],
  [
    'deletes',
    bundle([], { entry: [{ resource: patient, request: { method: 'DELETE', url: 'Patient/p1' } }] }),
    /^0 .*request\.method: must be POST or PUT/,
  ],
  [
    'no contained',
    bundle([patient, encounter, observation({ specimen: { reference: '#gone' } })]),
    /^2 .*specimen\.reference: names no contained resource/,
  ],
  ['no id', { ...patient, id: undefined }, /^- Patient\.id: is missing/],
  [
    'name without end',
    bundle([{ ...patient, name: [{ family: 'x'.repeat(7_000_000) }] }]),
    /^0 Bundle\.entry\[0\]\.resource\.name\[0\]\.family: is longer than 1000 characters/,
  ],
  [
    'name in one text without end',
    { ...patient, name: [{ text: 'x '.repeat(70_000) }] },
    /^- Patient\.name\[0\]\.text/,
  ],
  [
    'long authority',
    { ...patient, identifier: [{ system: `urn:${'a'.repeat(500)}`, value: '1', type: { coding: [{ code: 'MR' }] } }] },
    /^- Patient\.identifier\[0\]\.system: is longer than 400/,
  ],
  [
    'long number',
    { ...patient, identifier: [{ system: 'urn:a', value: '1'.repeat(70_000) }] },
    /identifier\[0\]\.value/,
  ],
  ['long code', bundle([patient, encounter, observation({ code: { coding: [{ code: 'x'.repeat(70_000) }] } })]), /^2 /],
  ['NUL', { ...patient, name: [{ family: 'Nu\u0000l' }] }, /^- Patient\.name\[0\]\.family: has a control character/],
  [
    'NUL in an authority',
    { ...patient, identifier: [{ system: 'urn:\u0000', value: '1', type: { coding: [{ code: 'MR' }] } }] },
    /^- Patient\.identifier\[0\]\.system: has a control character/,
  ],
  [
    'control character in a narrative and an extension',
    { ...patient, text: { status: 'generated', div: '<div>\u001b</div>' } },
    /^- Patient\.text\.div: has a control character/,
  ],
  [
    'lone surrogate',
    '{"resourceType":"Patient","id":"s","name":[{"family":"A\\ud800"}],"birthDate":"1970-01-02"}',
    /^- Patient\.name\[0\]\.family: has half a character/,
  ],
  [
    'prototype',
    '{"resourceType":"Patient","id":"s","name":[{"__proto__":{"family":"A"}}]}',
    /^- Patient\.name\[0\]: has an/,
  ],
  [
    'given twice inside',
    '{"resourceType":"Patient","id":"s","birthDate":"1970-01-02","name":[{"given":["A"]},{"family":"A","f\\u0061mily":"B"}]}',
    /^- Patient\.name\[1\]\.family: is given twice/,
  ],
  [
    'given twice in an entry',
    JSON.stringify(bundle([patient, encounter, observation()])).replace('"value":4.1', '"value":4.1,"value":9.1'),
    /^2 Bundle\.entry\[2\]\.resource\.valueQuantity\.value: is given twice/,
  ],
  [
    'two methods',
    '{"resourceType":"Bundle","type":"batch","entry":[{"resource":{},"request":{"method":"DELETE","method":"PUT"}}]}',
    /^0 Bundle\.entry\[0\]\.request\.method: is given twice/,
  ],
  ['name as text', { ...patient, name: 'Quill' }, /^- (Patient\.name|resource)/],
  ['given as text', { ...patient, name: [{ family: 'Q', given: 'Ada' }] }, /^- (Patient\.name|resource)/],
  ['gender as object', { ...patient, gender: { code: 'female' } }, /^- Patient\.gender/],
  [
    'language as number',
    { ...patient, communication: [{ language: { coding: [{ code: 5 }] } }] },
    /^- (Patient|resource)/,
  ],
  [
    'number as number',
    { ...patient, identifier: [{ type: { coding: [{ code: 'MR' }] }, value: 5 }] },
    /^- (Patient|resource)/,
  ],
  ['category as number', bundle([patient, encounter, observation({ category: [{ coding: [{ code: 5 }] }] })]), /^2 /],
  ['too deep', `{"resourceType":"Basic","id":"b","code":${'['.repeat(90)}${']'.repeat(90)}}`, /nested too deeply/],
];
