import { add, day, staffRef, type Chart } from './chart.ts';
import { hl7, systems, type Resource } from './elements.ts';

/** Conditions of the demo: SNOMED CT and ICD-10-CM codes, with the words people read. */
const problems = {
  diabetes2: ['44054006', 'Diabetes mellitus type 2', 'E11.9', 'Type 2 diabetes'],
  diabetes1: ['46635009', 'Diabetes mellitus type 1', 'E10.9', 'Type 1 diabetes'],
  pressure: ['38341003', 'Hypertensive disorder', 'I10', 'High blood pressure'],
  cholesterol: ['55822004', 'Hyperlipidemia', 'E78.5', 'High cholesterol'],
  lowPotassium: ['43339004', 'Hypokalemia', 'E87.6', 'Low potassium'],
  highPotassium: ['14140009', 'Hyperkalemia', 'E87.5', 'High potassium'],
  lowIron: ['87522002', 'Iron deficiency anemia', 'D50.9', 'Anemia from too little iron'],
  pregnant: ['77386006', 'Pregnancy', 'Z34.90', 'Pregnancy'],
  soreThroat: ['363746003', 'Acute pharyngitis', 'J02.9', 'Sore throat'],
  heartFailure: ['441481004', 'Chronic systolic heart failure', 'I50.22', 'Heart failure'],
  oldHeartAttack: ['1755008', 'Old myocardial infarction', 'I25.2', 'Heart attack in the past'],
  exerciseAsthma: ['31387002', 'Exercise-induced asthma', 'J45.990', 'Asthma with exercise'],
  asthma: ['195967001', 'Asthma', 'J45.909', 'Asthma'],
  ankle: ['16114001', 'Fracture of ankle', 'S82.892A', 'Broken ankle, left'],
  earInfection: ['3110003', 'Acute otitis media', 'H66.90', 'Ear infection'],
  eczema: ['24079001', 'Atopic dermatitis', 'L20.9', 'Eczema'],
  dementia: ['52448006', 'Dementia', 'F03.90', 'Memory loss (dementia)'],
  osteoporosis: ['64859006', 'Osteoporosis', 'M81.0', 'Osteoporosis'],
  heartBlock: ['27885002', 'Complete atrioventricular block', 'I44.2', 'Heart block'],
  hip: ['5913000', 'Fracture of neck of femur', 'S72.001A', 'Broken hip, right'],
  kneeArthritis: ['239873007', 'Osteoarthritis of knee', 'M17.9', 'Arthritis of the knees'],
  copd: ['13645005', 'Chronic obstructive pulmonary disease', 'J44.9', 'COPD'],
  lungSpot: ['427359005', 'Solitary nodule of lung', 'R91.1', 'Small spot on the lung'],
  fibrillation: ['49436004', 'Atrial fibrillation', 'I48.91', 'Atrial fibrillation'],
  breastCancer: ['254837009', 'Malignant neoplasm of breast', 'C50.912', 'Breast cancer, left'],
  thinBones: ['312894000', 'Osteopenia', 'M85.80', 'Thin bones (osteopenia)'],
  kidney3: ['433144002', 'Chronic kidney disease stage 3', 'N18.30', 'Chronic kidney disease, stage 3'],
  kidney4: ['431857002', 'Chronic kidney disease stage 4', 'N18.4', 'Chronic kidney disease, stage 4'],
  anemiaOfKidney: ['271737000', 'Anemia', 'D63.1', 'Anemia from kidney disease'],
  slowThyroid: ['40930008', 'Hypothyroidism', 'E03.9', 'Underactive thyroid'],
  migraine: ['37796009', 'Migraine', 'G43.909', 'Migraine'],
  prediabetes: ['714628002', 'Prediabetes', 'R73.03', 'Prediabetes'],
  backPain: ['279039007', 'Low back pain', 'M54.50', 'Low back pain'],
  gout: ['90560007', 'Gout', 'M10.9', 'Gout'],
  lungCancer: ['93880001', 'Primary malignant neoplasm of lung', 'C34.90', 'Lung cancer'],
} as const;
export type ProblemName = keyof typeof problems;

type Course = {
  /** Days before the start: when it began, and, for what is over, when it ended. */
  since: number;
  until?: number;
  status?: 'active' | 'resolved' | 'remission' | 'inactive';
  /** In other words than the table's, such as Spanish. */
  words?: string;
  note?: string;
};

const statuses = { active: 'Active', resolved: 'Resolved', remission: 'Remission', inactive: 'Inactive' } as const;

export const addProblem = (chart: Chart, name: ProblemName, course: Course): Resource => {
  const { since, until, note } = course;
  const [snomed, display, icd10, text] = problems[name];
  const status = course.status ?? (until === undefined ? 'active' : 'resolved');
  return add(chart, 'Condition', {
    clinicalStatus: hl7('condition-clinical', status, statuses[status]),
    verificationStatus: hl7('condition-ver-status', 'confirmed', 'Confirmed'),
    category: [hl7('condition-category', 'problem-list-item', 'Problem List Item')],
    code: {
      coding: [
        { system: systems.snomed, code: snomed, display },
        { system: systems.icd10, code: icd10, display: text },
      ],
      text: course.words ?? text,
    },
    onsetDateTime: day(chart, since),
    ...(until === undefined ? {} : { abatementDateTime: day(chart, until) }),
    recordedDate: day(chart, since),
    recorder: staffRef(chart.by),
    ...(note ? { note: [{ text: note }] } : {}),
  });
};

/** The ICD-10-CM code and words of a problem, for claims. */
export const billedAs = (name: ProblemName) => {
  const [, , code, text] = problems[name];
  return { coding: [{ system: systems.icd10, code, display: text }], text };
};
