import type { Practitioner } from '../cast/staff.ts';
import { add, moment, staffRef, type Chart } from './chart.ts';
import { concept, type Concept, type Resource } from './elements.ts';

/**
 * Medicines of the demo by RxNorm: clinical drugs where the code is one that is widely printed,
 * ingredients elsewhere; `text` is what stands on the bottle.
 */
const drugs = {
  metformin: [
    '860975',
    '24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet',
    'metformin 500 mg extended-release tablet',
  ],
  lisinopril10: ['314076', 'lisinopril 10 MG Oral Tablet', 'lisinopril 10 mg tablet'],
  lisinopril20: ['314077', 'lisinopril 20 MG Oral Tablet', 'lisinopril 20 mg tablet'],
  amlodipine: ['197361', 'amlodipine 5 MG Oral Tablet', 'amlodipine 5 mg tablet'],
  chlorthalidone: ['197499', 'chlorthalidone 25 MG Oral Tablet', 'chlorthalidone 25 mg tablet'],
  potassium: ['8591', 'potassium chloride', 'potassium chloride 10 mEq extended-release tablet'],
  atorvastatin20: ['617310', 'atorvastatin 20 MG Oral Tablet', 'atorvastatin 20 mg tablet'],
  atorvastatin40: ['617311', 'atorvastatin 40 MG Oral Tablet', 'atorvastatin 40 mg tablet'],
  aspirin: ['243670', 'aspirin 81 MG Oral Tablet', 'aspirin 81 mg tablet'],
  furosemide40: ['313988', 'furosemide 40 MG Oral Tablet', 'furosemide 40 mg tablet'],
  spironolactone: ['313096', 'spironolactone 25 MG Oral Tablet', 'spironolactone 25 mg tablet'],
  metoprolol50: [
    '866436',
    '24 HR metoprolol succinate 50 MG Extended Release Oral Tablet',
    'metoprolol succinate 50 mg extended-release tablet',
  ],
  metoprolol100: [
    '866412',
    '24 HR metoprolol succinate 100 MG Extended Release Oral Tablet',
    'metoprolol succinate 100 mg extended-release tablet',
  ],
  empagliflozin: ['1545653', 'empagliflozin', 'empagliflozin 10 mg tablet'],
  warfarin: ['855332', 'warfarin sodium 5 MG Oral Tablet', 'warfarin 5 mg tablet'],
  albuterol: [
    '745679',
    '200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler',
    'albuterol inhaler 90 mcg per puff',
  ],
  fluticasone: [
    '895994',
    '120 ACTUAT fluticasone propionate 0.044 MG/ACTUAT Metered Dose Inhaler',
    'fluticasone inhaler 44 mcg per puff',
  ],
  fluticasoneSalmeterol: [
    '896209',
    '60 ACTUAT fluticasone propionate 0.25 MG/ACTUAT / salmeterol 0.05 MG/ACTUAT Dry Powder Inhaler',
    'fluticasone and salmeterol inhaler 250/50 mcg',
  ],
  tiotropium: ['69120', 'tiotropium', 'tiotropium inhaler 18 mcg'],
  prednisone: ['312615', 'prednisone 20 MG Oral Tablet', 'prednisone 20 mg tablet'],
  azithromycin: ['308460', 'azithromycin 250 MG Oral Tablet', 'azithromycin 250 mg tablet'],
  amoxicillinLiquid: ['308189', 'amoxicillin 80 MG/ML Oral Suspension', 'amoxicillin liquid 400 mg in 5 mL'],
  letrozole: ['72965', 'letrozole', 'letrozole 2.5 mg tablet'],
  alendronate: ['46041', 'alendronic acid', 'alendronate 70 mg tablet'],
  donepezil: ['135447', 'donepezil', 'donepezil 10 mg tablet'],
  insulinGlargine: ['274783', 'insulin glargine', 'insulin glargine 100 units per mL pen'],
  insulinLispro: ['86009', 'insulin lispro', 'insulin lispro 100 units per mL'],
  glucagon: ['4832', 'glucagon', 'glucagon 3 mg nasal powder'],
  allopurinol100: ['197319', 'allopurinol 100 MG Oral Tablet', 'allopurinol 100 mg tablet'],
  allopurinol300: ['197320', 'allopurinol 300 MG Oral Tablet', 'allopurinol 300 mg tablet'],
  colchicine: ['197541', 'colchicine 0.6 MG Oral Tablet', 'colchicine 0.6 mg tablet'],
  sumatriptan: ['37418', 'sumatriptan', 'sumatriptan 50 mg tablet'],
  levothyroxine50: ['10582', 'levothyroxine', 'levothyroxine 50 mcg tablet'],
  levothyroxine75: ['10582', 'levothyroxine', 'levothyroxine 75 mcg tablet'],
  levothyroxine88: ['10582', 'levothyroxine', 'levothyroxine 88 mcg tablet'],
  iron: ['310325', 'ferrous sulfate 325 MG Oral Tablet', 'ferrous sulfate 325 mg tablet'],
  ibuprofen: ['310965', 'ibuprofen 200 MG Oral Tablet', 'ibuprofen 200 mg tablet'],
  naproxen: ['849574', 'naproxen sodium 220 MG Oral Tablet', 'naproxen 220 mg tablet'],
  acetaminophen: ['313782', 'acetaminophen 325 MG Oral Tablet', 'acetaminophen 325 mg tablet'],
  calcitriol: ['1894', 'calcitriol', 'calcitriol 0.25 mcg capsule'],
  darbepoetin: ['283838', 'darbepoetin alfa', 'darbepoetin alfa injection 40 mcg'],
  vitaminD: ['2418', 'cholecalciferol', 'vitamin D3 1,000 units'],
  calcium: ['1897', 'calcium carbonate', 'calcium carbonate 600 mg tablet'],
  hydrocortisone: ['106258', 'hydrocortisone 10 MG/ML Topical Cream', 'hydrocortisone 1% cream'],
  morphine: ['7052', 'morphine', 'morphine liquid 20 mg per mL'],
  paclitaxel: ['56946', 'paclitaxel', 'paclitaxel infusion'],
  cyclophosphamide: ['3002', 'cyclophosphamide', 'cyclophosphamide infusion'],
} as const satisfies Record<string, readonly [code: string, display: string, text: string]>;
export type DrugName = keyof typeof drugs;

type Order = {
  /** Days before the start: when it was ordered, and, unless it is taken still, when it ended. */
  since: number;
  until?: number;
  dose: string;
  /** Why it is taken. */
  for?: string;
  /** Why it ended before its time: then it is `stopped`, else `completed`. */
  stopped?: string;
  by?: Practitioner;
  refills?: number;
  /** Only when needed. */
  asNeeded?: boolean;
  note?: string;
};

const drugConcept = (drug: DrugName): Concept => {
  const [code, display, text] = drugs[drug];
  return concept('rxnorm', code, display, text);
};

const courseDays = 90;

/** One order. A change of dose is a second order, and an end of the first. */
export const addMedicine = (chart: Chart, drug: DrugName | { text: string }, order: Order): Resource => {
  const { since, until, dose, stopped, by = chart.by, refills = until === undefined ? 3 : 0 } = order;
  const status = until === undefined ? 'active' : stopped ? 'stopped' : 'completed';
  return add(chart, 'MedicationRequest', {
    status,
    ...(stopped ? { statusReason: { text: stopped } } : {}),
    intent: 'order',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-category',
            code: 'community',
            display: 'Community',
          },
        ],
        text: 'Community',
      },
    ],
    medicationCodeableConcept: typeof drug === 'string' ? drugConcept(drug) : drug,
    authoredOn: moment(chart, since, 10 * 60 + 10),
    requester: staffRef(by),
    ...(order.for ? { reasonCode: [{ text: order.for }] } : {}),
    dosageInstruction: [
      {
        text: dose,
        ...(order.asNeeded ? { asNeededBoolean: true } : {}),
        timing: { repeat: { boundsPeriod: periodOf(chart, since, until) } },
      },
    ],
    dispenseRequest: {
      numberOfRepeatsAllowed: refills,
      expectedSupplyDuration: {
        value: until === undefined ? courseDays : Math.max(1, Math.min(courseDays, Math.round(since - until))),
        unit: 'days',
        system: 'http://unitsofmeasure.org',
        code: 'd',
      },
    },
    ...(order.note ? { note: [{ text: order.note }] } : {}),
  });
};

const periodOf = (chart: Chart, since: number, until?: number) => ({
  start: moment(chart, since, 10 * 60 + 10).slice(0, 10),
  ...(until === undefined ? {} : { end: moment(chart, until, 10 * 60).slice(0, 10) }),
});
