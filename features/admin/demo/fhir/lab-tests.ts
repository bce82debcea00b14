/** A laboratory test of the demo: LOINC code, the laboratory's name, unit, decimals reported, range. */
export type LabTest = {
  loinc: string;
  name: string;
  unit: string;
  /** UCUM code where the printed unit differs. */
  ucum: string;
  decimals: number;
  /** Range for adults; `male` where men have another one, `child` under 12 years. */
  range: Bounds;
  male?: Bounds;
  child?: Bounds;
  /** In a healthy person: the middle, and how far it drifts from one time to the next. */
  usual: number;
  spread: number;
};
export type Bounds = readonly [low: number | null, high: number | null];

type More = { ucum?: string; male?: Bounds; child?: Bounds };

const test = (
  loinc: string,
  name: string,
  unit: string,
  decimals: number,
  range: Bounds,
  [usual, spread]: readonly [number, number],
  { ucum = unit, ...more }: More = {},
): LabTest => ({ loinc, name, unit, ucum, decimals, range, usual, spread, ...more });

const upTo = (high: number): Bounds => [null, high];
const from = (low: number): Bounds => [low, null];

export const labTests = {
  a1c: test('4548-4', 'Hemoglobin A1c', '%', 1, [4.0, 5.6], [5.2, 0.1]),
  glucose: test('2345-7', 'Glucose', 'mg/dL', 0, [70, 99], [86, 4], { child: [60, 100] }),
  bun: test('3094-0', 'Urea nitrogen (BUN)', 'mg/dL', 0, [7, 20], [14, 2]),
  creatinine: test('2160-0', 'Creatinine', 'mg/dL', 2, [0.5, 1.1], [0.78, 0.04], {
    male: [0.7, 1.3],
    child: [0.2, 0.5],
  }),
  egfr: test('98979-8', 'eGFR', 'mL/min/1.73 m²', 0, from(60), [90, 0], { ucum: 'mL/min/{1.73_m2}' }),
  sodium: test('2951-2', 'Sodium', 'mmol/L', 0, [136, 145], [140, 1.2]),
  potassium: test('2823-3', 'Potassium', 'mmol/L', 1, [3.5, 5.1], [4.2, 0.15]),
  chloride: test('2075-0', 'Chloride', 'mmol/L', 0, [98, 107], [102, 1.2]),
  co2: test('2028-9', 'Carbon dioxide', 'mmol/L', 0, [22, 29], [25.5, 0.9]),
  calcium: test('17861-6', 'Calcium', 'mg/dL', 1, [8.6, 10.2], [9.4, 0.15]),
  magnesium: test('19123-9', 'Magnesium', 'mg/dL', 1, [1.7, 2.2], [1.95, 0.06]),
  phosphate: test('2777-1', 'Phosphate', 'mg/dL', 1, [2.5, 4.5], [3.5, 0.2]),
  protein: test('2885-2', 'Total protein', 'g/dL', 1, [6.0, 8.3], [7.1, 0.2]),
  albumin: test('1751-7', 'Albumin', 'g/dL', 1, [3.5, 5.0], [4.3, 0.12]),
  bilirubin: test('1975-2', 'Bilirubin, total', 'mg/dL', 1, [0.1, 1.2], [0.6, 0.1]),
  alkaline: test('6768-6', 'Alkaline phosphatase', 'U/L', 0, [35, 105], [68, 6]),
  alt: test('1742-6', 'ALT', 'U/L', 0, [7, 35], [20, 3], { male: [7, 45] }),
  ast: test('1920-8', 'AST', 'U/L', 0, [10, 35], [21, 3]),
  cholesterol: test('2093-3', 'Cholesterol, total', 'mg/dL', 0, upTo(199), [178, 5]),
  hdl: test('2085-9', 'HDL cholesterol', 'mg/dL', 0, from(50), [58, 2], { male: from(40) }),
  ldl: test('13457-7', 'LDL cholesterol, calculated', 'mg/dL', 0, upTo(99), [92, 0]),
  triglycerides: test('2571-8', 'Triglycerides', 'mg/dL', 0, upTo(149), [105, 9]),
  urineAlbumin: test('9318-7', 'Albumin/creatinine ratio, urine', 'mg/g', 0, upTo(29), [9, 2]),
  wbc: test('6690-2', 'White blood cells', '10*3/uL', 1, [4.0, 11.0], [6.8, 0.6], { child: [5.0, 15.5] }),
  rbc: test('789-8', 'Red blood cells', '10*6/uL', 2, [3.8, 5.1], [4.5, 0], { male: [4.3, 5.7], child: [3.9, 5.3] }),
  hemoglobin: test('718-7', 'Hemoglobin', 'g/dL', 1, [12.0, 16.0], [13.6, 0.25], {
    male: [13.5, 17.5],
    child: [10.5, 13.5],
  }),
  hematocrit: test('4544-3', 'Hematocrit', '%', 1, [36.0, 46.0], [40.8, 0], {
    male: [40.0, 52.0],
    child: [32.0, 40.0],
  }),
  mcv: test('787-2', 'MCV', 'fL', 0, [80, 100], [89, 1], { child: [72, 88] }),
  platelets: test('777-3', 'Platelets', '10*3/uL', 0, [150, 450], [255, 16]),
  neutrophils: test('751-8', 'Neutrophils', '10*3/uL', 1, [1.8, 7.7], [4.0, 0.5]),
  ferritin: test('2276-4', 'Ferritin', 'ng/mL', 0, [15, 150], [62, 5], { male: [30, 400] }),
  iron: test('2498-4', 'Iron', 'ug/dL', 0, [50, 170], [95, 8]),
  ironSaturation: test('2502-3', 'Iron saturation', '%', 0, [20, 50], [29, 2]),
  tsh: test('3016-3', 'TSH', 'mIU/L', 2, [0.4, 4.5], [1.9, 0.25]),
  freeT4: test('3024-7', 'Free T4', 'ng/dL', 2, [0.8, 1.8], [1.2, 0.07]),
  vitaminD: test('62292-8', 'Vitamin D, 25-hydroxy', 'ng/mL', 0, [30, 100], [38, 2]),
  vitaminB12: test('2132-9', 'Vitamin B12', 'pg/mL', 0, [232, 1245], [480, 25]),
  inr: test('6301-6', 'INR', '{INR}', 1, [0.9, 1.1], [1.0, 0.03]),
  ntProBnp: test('33762-6', 'NT-proBNP', 'pg/mL', 0, upTo(125), [60, 8]),
  pth: test('2731-8', 'Parathyroid hormone (PTH)', 'pg/mL', 0, [15, 65], [38, 4]),
  uricAcid: test('3084-1', 'Uric acid', 'mg/dL', 1, [2.6, 6.0], [4.6, 0.2], { male: [3.5, 7.2] }),
  crp: test('1988-5', 'C-reactive protein', 'mg/L', 1, upTo(5), [1.6, 0.5]),
  ca153: test('6875-9', 'CA 15-3', 'U/mL', 0, upTo(30), [17, 1.5]),
  glucoseLoad: test('1504-0', 'Glucose, 1 hour after 50 g', 'mg/dL', 0, upTo(139), [112, 6]),
  lead: test('5671-3', 'Lead, blood', 'ug/dL', 1, upTo(3.4), [1.2, 0.2]),
} as const satisfies Record<string, LabTest>;

export type LabName = keyof typeof labTests;

export type Panel = { loinc: string; name: string; tests: readonly LabName[] };

const basic: readonly LabName[] = [
  'sodium',
  'potassium',
  'chloride',
  'co2',
  'bun',
  'creatinine',
  'egfr',
  'glucose',
  'calcium',
];

export const panels = {
  metabolic: { loinc: '24321-2', name: 'Basic metabolic panel', tests: basic },
  fullMetabolic: {
    loinc: '24323-8',
    name: 'Comprehensive metabolic panel',
    tests: [...basic, 'protein', 'albumin', 'bilirubin', 'alkaline', 'alt', 'ast'],
  },
  lipid: { loinc: '57698-3', name: 'Lipid panel', tests: ['cholesterol', 'hdl', 'ldl', 'triglycerides'] },
  bloodCount: {
    loinc: '58410-2',
    name: 'Complete blood count',
    tests: ['wbc', 'rbc', 'hemoglobin', 'hematocrit', 'mcv', 'platelets'],
  },
  bloodCountWithCells: {
    loinc: '57021-8',
    name: 'Complete blood count with differential',
    tests: ['wbc', 'neutrophils', 'rbc', 'hemoglobin', 'hematocrit', 'mcv', 'platelets'],
  },
  iron: { loinc: '50190-8', name: 'Iron studies', tests: ['ferritin', 'iron', 'ironSaturation'] },
  a1c: { loinc: '4548-4', name: 'Hemoglobin A1c', tests: ['a1c'] },
  thyroid: { loinc: '3016-3', name: 'Thyroid check', tests: ['tsh'] },
  thyroidFull: { loinc: '24348-5', name: 'Thyroid check', tests: ['tsh', 'freeT4'] },
  vitamins: { loinc: '62292-8', name: 'Vitamin D and B12', tests: ['vitaminD', 'vitaminB12'] },
  kidney: { loinc: '9318-7', name: 'Urine albumin', tests: ['urineAlbumin'] },
  liver: { loinc: '24325-3', name: 'Liver check', tests: ['alt', 'ast'] },
  clotting: { loinc: '6301-6', name: 'INR (warfarin check)', tests: ['inr'] },
  heart: { loinc: '33762-6', name: 'NT-proBNP', tests: ['ntProBnp'] },
  bone: { loinc: '2731-8', name: 'Bone and mineral check', tests: ['pth', 'phosphate', 'vitaminD'] },
  uricAcid: { loinc: '3084-1', name: 'Uric acid', tests: ['uricAcid'] },
  inflammation: { loinc: '1988-5', name: 'C-reactive protein', tests: ['crp'] },
  tumorMarker: { loinc: '6875-9', name: 'CA 15-3', tests: ['ca153'] },
  sugarLoad: { loinc: '1504-0', name: 'Glucose screen in pregnancy', tests: ['glucoseLoad'] },
  lead: { loinc: '5671-3', name: 'Lead screen', tests: ['lead'] },
} as const satisfies Record<string, Panel>;

export type PanelName = keyof typeof panels;
