// What else stands in Maria's chart: medicines, shots, visits, notes and the rest, as FHIR R4 resources.
const dayMs = 86_400_000;
const at = (daysAgo: number): string => new Date(Date.now() - daysAgo * dayMs).toISOString();
const dayAt = (daysAgo: number): string => at(daysAgo).slice(0, 10);

const subject = { reference: 'Patient/maria' };
const okafor = { reference: 'Practitioner/okafor', display: 'Dr. Amara Okafor' };
const snomed = 'http://snomed.info/sct';
const loinc = 'http://loinc.org';

const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code, display: text }], text });

type Medicine = { id: string; rxnorm: string; text: string; status: string; since: number; dose: string };

const medicines: readonly Medicine[] = [
  {
    id: 'metformin',
    rxnorm: '860975',
    text: 'Metformin 500 mg tablet',
    status: 'active',
    since: 700,
    dose: 'Take 1 tablet by mouth twice a day with meals',
  },
  {
    id: 'lisinopril',
    rxnorm: '314076',
    text: 'Lisinopril 10 mg tablet',
    status: 'active',
    since: 400,
    dose: 'Take 1 tablet by mouth every morning',
  },
  {
    id: 'amoxicillin',
    rxnorm: '308182',
    text: 'Amoxicillin 250 mg capsule',
    status: 'completed',
    since: 900,
    dose: 'Take 1 capsule by mouth 3 times a day for 7 days',
  },
  {
    id: 'ibuprofen',
    rxnorm: '310965',
    text: 'Ibuprofen 200 mg tablet',
    status: 'stopped',
    since: 500,
    dose: 'Take 1 tablet when needed for pain',
  },
];

const medication = ({ id, rxnorm, text, status, since, dose }: Medicine) => ({
  resourceType: 'MedicationRequest',
  id,
  status,
  intent: 'order',
  medicationCodeableConcept: coded('http://www.nlm.nih.gov/research/umls/rxnorm', rxnorm, text),
  subject,
  authoredOn: at(since),
  requester: okafor,
  dosageInstruction: [{ text: dose }],
});

const shot = (id: string, cvx: string, text: string, daysAgo: number, status = 'completed') => ({
  resourceType: 'Immunization',
  id,
  status,
  vaccineCode: coded('http://hl7.org/fhir/sid/cvx', cvx, text),
  patient: subject,
  occurrenceDateTime: dayAt(daysAgo),
  ...(status === 'completed'
    ? { lotNumber: 'LOT-7', performer: [{ actor: okafor }] }
    : { statusReason: { text: 'Patient was ill' } }),
});

const condition = (id: string, code: string, text: string, clinical: string, onset: number) => ({
  resourceType: 'Condition',
  id,
  clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', clinical, clinical),
  verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed', 'Confirmed'),
  category: [coded('http://terminology.hl7.org/CodeSystem/condition-category', 'problem-list-item', 'Problem')],
  code: coded(snomed, code, text),
  subject,
  onsetDateTime: dayAt(onset),
  ...(clinical === 'resolved' ? { abatementDateTime: dayAt(onset - 40) } : {}),
  recorder: okafor,
});

const vital = (id: string, code: string, text: string, daysAgo: number, values: object) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [coded('http://terminology.hl7.org/CodeSystem/observation-category', 'vital-signs', 'Vital signs')],
  code: coded(loinc, code, text),
  subject,
  effectiveDateTime: at(daysAgo),
  ...values,
});

const of = (value: number, unit: string, code = unit) => ({
  value,
  unit,
  system: 'http://unitsofmeasure.org',
  code,
});

const pressure = (daysAgo: number, high: number, low: number) =>
  vital(`bp-${daysAgo}`, '85354-9', 'Blood pressure panel', daysAgo, {
    component: [
      {
        code: coded(loinc, '8480-6', 'Systolic blood pressure'),
        valueQuantity: of(high, 'mmHg', 'mm[Hg]'),
      },
      {
        code: coded(loinc, '8462-4', 'Diastolic blood pressure'),
        valueQuantity: of(low, 'mmHg', 'mm[Hg]'),
      },
    ],
  });

const weight = (daysAgo: number, pounds: number) =>
  vital(`weight-${daysAgo}`, '29463-7', 'Body weight', daysAgo, { valueQuantity: of(pounds, 'lb', '[lb_av]') });

const visit = (id: string, daysAgo: number, reason: string, kind: string) => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
  type: [coded(snomed, '185349003', kind)],
  subject,
  participant: [{ individual: okafor }],
  period: { start: at(daysAgo), end: at(daysAgo - 0.02) },
  reasonCode: [{ text: reason }],
  location: [{ location: { reference: 'Location/suite', display: 'Harbor Clinic, Suite 310' } }],
  diagnosis: [{ condition: { reference: 'Condition/diabetes', display: 'Diabetes, type 2' } }],
  serviceProvider: { display: 'Harbor Clinic' },
});

const note = (id: string, visitId: string, daysAgo: number, title: string, text: string) => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  type: coded(loinc, '11506-3', title),
  subject,
  date: at(daysAgo),
  author: [okafor],
  content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(text, 'utf8').toString('base64'), title } }],
  context: { encounter: [{ reference: `Encounter/${visitId}` }] },
});

const noteText = `Reason for visit
Diabetes follow-up.

Assessment
Blood sugar is better than in spring. Potassium was low at the last check.

Plan
Keep taking metformin. Eat foods with potassium, such as bananas and beans.
Come back in 3 months.`;

const penicillin = {
  resourceType: 'AllergyIntolerance',
  id: 'penicillin',
  clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', 'active', 'Active'),
  type: 'allergy',
  category: ['medication'],
  criticality: 'high',
  code: coded(snomed, '91936005', 'Penicillin'),
  patient: subject,
  recordedDate: dayAt(3000),
  reaction: [{ manifestation: [coded(snomed, '247472004', 'Hives')], severity: 'moderate' }],
};

const plans = (): readonly object[] => [
  {
    resourceType: 'Goal',
    id: 'a1c-goal',
    lifecycleStatus: 'active',
    description: { text: 'Keep the A1c under 7 %' },
    subject,
    startDate: dayAt(700),
    expressedBy: okafor,
    target: [
      {
        measure: coded(loinc, '4548-4', 'Hemoglobin A1c'),
        detailRange: { high: of(7, '%') },
      },
    ],
  },
  {
    resourceType: 'CarePlan',
    id: 'plan',
    status: 'active',
    intent: 'plan',
    title: 'Diabetes care plan',
    subject,
    period: { start: dayAt(700) },
    author: okafor,
    goal: [{ reference: 'Goal/a1c-goal' }],
    activity: [
      { detail: { status: 'in-progress', description: 'Walk 30 minutes on most days' } },
      { detail: { status: 'in-progress', description: 'Check the feet every evening' } },
    ],
  },
  {
    resourceType: 'Procedure',
    id: 'eye',
    status: 'completed',
    code: coded(snomed, '252779009', 'Eye exam with wide pupils'),
    subject,
    performedDateTime: dayAt(200),
    performer: [{ actor: okafor }],
  },
  {
    resourceType: 'FamilyMemberHistory',
    id: 'mother',
    status: 'completed',
    patient: subject,
    relationship: { text: 'Mother' },
    condition: [{ code: { text: 'Diabetes' }, onsetAge: of(52, 'a') }],
  },
];

/** Everything but labs and reports, with one booked visit five days ahead. */
export const wholeChart = (): readonly object[] => [
  { resourceType: 'Practitioner', id: 'okafor', name: [{ prefix: ['Dr.'], given: ['Amara'], family: 'Okafor' }] },
  { resourceType: 'Location', id: 'suite', name: 'Harbor Clinic, Suite 310' },
  ...medicines.map(medication),
  shot('flu-1', '150', 'Influenza, injectable, quadrivalent, preservative free', 40),
  shot('flu-2', '150', 'Influenza, injectable, quadrivalent, preservative free', 400),
  shot('tdap', '115', 'Tdap', 1500),
  shot('zoster', '187', 'Zoster vaccine recombinant', 60, 'not-done'),
  penicillin,
  condition('diabetes', '44054006', 'Diabetes mellitus type 2', 'active', 1100),
  condition('pressure', '38341003', 'Hypertension', 'active', 900),
  condition('ankle', '44465007', 'Sprain of ankle', 'resolved', 800),
  pressure(700, 148, 94),
  pressure(400, 138, 88),
  pressure(120, 132, 84),
  pressure(2, 126, 78),
  weight(700, 182),
  weight(400, 178),
  weight(120, 174),
  weight(2, 171),
  vital('height', '8302-2', 'Body height', 700, { valueQuantity: of(64, 'in', '[in_i]') }),
  vital('pulse', '8867-4', 'Heart rate', 2, { valueQuantity: of(72, '/min') }),
  ...plans(),
  visit('visit-new', 2, 'Diabetes follow-up', 'Follow-up visit'),
  visit('visit-old', 400, 'Yearly check-up', 'Wellness visit'),
  note('note-new', 'visit-new', 2, 'Progress note', noteText),
  {
    resourceType: 'Appointment',
    id: 'next',
    status: 'booked',
    description: 'Blood pressure check',
    start: at(-5),
    end: at(-5 - 0.02),
    participant: [
      { actor: subject, status: 'accepted' },
      { actor: okafor, status: 'accepted' },
      { actor: { reference: 'Location/suite', display: 'Harbor Clinic, Suite 310' }, status: 'accepted' },
    ],
  },
  {
    resourceType: 'Coverage',
    id: 'plan-a',
    status: 'active',
    subscriberId: 'HB-20931',
    beneficiary: subject,
    relationship: { text: 'Self' },
    period: { start: dayAt(500) },
    payor: [{ display: 'Harbor Mutual' }],
    class: [{ type: { coding: [{ code: 'group' }] }, value: 'G-55', name: 'Silver plan' }],
  },
];
