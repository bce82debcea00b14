import { feld, rivera } from '../cast/staff.ts';
import { joaquin } from '../cast/patients.ts';
import { addNoKnownAllergy } from '../fhir/allergies.ts';
import { addCoverage, billVisits } from '../fhir/billing.ts';
import { openChart, type Chart } from '../fhir/chart.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Start } from '../fhir/moments.ts';
import { addFamily, addProcedure } from '../fhir/history.ts';
import { addMedicine } from '../fhir/medicines.ts';
import { addNote } from '../fhir/notes.ts';
import { addGoal, addPlan, addTeam } from '../fhir/plans.ts';
import { addProblem, billedAs } from '../fhir/problems.ts';
import { addPanel } from '../fhir/results.ts';
import { addFluShots, addVaccine } from '../fhir/vaccines.ts';
import { addAppointment, addVisit } from '../fhir/visits.ts';
import { addSmoking, addVitals } from '../fhir/vitals.ts';

/** A roofer on the edge of diabetes, with a sore back. In Spanish. */
export const joaquinStory = (start: Start): Resource[] => {
  const chart = openChart(joaquin, start, {
    by: feld,
    body: {
      weight: [
        [1_600, 96],
        [600, 90],
        [0, 87.5],
      ],
      height: 172,
      systolic: [
        [1_600, 136],
        [0, 126],
      ],
      diastolic: [
        [1_600, 86],
        [0, 79],
      ],
    },
    labs: {
      a1c: [
        [1_600, 6.3],
        [900, 6.0],
        [0, 5.8],
      ],
      glucose: [
        [1_600, 116],
        [0, 102],
      ],
      cholesterol: [
        [1_600, 248],
        [1_100, 196],
        [0, 178],
      ],
      hdl: [
        [1_600, 38],
        [0, 43],
      ],
      triglycerides: [
        [1_600, 232],
        [0, 146],
      ],
      alt: [
        [1_600, 62],
        [0, 34],
      ],
    },
  });
  const visits = [1_590, 1_390, 1_180, 960, 740, 530, 330, 140].map((days, index) => {
    const visit = addVisit(chart, {
      days,
      reason: index === 0 ? 'Revisión general' : 'Control de azúcar y colesterol',
      kind: index === 0 ? 'checkup' : 'followUp',
    });
    addVitals(visit);
    if (index === 0) addSmoking(visit, 'former');
    const conclusion = words[days];
    addPanel(visit, 'a1c', {}, conclusion ? { conclusion } : {});
    addPanel(visit, 'lipid');
    if (index % 2 === 0) {
      addPanel(visit, 'liver');
      addPanel(visit, 'metabolic');
    }
    addNote(
      visit,
      notes[days] ??
        'Se siente bien y trabaja todos los días. Camina los domingos con la familia. Toma la atorvastatina por la noche, sin dolores musculares.\n\nPlan: seguir igual. Menos refrescos, más agua.',
    );
    return visit;
  });
  const back = addVisit(chart, { days: 845, reason: 'Dolor de espalda', kind: 'problem' });
  addVitals(back);
  addNote(
    back,
    'Dolor en la parte baja de la espalda desde que cargó tejas hace una semana. No baja por la pierna. Sin fiebre, sin pérdida de fuerza.\n\nCalor, naproxeno por una semana, seguir caminando. Terapia física. Llame de inmediato si se le duermen las piernas o no puede orinar.',
  );
  background(chart);
  const coverage = addCoverage(chart, { since: 1_600, plan: 'Lakeshore Bronze HMO', memberId: 'LMH-6422-01' });
  billVisits([...visits, back], coverage, billedAs('prediabetes'));
  return chart.resources;
};

const words: Readonly<Record<number, string>> = {
  1_590: 'Su azúcar está un poco alta: todavía no es diabetes. Bajar de peso puede evitarla.',
  140: 'Bajando, poco a poco. Muy bien, Joaquín.',
};
const notes: Readonly<Record<number, string>> = {
  1_590:
    'Primera revisión en años. Su esposa lo trajo. Padre con diabetes. Azúcar y colesterol altos, hígado un poco irritado por la grasa.\n\nPlan: atorvastatina, caminar, menos tortilla y refresco en la noche. Clase de alimentación en español.',
};

const background = (chart: Chart): void => {
  const sugar = addProblem(chart, 'prediabetes', { since: 1_590, words: 'Prediabetes' });
  addProblem(chart, 'cholesterol', { since: 1_590, words: 'Colesterol alto' });
  addProblem(chart, 'backPain', { since: 845, until: 760, words: 'Dolor de espalda baja' });
  addMedicine(chart, 'atorvastatin20', {
    since: 1_585,
    until: 1_390,
    dose: 'Una tableta cada noche.',
    for: 'Colesterol alto',
    stopped: 'Cambio de dosis',
  });
  addMedicine(chart, 'atorvastatin40', { since: 1_390, dose: 'Una tableta cada noche.', for: 'Colesterol alto' });
  addMedicine(chart, 'naproxen', {
    since: 845,
    until: 838,
    dose: 'Una tableta dos veces al día con comida, por una semana.',
    for: 'Dolor de espalda',
    refills: 0,
  });
  addNoKnownAllergy(chart, 1_590);
  addProcedure(chart, 'physicalTherapy', {
    days: 820,
    words: 'Terapia física',
    outcome: 'Seis sesiones. Sin dolor al terminar.',
  });
  addFluShots(chart, 3);
  addVaccine(chart, 'tdap', 960);
  addVaccine(chart, 'covidUpdated', 430);
  addFamily(chart, 'father', [['44054006', 'Type 2 diabetes', 52]]);
  const goal = addGoal(chart, {
    words: 'Bajar a menos de 187 libras',
    since: 1_590,
    measure: ['29463-7', 'Body weight'],
    below: [187, 0, 'lb', '[lb_av]'],
    stands: 'improving',
    about: [sugar],
  });
  addPlan(chart, {
    title: 'Para que no llegue la diabetes',
    since: 1_590,
    about: [sugar],
    goals: [goal],
    steps: [
      'Caminar media hora, cinco días a la semana.',
      'Agua en lugar de refresco.',
      'Análisis de azúcar cada seis meses.',
    ],
  });
  addTeam(chart, 1_590, [
    [feld, 'Doctora de familia'],
    [rivera, 'Enfermero'],
  ]);
  addAppointment(chart, {
    inDays: 41,
    minute: 16 * 60,
    reason: 'Control de azúcar y colesterol',
    by: feld,
    note: 'Venga en ayunas: nada de comer desde la medianoche. Agua sí.',
  });
};
