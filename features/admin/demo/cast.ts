/** The people of the demo clinic. All of them are made up. */
export const demoClinic = { name: 'Juniper Hill Clinic', phone: '555-0100' } as const;

const domain = 'juniperhill.example';
/** Authority of the clinic's record numbers. */
export const recordNumbers = `https://${domain}/record-number`;

export type DemoPatient = {
  /** Also the sender's id of the Patient resource. */
  id: string;
  given: string[];
  family: string;
  birthDate: string;
  gender: 'female' | 'male';
  mrn: string;
  language: 'en' | 'es';
  email: string;
  phone: string;
  address: { line: string; city: string; state: string; postalCode: string };
};

export const elena: DemoPatient = {
  id: 'demo-patient-elena',
  given: ['Elena', 'Ruth'],
  family: 'Marsh',
  birthDate: '1968-03-14',
  gender: 'female',
  mrn: 'JH-104417',
  language: 'en',
  email: `elena.marsh@${domain}`,
  phone: '555-0141',
  address: { line: '18 Orchard Lane', city: 'Fairhaven', state: 'OH', postalCode: '44001' },
};

export const lucia: DemoPatient = {
  id: 'demo-patient-lucia',
  given: ['Lucía'],
  family: 'Herrera Soto',
  birthDate: '1991-08-02',
  gender: 'female',
  mrn: 'JH-108203',
  language: 'es',
  email: `lucia.herrera@${domain}`,
  phone: '555-0162',
  address: { line: '402 Mill Street, Apt 3', city: 'Fairhaven', state: 'OH', postalCode: '44001' },
};

export const owen: DemoPatient = {
  id: 'demo-patient-owen',
  given: ['Owen'],
  family: 'Park',
  birthDate: '2003-05-21',
  gender: 'male',
  mrn: 'JH-111950',
  language: 'en',
  email: `owen.park@${domain}`,
  phone: '555-0187',
  address: { line: '7 College Row', city: 'Fairhaven', state: 'OH', postalCode: '44001' },
};

export const demoPatients = [elena, lucia, owen] as const;

export type DemoStaff = {
  role: 'clinician' | 'nurse' | 'front_desk' | 'billing' | 'records_officer' | 'privacy_officer' | 'administrator';
  name: string;
  email: string;
};

export const demoStaff: readonly DemoStaff[] = [
  { role: 'clinician', name: 'Dr. Naomi Feld', email: `naomi.feld@${domain}` },
  { role: 'nurse', name: 'Tomás Rivera, RN', email: `tomas.rivera@${domain}` },
  { role: 'front_desk', name: 'Grace Lindqvist', email: `grace.lindqvist@${domain}` },
  { role: 'billing', name: 'Walter Osei', email: `walter.osei@${domain}` },
  { role: 'records_officer', name: 'Priya Raman', email: `priya.raman@${domain}` },
  { role: 'privacy_officer', name: 'Helen Brandt', email: `helen.brandt@${domain}` },
  { role: 'administrator', name: 'Sam Okoye', email: `sam.okoye@${domain}` },
];

/** Elena's son: may see her results, and nothing else. */
export const demoTrustedPerson = { name: 'Daniel Marsh', email: `daniel.marsh@${domain}` } as const;

/** Who signs and reports in the demo's records. */
export const demoPractitioners = [
  { id: 'demo-practitioner-feld', prefix: 'Dr.', given: 'Naomi', family: 'Feld', npi: '1999990017' },
  { id: 'demo-practitioner-achebe', prefix: 'Dr.', given: 'Ifeoma', family: 'Achebe', npi: '1999990025' },
] as const;
export const demoLaboratory = { id: 'demo-organization-lab', name: 'Fairhaven Regional Laboratory' } as const;
export const demoOrganization = { id: 'demo-organization-clinic', name: demoClinic.name } as const;
