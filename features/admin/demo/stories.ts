import { demoPractitioners, elena, lucia, owen, type DemoPatient } from './cast.ts';
import {
  bundleText,
  clinicalResource,
  encounterOf,
  observationOf,
  patientOf,
  reportOf,
  sharedResources,
  wordedObservation,
  type Measured,
  type Resource,
  type Visit,
} from './demo-fhir.ts';
import { labTests, panels, type LabName } from './lab-tests.ts';
import { demoNumbers } from './seed.ts';

const dayMs = 86_400_000;
const [feld, achebe] = demoPractitioners;

/** A weekday that many days before `now`, at the given minute of the day, in the clinic's zone. */
const momentBefore = (now: Date, days: number, minute: number): string => {
  const day = new Date(now.getTime() - days * dayMs);
  const weekday = day.getUTCDay();
  if (days > 7 && (weekday === 0 || weekday === 6)) day.setUTCDate(day.getUTCDate() - (weekday === 0 ? 2 : 1));
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${day.toISOString().slice(0, 10)}T${clock}:00-05:00`;
};

const visitOf = (patient: DemoPatient, now: Date, days: number, by: Visit['by'] = feld): Visit => ({
  patient,
  key: `v${days}`,
  takenAt: momentBefore(now, days, 8 * 60 + ((days * 7) % 50)),
  issuedAt: momentBefore(now, days, 16 * 60 + ((days * 11) % 55)),
  by,
});

type Around = () => number;
/** A value near the middle, within `spread`, rounded as the laboratory reports it. */
const near = (random: Around, lab: LabName, middle: number, spread: number): Measured => ({
  lab,
  value: Number((middle + (random() * 2 - 1) * spread).toFixed(labTests[lab].decimals)),
});

const report = (
  visit: Visit,
  panel: keyof typeof panels,
  measured: readonly Measured[],
  conclusion?: string,
): Resource[] => {
  const results = measured.map((one) => observationOf(visit, one));
  return [...results, reportOf(visit, panels[panel], panel.toLowerCase(), results, conclusion)];
};

const snomed = (code: string, display: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
  text: display,
});
const active = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] };

/** Diabetes under better control over five years; a new water pill, and potassium that falls. */
const elenaStory = (now: Date): Resource[] => {
  const random = demoNumbers(1968);
  const out: Resource[] = [patientOf(elena)];
  const a1c = [8.9, 8.6, 8.1, 7.9, 7.6, 7.8, 7.4, 7.2, 7.3, 7.0, 6.9, 7.1, 6.8, 6.9, 6.7];
  const potassium = [4.3, 4.1, 4.4, 4.2, 4.3, 4.2, 4.4, 4.1, 4.3, 4.2, 4.1, 4.2, 4.0, 3.8, 3.6];
  const days = a1c.map((_, index) => 1_760 - index * 123);
  days.forEach((ago, index) => {
    const visit = visitOf(elena, now, ago, index % 4 === 3 ? achebe : feld);
    out.push(encounterOf(visit, 'Diabetes check'));
    const conclusion = elenaWords[index];
    out.push(...report(visit, 'a1c', [{ lab: 'a1c', value: a1c[index]! }], conclusion));
    out.push(...report(visit, 'metabolic', metabolic(random, potassium[index]!, index)));
    if (index % 3 === 0) out.push(...report(visit, 'lipid', lipids(random, index)));
    if (index % 4 === 2) {
      out.push(...report(visit, 'kidney', [near(random, 'urineAlbumin', 42 - index * 1.6, 2)]));
      out.push(...report(visit, 'liver', [near(random, 'alt', 26, 6), near(random, 'ast', 24, 5)]));
    }
  });
  const low = visitOf(elena, now, 12);
  out.push(encounterOf(low, 'Blood pressure check'));
  out.push(
    ...report(
      low,
      'metabolic',
      [...metabolic(random, 3.3, 15), { lab: 'magnesium', value: 1.8 }],
      'Your potassium is a little low. The new water pill can do that. Take the potassium tablets as we agreed, and we check again in ten days.',
    ),
  );
  const newest = visitOf(elena, now, 1);
  const values = metabolic(random, 2.7, 16).map((one): Measured =>
    one.lab === 'potassium'
      ? { ...one, flag: 'LL', note: 'Critical value called to the office of Dr. Feld and read back.' }
      : one,
  );
  out.push(encounterOf(newest, 'Potassium recheck'));
  out.push(...report(newest, 'metabolic', values), ...report(newest, 'bloodCount', bloodCount(random, 13.1)));
  return [...out, ...elenaBackground(now)];
};

/** Dr. Feld's words on some of the A1c reports, by visit. */
const elenaWords: Readonly<Record<number, string>> = {
  0: 'Your average sugar is well above your goal of under 7. Let us start metformin and meet again in four months.',
  4: 'Good progress. Keep walking after dinner; it shows.',
  9: 'You reached your goal of under 7 for the first time in this record. Well done.',
  14: 'At your goal. We stay with the same medicines.',
};

const metabolic = (random: Around, potassium: number, index: number): Measured[] => {
  const creatinine: Measured = { ...near(random, 'creatinine', 0.86, 0.06) };
  return [
    near(random, 'sodium', 139, 2),
    index === 7
      ? {
          lab: 'potassium',
          value: 0,
          status: 'cancelled',
          absent: 'The sample was damaged on the way (hemolyzed); a new one was not needed.',
        }
      : { lab: 'potassium', value: potassium },
    near(random, 'chloride', 102, 2),
    near(random, 'co2', 25, 1),
    near(random, 'bun', 15, 3),
    index === 11
      ? { ...creatinine, status: 'corrected', note: 'Corrected result: the first report mixed up two samples.' }
      : creatinine,
    near(random, 'egfr', 78, 4),
    near(random, 'glucose', 168 - index * 3, 10),
    near(random, 'calcium', 9.4, 0.2),
  ];
};

const lipids = (random: Around, index: number): Measured[] => [
  near(random, 'cholesterol', 214 - index * 3.2, 6),
  near(random, 'hdl', 51, 3),
  near(random, 'ldl', 132 - index * 3, 5),
  near(random, 'triglycerides', 158 - index * 2, 10),
];

const bloodCount = (random: Around, hemoglobin: number): Measured[] => [
  near(random, 'wbc', 6.8, 0.9),
  { lab: 'hemoglobin', value: hemoglobin },
  near(random, 'hematocrit', hemoglobin * 3, 0.4),
  near(random, 'mcv', hemoglobin < 11 ? 74 : 86, 1.5),
  near(random, 'platelets', 262, 25),
];

const elenaBackground = (now: Date): Resource[] => [
  clinicalResource(elena, 'Condition', 'diabetes', {
    clinicalStatus: active,
    code: snomed('44054006', 'Type 2 diabetes'),
    onsetDateTime: momentBefore(now, 1_900, 540),
  }),
  clinicalResource(elena, 'Condition', 'pressure', {
    clinicalStatus: active,
    code: snomed('38341003', 'High blood pressure'),
    onsetDateTime: momentBefore(now, 1_400, 540),
  }),
  ...(
    [
      ['metformin', '860975', 'metformin 500 mg extended-release tablet', 1_755],
      ['chlorthalidone', '197499', 'chlorthalidone 25 mg tablet', 161],
      ['potassium', '628953', 'potassium chloride 10 mEq tablet', 12],
    ] as const
  ).map(([key, code, display, days]) =>
    clinicalResource(elena, 'MedicationRequest', `medicine-${key}`, {
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: {
        coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code, display }],
        text: display,
      },
      authoredOn: momentBefore(now, days, 600),
      requester: { reference: `Practitioner/${feld.id}`, display: 'Dr. Naomi Feld' },
    }),
  ),
  clinicalResource(elena, 'AllergyIntolerance', 'penicillin', {
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    code: snomed('764146007', 'Penicillin'),
  }),
  clinicalResource(elena, 'Immunization', 'flu', {
    status: 'completed',
    vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '150', display: 'Influenza vaccine' }] },
    occurrenceDateTime: momentBefore(now, 45, 620),
  }),
];

/** Too little iron, found and treated over three years; notes in Spanish. */
const luciaStory = (now: Date): Resource[] => {
  const random = demoNumbers(1991);
  const out: Resource[] = [patientOf(lucia)];
  const hemoglobin = [9.8, 10.6, 11.4, 12.1, 12.6, 12.4, 12.9];
  const ferritin = [6, 9, 14, 22, 31, 28, 36];
  const words: Readonly<Record<number, string>> = {
    0: 'Su hierro está muy bajo y por eso tiene anemia. Empiece las pastillas de hierro y nos vemos en dos meses.',
    3: 'Su hemoglobina ya está en el rango normal. Siga con el hierro tres meses más.',
    6: 'Todo bien. Ya no necesita las pastillas de hierro.',
  };
  hemoglobin.forEach((value, index) => {
    const visit = visitOf(lucia, now, 1_100 - index * 180, index === 3 ? achebe : feld);
    out.push(encounterOf(visit, 'Iron check'));
    out.push(...report(visit, 'bloodCount', bloodCount(random, value), words[index]));
    out.push(
      ...report(visit, 'iron', [
        { lab: 'ferritin', value: ferritin[index]! },
        near(random, 'iron', 28 + index * 9, 3),
        near(random, 'ironSaturation', 8 + index * 3, 1),
      ]),
    );
    if (index % 3 === 0) {
      const vitaminD: Measured = index === 0 ? { lab: 'vitaminD', value: 18 } : near(random, 'vitaminD', 30 + index, 2);
      out.push(...report(visit, 'vitamins', [vitaminD, near(random, 'vitaminB12', 480, 40)]));
      out.push(...report(visit, 'thyroid', [near(random, 'tsh', 1.9, 0.3)]));
    }
  });
  out.push(
    clinicalResource(lucia, 'Condition', 'anemia', {
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'resolved' }],
      },
      code: snomed('87522002', 'Iron deficiency anemia'),
      onsetDateTime: momentBefore(now, 1_100, 560),
    }),
  );
  return out;
};

/** Almost nothing: one visit with one answer in words. */
const owenStory = (now: Date): Resource[] => {
  const visit = visitOf(owen, now, 152, achebe);
  const strep = { loinc: '78012-2', name: 'Strep throat, rapid test' };
  const result = wordedObservation(visit, strep, 'Not detected', 'strep');
  return [patientOf(owen), encounterOf(visit, 'Sore throat'), result, reportOf(visit, strep, 'strep', [result])];
};

/** The demo's records as bundles of FHIR R4 JSON, by file name. Dates count back from `now`. */
export const demoBundles = (now: Date): ReadonlyMap<string, string> =>
  new Map([
    ['clinic.json', bundleText(sharedResources())],
    ['elena-marsh.json', bundleText(elenaStory(now))],
    ['lucia-herrera.json', bundleText(luciaStory(now))],
    ['owen-park.json', bundleText(owenStory(now))],
  ]);
