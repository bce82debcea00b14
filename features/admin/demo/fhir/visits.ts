import { demoHospital, demoOrganization } from '../cast/clinic.ts';
import type { Practitioner } from '../cast/staff.ts';
import { add, moment, refTo, staffRef, type Chart } from './chart.ts';
import { concept, type Resource } from './elements.ts';
import { exactlyBefore, plusMinutes } from './moments.ts';
import { clinicRooms } from './shared.ts';

const act = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const ambulatory = { system: act, code: 'AMB', display: 'ambulatory' };

/** What kind of visit: HL7 class, SNOMED CT code and its name, what people call it, usual minutes. */
const kinds = {
  checkup: {
    class: ambulatory,
    type: ['162673000', 'General examination of patient'],
    words: { en: 'Yearly check', es: 'Revisión general' },
    minutes: 30,
  },
  followUp: {
    class: ambulatory,
    type: ['390906007', 'Follow-up encounter'],
    words: { en: 'Follow-up visit', es: 'Visita de control' },
    minutes: 20,
  },
  problem: {
    class: ambulatory,
    type: ['185347001', 'Encounter for problem'],
    words: { en: 'Visit for a problem', es: 'Visita por un problema' },
    minutes: 20,
  },
  nurse: {
    class: ambulatory,
    type: ['185345009', 'Encounter for symptom'],
    words: { en: 'Nurse visit', es: 'Visita con enfermería' },
    minutes: 15,
  },
  prenatal: {
    class: ambulatory,
    type: ['424619006', 'Prenatal visit'],
    words: { en: 'Pregnancy visit', es: 'Visita del embarazo' },
    minutes: 20,
  },
  wellChild: {
    class: ambulatory,
    type: ['410620009', 'Well child visit'],
    words: { en: 'Child check-up', es: 'Revisión infantil' },
    minutes: 30,
  },
  phone: {
    class: { system: act, code: 'VR', display: 'virtual' },
    type: ['185317003', 'Telephone encounter'],
    words: { en: 'Phone call', es: 'Llamada' },
    minutes: 10,
  },
  emergency: {
    class: { system: act, code: 'EMER', display: 'emergency' },
    type: ['50849002', 'Emergency room admission'],
    words: { en: 'Emergency room', es: 'Sala de emergencias' },
    minutes: 240,
  },
  hospital: {
    class: { system: act, code: 'IMP', display: 'inpatient encounter' },
    type: ['32485007', 'Hospital admission'],
    words: { en: 'Hospital stay', es: 'Hospitalización' },
    minutes: 3 * 24 * 60,
  },
} as const;
export type VisitKind = keyof typeof kinds;

export type Visit = {
  readonly chart: Chart;
  readonly encounter: Resource;
  readonly kind: VisitKind;
  readonly reason: string;
  /** Days before the start, for the courses of the chart. */
  readonly days: number;
  /** ISO 8601 with zone: when it began and blood was taken; when results came. */
  readonly takenAt: string;
  readonly issuedAt: string;
  readonly by: Practitioner;
};

type Wanted = {
  /** Days before the start; or the minutes, for what cannot wait for working hours. */
  days?: number;
  minutesAgo?: number;
  /** In words the person would use. */
  reason: string;
  kind?: VisitKind;
  by?: Practitioner;
  /** Days of a hospital stay. */
  stayDays?: number;
};

/** A visit that has been; its vitals, results and notes hang on it. */
export const addVisit = (chart: Chart, wanted: Wanted): Visit => {
  const { reason, kind = 'followUp', by = chart.by, stayDays, minutesAgo } = wanted;
  const days = wanted.days ?? minutesAgo! / 1440;
  const takenAt =
    minutesAgo === undefined
      ? moment(chart, days, 8 * 60 + ((days * 37) % 300))
      : exactlyBefore(chart.start, minutesAgo);
  const { class: kindOf, type, words, minutes } = kinds[kind];
  const isHospital = kind === 'hospital' || kind === 'emergency';
  const place = isHospital ? demoHospital : demoOrganization;
  const end = plusMinutes(chart.start, takenAt, stayDays === undefined ? minutes : stayDays * 1440);
  const encounter = add(chart, 'Encounter', {
    status: 'finished',
    class: kindOf,
    type: [concept('snomed', type[0], type[1], words[chart.patient.language])],
    reasonCode: [{ text: reason }],
    participant: [{ individual: staffRef(by) }],
    period: { start: takenAt, end: minutesAgo === undefined ? end : takenAt },
    serviceProvider: { reference: `Organization/${place.id}`, display: place.name },
    ...(isHospital || kind === 'phone'
      ? {}
      : { location: [{ location: { reference: `Location/${clinicRooms.id}`, display: clinicRooms.name } }] }),
  });
  // The laboratory answers the same afternoon; what came in the last hours, within the hour.
  const issuedAt =
    minutesAgo === undefined
      ? moment(chart, days, 15 * 60 + ((days * 53) % 150))
      : exactlyBefore(chart.start, Math.max(2, minutesAgo - 55));
  return { chart, encounter, kind, reason, days, takenAt, issuedAt, by };
};

/** What a resource says about the visit it belongs to. */
export const ofVisit = ({ encounter }: Visit) => ({ encounter: refTo(encounter) });

type Booked = { inDays: number; minute: number; reason: string; by: Practitioner; minutes?: number; note?: string };

/** A visit that is still to come. */
export const addAppointment = (chart: Chart, { inDays, minute, reason, by, minutes = 20, note }: Booked): Resource => {
  const start = moment(chart, -inDays, minute);
  return add(chart, 'Appointment', {
    status: 'booked',
    serviceType: [{ text: reason }],
    description: reason,
    start,
    end: plusMinutes(chart.start, start, minutes),
    minutesDuration: minutes,
    created: moment(chart, Math.min(30, Math.max(1, inDays)), 11 * 60),
    ...(note ? { patientInstruction: note } : {}),
    participant: [
      { actor: { reference: `Patient/${chart.patient.id}` }, required: 'required', status: 'accepted' },
      { actor: staffRef(by), required: 'required', status: 'accepted' },
      {
        actor: { reference: `Location/${clinicRooms.id}`, display: clinicRooms.name },
        required: 'information-only',
        status: 'accepted',
      },
    ],
  });
};
