import { mail } from './clinic.ts';

export type DemoStaff = {
  key: string;
  role: 'clinician' | 'nurse' | 'front_desk' | 'billing' | 'records_officer' | 'privacy_officer' | 'administrator';
  name: string;
  email: string;
};

export const demoStaff: readonly DemoStaff[] = [
  { key: 'feld', role: 'clinician', name: 'Dr. Naomi Feld', email: mail('naomi.feld') },
  { key: 'achebe', role: 'clinician', name: 'Dr. Ifeoma Achebe', email: mail('ifeoma.achebe') },
  { key: 'tsai', role: 'clinician', name: 'Dr. Mei-Lin Tsai', email: mail('meilin.tsai') },
  { key: 'lindgren', role: 'clinician', name: 'Dr. Anders Lindgren', email: mail('anders.lindgren') },
  { key: 'caballero', role: 'clinician', name: 'Pilar Caballero, CNM', email: mail('pilar.caballero') },
  { key: 'rivera', role: 'nurse', name: 'Tomás Rivera, RN', email: mail('tomas.rivera') },
  { key: 'bello', role: 'nurse', name: 'Aisha Bello, RN', email: mail('aisha.bello') },
  { key: 'lindqvist', role: 'front_desk', name: 'Grace Lindqvist', email: mail('grace.lindqvist') },
  { key: 'webb', role: 'front_desk', name: 'Marcus Webb', email: mail('marcus.webb') },
  { key: 'osei', role: 'billing', name: 'Walter Osei', email: mail('walter.osei') },
  { key: 'raman', role: 'records_officer', name: 'Priya Raman', email: mail('priya.raman') },
  { key: 'brandt', role: 'privacy_officer', name: 'Helen Brandt', email: mail('helen.brandt') },
  { key: 'okoye', role: 'administrator', name: 'Sam Okoye', email: mail('sam.okoye') },
];

/** Who signs and reports in the demo's records. */
export type Practitioner = {
  id: string;
  /** As people write it. */
  name: string;
  given: string;
  family: string;
  prefix?: string;
  suffix?: string;
  npi: string;
  /** SNOMED CT code and words of the specialty. */
  specialty: readonly [code: string, words: string];
};

const practitioner = (
  name: string,
  parts: Pick<Practitioner, 'given' | 'family' | 'prefix' | 'suffix'>,
  npi: string,
  specialty: Practitioner['specialty'],
): Practitioner => ({ id: `demo-practitioner-${parts.family.toLowerCase()}`, name, ...parts, npi, specialty });

export const feld = practitioner('Dr. Naomi Feld', { prefix: 'Dr.', given: 'Naomi', family: 'Feld' }, '1999990017', [
  '419772000',
  'Family practice',
]);
export const achebe = practitioner(
  'Dr. Ifeoma Achebe',
  { prefix: 'Dr.', given: 'Ifeoma', family: 'Achebe' },
  '1999990025',
  ['419192003', 'Internal medicine'],
);
export const tsai = practitioner(
  'Dr. Mei-Lin Tsai',
  { prefix: 'Dr.', given: 'Mei-Lin', family: 'Tsai' },
  '1999990033',
  ['394537008', 'Pediatrics'],
);
export const lindgren = practitioner(
  'Dr. Anders Lindgren',
  { prefix: 'Dr.', given: 'Anders', family: 'Lindgren' },
  '1999990041',
  ['394579002', 'Cardiology'],
);
export const caballero = practitioner(
  'Pilar Caballero, CNM',
  { given: 'Pilar', family: 'Caballero', suffix: 'CNM' },
  '1999990058',
  ['394585009', 'Obstetrics and gynecology'],
);
export const rivera = practitioner(
  'Tomás Rivera, RN',
  { given: 'Tomás', family: 'Rivera', suffix: 'RN' },
  '1999990066',
  ['722165004', 'Nursing'],
);
export const bello = practitioner('Aisha Bello, RN', { given: 'Aisha', family: 'Bello', suffix: 'RN' }, '1999990074', [
  '722165004',
  'Nursing',
]);

export const demoPractitioners: readonly Practitioner[] = [feld, achebe, tsai, lindgren, caballero, rivera, bello];
