import type { Practitioner } from '../cast/staff.ts';
import { add, day, moment, staffRef, type Chart } from './chart.ts';
import { concept, hl7, type Concept, type Resource } from './elements.ts';

/** Procedures by SNOMED CT. */
const procedures = {
  retina: ['722161008', 'Diabetic retinal eye exam', 'Eye check for diabetes'],
  foot: ['401191002', 'Diabetic foot examination', 'Foot check for diabetes'],
  colonoscopy: ['73761001', 'Colonoscopy', 'Colonoscopy'],
  mammogram: ['71651007', 'Mammography', 'Mammogram'],
  echo: ['40701008', 'Echocardiography', 'Ultrasound of the heart'],
  ecg: ['29303009', 'Electrocardiographic procedure', 'Heart tracing (ECG)'],
  defibrillator: [
    '447365002',
    'Insertion of biventricular implantable cardioverter defibrillator',
    'Implanting a defibrillator',
  ],
  pacemaker: ['307280005', 'Implantation of cardiac pacemaker', 'Implanting a pacemaker'],
  lumpectomy: ['392021009', 'Lumpectomy of breast', 'Removing the breast lump'],
  nodeBiopsy: ['396487001', 'Sentinel lymph node biopsy', 'Lymph node biopsy'],
  chemotherapy: ['367336001', 'Chemotherapy', 'Chemotherapy'],
  radiation: ['108290001', 'Radiation oncology and/or radiotherapy', 'Radiation treatment'],
  boneDensity: ['312681000', 'Bone density scan', 'Bone density scan'],
  spirometry: ['127783003', 'Spirometry', 'Breathing test (spirometry)'],
  chestCt: [
    '16335031000119103',
    'High resolution computed tomography of chest without contrast',
    'CT scan of the chest',
  ],
  lungRehab: ['15081005', 'Pulmonary rehabilitation', 'Lung exercise program'],
  hipRepair: ['52734007', 'Total replacement of hip', 'Hip replacement, right'],
  cast: ['274474001', 'Bone immobilization', 'Leg cast'],
  ankleXray: ['19490002', 'Ankle X-ray', 'X-ray of the ankle'],
  obUltrasound: ['268445003', 'Ultrasound scan - obstetric', 'Ecografía del embarazo'],
  physicalTherapy: ['91251008', 'Physical therapy procedure', 'Physical therapy'],
  kidneyClass: ['409063005', 'Counseling', 'Class about living with kidney disease'],
} as const;
export type ProcedureName = keyof typeof procedures;

type Done = { days: number; by?: Practitioner; words?: string; note?: string; outcome?: string };

export const addProcedure = (chart: Chart, name: ProcedureName, done: Done): Resource => {
  const [code, display, text] = procedures[name];
  return add(chart, 'Procedure', {
    status: 'completed',
    code: concept('snomed', code, display, done.words ?? text),
    performedDateTime: moment(chart, done.days, 11 * 60),
    performer: [{ actor: staffRef(done.by ?? chart.by) }],
    ...(done.outcome ? { outcome: { text: done.outcome } } : {}),
    ...(done.note ? { note: [{ text: done.note }] } : {}),
  });
};

const relatives = {
  mother: ['MTH', 'mother'],
  father: ['FTH', 'father'],
  sister: ['SIS', 'sister'],
  brother: ['BRO', 'brother'],
  grandmother: ['MGRMTH', 'maternal grandmother'],
} as const;

/** What runs in the family: SNOMED CT code, words, and the age when it began. */
export const addFamily = (
  chart: Chart,
  relative: keyof typeof relatives,
  had: readonly (readonly [code: string, words: string, ageYears?: number])[],
  { died, recorded = 1_700 }: { died?: number; recorded?: number } = {},
): Resource =>
  add(chart, 'FamilyMemberHistory', {
    status: 'completed',
    date: day(chart, recorded),
    relationship: hl7('v3-RoleCode', relatives[relative][0], relatives[relative][1]),
    ...(died === undefined
      ? { deceasedBoolean: false }
      : { deceasedAge: { value: died, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' } }),
    condition: had.map(([code, words, age]) => ({
      code: concept('snomed', code, words),
      ...(age === undefined
        ? {}
        : { onsetAge: { value: age, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' } }),
    })),
  });

/** Something the person carries or uses: SNOMED CT code and words, or words alone. */
export const addDevice = (
  chart: Chart,
  type: readonly [code: string, display: string, text: string] | string,
  {
    since,
    maker,
    model,
    serial,
    note,
  }: { since: number; maker: string; model: string; serial?: string; note?: string },
): Resource =>
  add(chart, 'Device', {
    status: 'active',
    manufacturer: maker,
    manufactureDate: day(chart, since + 90),
    ...(serial ? { serialNumber: serial } : {}),
    deviceName: [{ name: model, type: 'user-friendly-name' }],
    type: typeof type === 'string' ? { text: type } : concept('snomed', ...type),
    ...(note ? { note: [{ text: note }] } : {}),
  });

/** A person who is close to the patient, as the record names her. */
export const addRelated = (
  chart: Chart,
  {
    name,
    relation,
    phone,
    line,
  }: {
    name: readonly [given: string, family: string];
    relation: readonly [string, string];
    phone: string;
    line?: string;
  },
): Resource =>
  add(chart, 'RelatedPerson', {
    active: true,
    relationship: [hl7('v3-RoleCode', ...relation) as Concept | object],
    name: [{ given: [name[0]], family: name[1], text: name.join(' ') }],
    telecom: [{ system: 'phone', value: phone, use: 'mobile' }],
    ...(line
      ? { address: [{ line: [line], city: 'Fairhaven', state: 'OH', postalCode: '44001', country: 'US' }] }
      : {}),
  });
