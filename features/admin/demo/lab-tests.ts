/** Laboratory tests of the demo: LOINC code, the laboratory's name, unit, range, and decimals reported. */
export type LabTest = {
  loinc: string;
  name: string;
  unit: string;
  /** UCUM code where the printed unit differs. */
  ucum?: string;
  low?: number;
  high?: number;
  decimals: number;
};

const test = (
  loinc: string,
  name: string,
  unit: string,
  decimals: number,
  low?: number,
  high?: number,
  ucum?: string,
): LabTest => ({
  loinc,
  name,
  unit,
  decimals,
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
  ...(ucum === undefined ? {} : { ucum }),
});

export const labTests = {
  a1c: test('4548-4', 'Hemoglobin A1c', '%', 1, 4.0, 5.6),
  glucose: test('2345-7', 'Glucose', 'mg/dL', 0, 70, 99),
  bun: test('3094-0', 'Urea nitrogen (BUN)', 'mg/dL', 0, 7, 20),
  creatinine: test('2160-0', 'Creatinine', 'mg/dL', 2, 0.5, 1.1),
  egfr: test('98979-8', 'eGFR', 'mL/min/1.73 m²', 0, 60, undefined, 'mL/min/{1.73_m2}'),
  sodium: test('2951-2', 'Sodium', 'mmol/L', 0, 136, 145),
  potassium: test('2823-3', 'Potassium', 'mmol/L', 1, 3.5, 5.1),
  chloride: test('2075-0', 'Chloride', 'mmol/L', 0, 98, 107),
  co2: test('2028-9', 'Carbon dioxide', 'mmol/L', 0, 22, 29),
  calcium: test('17861-6', 'Calcium', 'mg/dL', 1, 8.6, 10.2),
  magnesium: test('19123-9', 'Magnesium', 'mg/dL', 1, 1.7, 2.2),
  cholesterol: test('2093-3', 'Cholesterol, total', 'mg/dL', 0, undefined, 199),
  hdl: test('2085-9', 'HDL cholesterol', 'mg/dL', 0, 50),
  ldl: test('13457-7', 'LDL cholesterol, calculated', 'mg/dL', 0, undefined, 99),
  triglycerides: test('2571-8', 'Triglycerides', 'mg/dL', 0, undefined, 149),
  urineAlbumin: test('9318-7', 'Albumin/creatinine ratio, urine', 'mg/g', 0, undefined, 29),
  alt: test('1742-6', 'ALT', 'U/L', 0, 7, 35),
  ast: test('1920-8', 'AST', 'U/L', 0, 10, 35),
  wbc: test('6690-2', 'White blood cells', '10*3/uL', 1, 4.0, 11.0),
  hemoglobin: test('718-7', 'Hemoglobin', 'g/dL', 1, 12.0, 16.0),
  hematocrit: test('4544-3', 'Hematocrit', '%', 1, 36.0, 46.0),
  mcv: test('787-2', 'MCV', 'fL', 0, 80, 100),
  platelets: test('777-3', 'Platelets', '10*3/uL', 0, 150, 450),
  ferritin: test('2276-4', 'Ferritin', 'ng/mL', 0, 15, 150),
  iron: test('2498-4', 'Iron', 'ug/dL', 0, 50, 170),
  ironSaturation: test('2502-3', 'Iron saturation', '%', 0, 20, 50),
  tsh: test('3016-3', 'TSH', 'mIU/L', 2, 0.4, 4.5),
  vitaminD: test('62292-8', 'Vitamin D, 25-hydroxy', 'ng/mL', 0, 30, 100),
  vitaminB12: test('2132-9', 'Vitamin B12', 'pg/mL', 0, 232, 1245),
} as const;

export type LabName = keyof typeof labTests;

export type Panel = { loinc: string; name: string };
export const panels = {
  metabolic: { loinc: '24321-2', name: 'Basic metabolic panel' },
  lipid: { loinc: '57698-3', name: 'Lipid panel' },
  bloodCount: { loinc: '58410-2', name: 'Complete blood count' },
  iron: { loinc: '50190-8', name: 'Iron studies' },
  a1c: { loinc: '4548-4', name: 'Hemoglobin A1c' },
  thyroid: { loinc: '3016-3', name: 'Thyroid check' },
  vitamins: { loinc: '62292-8', name: 'Vitamin D and B12' },
  kidney: { loinc: '9318-7', name: 'Urine albumin' },
  liver: { loinc: '24325-3', name: 'Liver check' },
} as const;
