import { changeSettings, readSettings, type CriticalSettings } from '#features/critical/contract.ts';
import { commentOnResult } from '#features/records/comments/contract.ts';
import {
  getPatient,
  listAppointments,
  listImmunizations,
  listMedicines,
  listReports,
  listResults,
  listVitals,
  searchDirectory,
} from '#features/records/contract.ts';
import { markNotTaken } from '#features/records/statements/contract.ts';
import { mail } from './cast/clinic.ts';
import { birthDateOf, demoPatients, keyOf } from './cast/patients.ts';
import type { Ask, Doors } from './demo-doors.ts';
import type { Resource } from './fhir/elements.ts';
import type { Start } from './fhir/moments.ts';

export type Day = {
  start: Start;
  doors: Doors;
  /** Record id of a patient, by the key of the cast. */
  patientIdOf: (key: string) => string;
  /** Record id of the newest resource of a person that fits. */
  recordIdOf: (key: string, fits: (resource: Resource) => boolean) => string;
};

const find = async (ask: Ask, start: Start, key: string, reason: string): Promise<void> => {
  const patient = demoPatients.find((one) => keyOf(one) === key)!;
  await ask(searchDirectory, { body: { familyName: patient.family, birthDate: birthDateOf(patient, start), reason } });
};

const look = async ({ patientIdOf }: Day, ask: Ask, key: string, ...lists: (typeof listResults)[]): Promise<void> => {
  for (const list of lists) await ask(list, { params: { patientId: patientIdOf(key) } });
};

/** A clinician who is responsible for neither of the demo's critical values: both can go on to him. */
const deputyName = 'Dr. Anders Lindgren';

/** The administrator names who answers when the responsible clinician does not. */
export const nameDeputy = async ({ doors }: Day): Promise<void> => {
  const okoye = await doors.as(mail('sam.okoye'));
  const { clinicians, answerMinutes, recentHours, usesLimits } = (await okoye(readSettings)) as CriticalSettings;
  const deputyAccountId = clinicians.find(({ name }) => name === deputyName)!.accountId;
  await okoye(changeSettings, { body: { deputyAccountId, answerMinutes, recentHours, usesLimits } });
};

/** What the clinic's people did before the demo begins: so "Who saw my record" has true entries from the first day. */
export const firstLooks = async (day: Day): Promise<void> => {
  const { doors, start, patientIdOf } = day;
  const rivera = await doors.as(mail('tomas.rivera'));
  await find(rivera, start, 'elena', 'Critical potassium called in by the laboratory');
  await rivera(getPatient, { params: { patientId: patientIdOf('elena') } });
  await look(day, rivera, 'elena', listResults, listMedicines);
  await look(day, rivera, 'harold', listResults);
  await look(day, rivera, 'beatrice', listMedicines, listVitals);
  const bello = await doors.as(mail('aisha.bello'));
  await look(day, bello, 'leonard', listVitals, listMedicines);
  await look(day, bello, 'carol', listReports);
  await look(day, bello, 'theo', listImmunizations);
  const desk = await doors.as(mail('grace.lindqvist'));
  await find(desk, start, 'lucia', 'Called to move her visit');
  await find(desk, start, 'theo', 'His father asked when he may bring him');
  const tsai = await doors.as(mail('meilin.tsai'));
  await look(day, tsai, 'zoe', listMedicines, listAppointments);
  await look(day, tsai, 'theo', listVitals, listImmunizations);
  // Harold saw the number that was wrong: he is one of those who are told.
  const harold = await doors.as(mail('harold.nguyen'));
  await look(day, harold, 'harold', listResults, listReports);
};

const startsWith = (words: string) => (resource: Resource) =>
  resource.resourceType === 'DiagnosticReport' &&
  (resource.conclusion as string | undefined)?.startsWith(words) === true;
const reportWith = (loinc: string) => (resource: Resource) =>
  resource.resourceType === 'DiagnosticReport' &&
  (resource.code as { coding?: { code: string }[] }).coding?.[0]?.code === loinc;

/** Words that clinicians wrote to patients, and work that waits for the nurses. */
export const firstWork = async (day: Day): Promise<void> => {
  const { doors, patientIdOf, recordIdOf } = day;
  type Fits = Parameters<Day['recordIdOf']>[1];
  const say = async (ask: Ask, key: string, fits: Fits, text: string, language: 'en' | 'es' = 'en'): Promise<void> => {
    await ask(commentOnResult, {
      params: { patientId: patientIdOf(key), id: recordIdOf(key, fits) },
      body: { text, language },
    });
  };
  const feld = await doors.as(mail('naomi.feld'));
  await look(day, feld, 'elena', listResults, listReports);
  await say(
    feld,
    'elena',
    reportWith('4548-4'),
    'Elena, 6.7 is your best A1c in this record, and right where we want it. Keep walking after dinner. Same medicines until spring.',
  );
  await look(day, feld, 'lucia', listResults);
  await say(
    feld,
    'lucia',
    reportWith('1504-0'),
    'Lucía, la prueba del azúcar salió bien: no tiene diabetes del embarazo. Siga comiendo como hasta ahora.',
    'es',
  );
  const achebe = await doors.as(mail('ifeoma.achebe'));
  await look(day, achebe, 'leonard', listResults, listVitals);
  await say(
    achebe,
    'leonard',
    reportWith('24321-2'),
    'Your potassium is back to normal, Mr. Kowalczyk. Please leave the salt substitute on the shelf in the store: it is potassium. Keep weighing each morning.',
  );
  await say(
    achebe,
    'leonard',
    startsWith('Your potassium is too high'),
    'We spoke on the phone the same afternoon: spironolactone is stopped, and your heart tracing was fine.',
  );
  await look(day, achebe, 'harold', listResults);
  const joan = await doors.as(mail('joan.ellison'));
  await joan(markNotTaken, {
    params: {
      patientId: patientIdOf('ruth'),
      id: recordIdOf(
        'ruth',
        (one) =>
          one.resourceType === 'MedicationRequest' && one.status === 'active' && textOf(one).startsWith('alendronate'),
      ),
    },
    body: { note: 'It burns in her throat. We stopped it two Sundays ago.' },
  });
};

const textOf = (resource: Resource): string => (resource.medicationCodeableConcept as { text: string }).text;
