import { achebe, caballero, feld, rivera } from '../cast/staff.ts';
import { lucia } from '../cast/patients.ts';
import { addNoKnownAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addImaging, addPanel, addWordedResult } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit, type Visit } from '../fhir/visits.ts';
import { addMeasurement, addSmoking, addVitals } from '../fhir/vitals.ts';

/** Days since the last period: the pregnancy is 26 weeks along at the start. */
const pregnantDays = 183;

/** Too little iron, found and healed; then a pregnancy. All of it in Spanish. */
export const luciaStory = (start: Start): Resource[] => {
  const chart = openChart(lucia, start, {
    by: feld,
    body: {
      weight: [
        [1_500, 62],
        [pregnantDays, 63.5],
        [0, 71.8],
      ],
      height: 160,
      systolic: [
        [pregnantDays, 112],
        [60, 106],
        [0, 110],
      ],
      diastolic: [
        [pregnantDays, 70],
        [60, 64],
        [0, 68],
      ],
      pulse: [
        [pregnantDays, 70],
        [0, 84],
      ],
    },
    labs: {
      mcv: [
        [1_500, 73],
        [1_000, 84],
        [600, 89],
        [0, 90],
      ],
      hemoglobin: [
        [1_500, 9.8],
        [1_300, 11.0],
        [1_000, 12.4],
        [pregnantDays, 13.0],
        [60, 11.4],
        [0, 11.2],
      ],
      ferritin: [
        [1_500, 6],
        [1_000, 22],
        [500, 36],
        [pregnantDays, 40],
        [0, 21],
      ],
      iron: [
        [1_500, 28],
        [1_000, 70],
        [0, 82],
      ],
      ironSaturation: [
        [1_500, 8],
        [1_000, 22],
        [0, 24],
      ],
      creatinine: [
        [pregnantDays, 0.7],
        [0, 0.55],
      ],
    },
  });
  const visits = [...ironVisits(chart), ...prenatalVisits(chart)];
  background(chart);
  const coverage = addCoverage(chart, { since: 1_500, plan: 'Lakeshore Bronze HMO', memberId: 'LMH-8203-01' });
  billVisits(visits, coverage, billedAs('pregnant'));
  return chart.resources;
};

const ironWords: Readonly<Record<number, string>> = {
  1_480: 'Su hierro está muy bajo y por eso tiene anemia. Empiece las pastillas de hierro y nos vemos en dos meses.',
  1_000: 'Su hemoglobina ya está en el rango normal. Siga con el hierro tres meses más.',
  520: 'Todo bien. Ya no necesita las pastillas de hierro.',
};

const ironVisits = (chart: Chart): Visit[] =>
  [1_480, 1_360, 1_180, 1_000, 820, 520].map((days, index) => {
    const visit = addVisit(chart, { days, reason: 'Control de hierro', by: index === 3 ? achebe : feld });
    addVitals(visit);
    if (index === 0) addSmoking(visit, 'never');
    const conclusion = ironWords[days];
    addPanel(visit, 'bloodCount', {}, conclusion ? { conclusion } : {});
    addPanel(visit, 'iron');
    if (index % 3 === 0) {
      addPanel(visit, 'vitamins', index === 0 ? { vitaminD: 18 } : {});
      addPanel(visit, 'thyroid');
    }
    addNote(
      visit,
      index === 0
        ? 'Lucía viene cansada desde hace meses. Reglas abundantes. Se ve pálida.\n\nEncontramos anemia por falta de hierro. Plan: hierro una vez al día, lejos del café y de la leche, y control en dos meses.'
        : 'Toma el hierro sin molestias. Tiene más energía y sube las escaleras sin parar.\n\nPlan: seguir igual. Próximo control con análisis de sangre.',
    );
    return visit;
  });

/** Day of pregnancy of each visit, and what the midwife wrote. */
const prenatal: readonly (readonly [dayOfPregnancy: number, note: string])[] = [
  [
    58,
    'Primera visita del embarazo. Náuseas por la mañana, sin vómitos. Fecha probable confirmada por ecografía. Hablamos de alimentación, ácido fólico y qué medicinas evitar.',
  ],
  [
    86,
    'Se siente mejor. Se escucha el corazón del bebé. Sin sangrado. Le explicamos los análisis del primer trimestre: todos normales.',
  ],
  [114, 'Todo va bien. Todavía no siente al bebé. Presión normal.'],
  [
    140,
    'Ecografía de las veinte semanas: el bebé crece bien y todos los órganos se ven normales. La placenta está lejos del cuello del útero.',
  ],
  [
    168,
    'Siente al bebé todos los días. Prueba del azúcar normal. La hemoglobina bajó un poco, como es común en el embarazo: vuelve a tomar hierro un día sí y otro no.',
  ],
];

const prenatalVisits = (chart: Chart): Visit[] =>
  prenatal.map(([dayOfPregnancy, note], index) => {
    const visit = addVisit(chart, {
      days: pregnantDays - dayOfPregnancy,
      reason: index === 0 ? 'Primera visita del embarazo' : 'Control del embarazo',
      kind: 'prenatal',
      by: caballero,
    });
    addVitals(visit);
    const weeks = Math.floor(dayOfPregnancy / 7);
    if (weeks >= 12) addMeasurement(visit, ['55283-6', 'Fetal heart rate'], [146 + (index % 3) * 4, 0, '/min']);
    if (weeks >= 20) addMeasurement(visit, ['11881-0', 'Fundal height'], [weeks, 0, 'cm']);
    if (index === 0) {
      addPanel(visit, 'bloodCount', {}, { conclusion: 'Su sangre está bien al comenzar el embarazo.' });
      addPanel(visit, 'iron');
      addPanel(visit, 'thyroid');
      addWordedResult(visit, { loinc: '882-1', name: 'Blood type' }, 'O positive');
      addWordedResult(visit, { loinc: '890-4', name: 'Antibody screen' }, 'Negative', { flag: 'N' });
      addWordedResult(visit, { loinc: '5196-1', name: 'Hepatitis B surface antigen' }, 'Not detected', { flag: 'N' });
    }
    if (index === 3) {
      addProcedure(chart, 'obUltrasound', { days: visit.days, by: caballero });
      addImaging(
        visit,
        'Ultrasound of the pregnancy',
        'Un bebé, de 20 semanas, que crece como se espera. Corazón, cerebro, columna, riñones y manos se ven normales. Placenta alta.',
        '11525-3',
      );
    }
    if (index === 4) {
      addPanel(visit, 'sugarLoad', {}, { conclusion: 'No tiene diabetes del embarazo.' });
      addPanel(
        visit,
        'bloodCount',
        {},
        { conclusion: 'La hemoglobina bajó un poco. Es común a esta altura del embarazo.' },
      );
      addPanel(visit, 'iron');
    }
    addNote(visit, note);
    return visit;
  });

const background = (chart: Chart): void => {
  addProblem(chart, 'lowIron', { since: 1_480, until: 1_000, words: 'Anemia por falta de hierro' });
  const pregnancy = addProblem(chart, 'pregnant', { since: pregnantDays - 58, words: 'Embarazo' });
  addMedicine(chart, 'iron', {
    since: 1_480,
    until: 520,
    dose: 'Una tableta al día, con jugo de naranja, lejos del café y de la leche.',
    for: 'Anemia por falta de hierro',
  });
  addMedicine(
    chart,
    { text: 'prenatal multivitamin with folic acid' },
    {
      since: pregnantDays - 40,
      dose: 'Una tableta al día, con comida.',
      for: 'Embarazo',
      by: caballero,
    },
  );
  addMedicine(chart, 'iron', {
    since: pregnantDays - 168,
    dose: 'Una tableta un día sí y otro no, en ayunas.',
    for: 'Hierro bajo en el embarazo',
    by: caballero,
  });
  addNoKnownAllergy(chart, 1_480);
  addFluShots(chart, 4);
  addVaccine(chart, 'tdap', 2_300);
  addVaccine(chart, 'covidUpdated', 420);
  addFamily(chart, 'mother', [['38341003', 'High blood pressure', 50]]);
  addFamily(chart, 'sister', [['87522002', 'Iron deficiency anemia']]);
  addPlan(chart, {
    title: 'Plan para el embarazo',
    since: pregnantDays - 58,
    about: [pregnancy],
    by: caballero,
    steps: [
      'Control cada cuatro semanas hasta la semana 28, después cada dos.',
      'Vacuna contra la tos ferina (Tdap) entre las semanas 27 y 36.',
      'Clase de parto en español, los jueves a las seis de la tarde.',
      'Llame de inmediato si sangra, si se rompe la fuente, si el bebé se mueve menos o si le duele mucho la cabeza.',
    ],
  });
  addTeam(chart, pregnantDays - 58, [
    [caballero, 'Partera'],
    [feld, 'Doctora de familia'],
    [rivera, 'Enfermero'],
  ]);
  addAppointment(chart, {
    inDays: 12,
    minute: 9 * 60,
    reason: 'Control del embarazo, semana 28',
    by: caballero,
    note: 'Venga con su cartilla. Le toca la vacuna Tdap.',
  });
  addAppointment(chart, { inDays: 26, minute: 9 * 60, reason: 'Control del embarazo, semana 30', by: caballero });
};
