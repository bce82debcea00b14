import {
  conceptOf,
  elementsOf,
  entryOf,
  numberTextOf,
  reasonsOf,
  textOf,
  whenOf,
  whoOf,
  wordsOf,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

export type Appointment = Entry & {
  /** What for: type, service or reason, in that order; null: not said. */
  title: string | null;
  state: 'booked' | 'waiting' | 'proposed' | 'arrived' | 'done' | 'cancelled' | 'missed' | 'withdrawn' | 'unknown';
  start: string | null;
  end: string | null;
  minutes: string | null;
  reasons: string[];
  service: string | null;
  people: Who[];
  places: Who[];
  /** What the clinic wrote for the patient ("bring your medicines"). */
  instructions: string[];
  comment: string | null;
  cancelledBecause: string | null;
};

const states: Readonly<Record<string, Appointment['state']>> = {
  booked: 'booked',
  'checked-in': 'arrived',
  arrived: 'arrived',
  fulfilled: 'done',
  cancelled: 'cancelled',
  noshow: 'missed',
  proposed: 'proposed',
  pending: 'proposed',
  waitlist: 'waiting',
  'entered-in-error': 'withdrawn',
};

export const readAppointment = (resource: FhirResource): Appointment => {
  const actors = elementsOf(resource.participant).flatMap((one) => {
    const reference = one.actor as { reference?: unknown } | undefined;
    const type = /^([A-Z][A-Za-z]+)\//.exec(textOf(reference?.reference) ?? '')?.[1] ?? '';
    const who = whoOf(one.actor, resource);
    return who && type !== 'Patient' ? [{ who, type }] : [];
  });
  const places = actors.filter(({ type }) => type === 'Location');
  const reasons = reasonsOf(resource);
  const service = wordsOf(resource.serviceType)[0] ?? null;
  return {
    ...entryOf(resource),
    title: conceptOf(resource.appointmentType)?.text ?? service ?? textOf(resource.description) ?? reasons[0] ?? null,
    state: states[textOf(resource.status) ?? ''] ?? 'unknown',
    start: whenOf(resource, 'start', 'requestedPeriod'),
    end: textOf(resource.end),
    minutes: numberTextOf(resource.minutesDuration),
    reasons,
    service,
    people: actors.filter(({ type }) => type !== 'Location').map(({ who }) => who),
    places: places.map(({ who }) => who),
    instructions: [textOf(resource.patientInstruction)].flatMap((one) => one ?? []),
    comment: textOf(resource.comment),
    cancelledBecause: conceptOf(resource.cancelationReason)?.text ?? null,
  };
};
