import { add, day, staffRef, type Chart } from './chart.ts';
import { concept, hl7, systems, type Resource } from './elements.ts';

const substances = {
  penicillin: ['764146007', 'Penicillin', 'medication'],
  sulfa: ['387406002', 'Sulfonamide', 'medication'],
  shellfish: ['735029006', 'Shellfish', 'food'],
  egg: ['102263004', 'Eggs', 'food'],
  latex: ['111088007', 'Latex', 'environment'],
  pollen: ['256277009', 'Grass pollen', 'environment'],
} as const;

const reactions = {
  hives: ['126485001', 'Urticaria', 'Hives'],
  rash: ['271807003', 'Eruption of skin', 'Skin rash'],
  swelling: ['65124004', 'Swelling', 'Swelling'],
  itching: ['418363000', 'Itching of skin', 'Itching'],
  sneezing: ['76067001', 'Sneezing', 'Sneezing'],
} as const;

type Found = {
  reaction: keyof typeof reactions;
  severity: 'mild' | 'moderate' | 'severe';
  criticality?: 'low' | 'high';
  /** Days before the start when it was written down. */
  recorded: number;
  words?: string;
  note?: string;
};

const active = hl7('allergyintolerance-clinical', 'active', 'Active');
const confirmed = hl7('allergyintolerance-verification', 'confirmed', 'Confirmed');

export const addAllergy = (chart: Chart, to: keyof typeof substances, found: Found): Resource => {
  const [code, display, category] = substances[to];
  const [reactionCode, reactionName, reactionWords] = reactions[found.reaction];
  return add(chart, 'AllergyIntolerance', {
    clinicalStatus: active,
    verificationStatus: confirmed,
    type: 'allergy',
    category: [category],
    criticality: found.criticality ?? 'low',
    code: concept('snomed', code, display, found.words ?? display),
    recordedDate: day(chart, found.recorded),
    recorder: staffRef(chart.by),
    reaction: [
      { manifestation: [concept('snomed', reactionCode, reactionName, reactionWords)], severity: found.severity },
    ],
    ...(found.note ? { note: [{ text: found.note }] } : {}),
  });
};

/** A medicine to stay away from, by its RxNorm ingredient. */
export const addIntolerance = (
  chart: Chart,
  [code, display]: readonly [string, string],
  recorded: number,
  note: string,
): Resource =>
  add(chart, 'AllergyIntolerance', {
    clinicalStatus: active,
    verificationStatus: confirmed,
    type: 'intolerance',
    category: ['medication'],
    criticality: 'high',
    code: concept('rxnorm', code, display),
    recordedDate: day(chart, recorded),
    recorder: staffRef(chart.by),
    note: [{ text: note }],
  });

/** The person was asked, and knows of none. Not the same as nothing recorded. */
export const addNoKnownAllergy = (chart: Chart, recorded: number): Resource =>
  add(chart, 'AllergyIntolerance', {
    clinicalStatus: active,
    verificationStatus: confirmed,
    code: {
      coding: [{ system: systems.snomed, code: '716186003', display: 'No known allergy' }],
      text: chart.patient.language === 'es' ? 'No se conocen alergias' : 'No known allergies',
    },
    recordedDate: day(chart, recorded),
    recorder: staffRef(chart.by),
  });
