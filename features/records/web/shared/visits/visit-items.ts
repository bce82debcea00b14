import { dayOf } from '../../../../../web/lib/format.ts';
import { time } from '../../../panel.ts';
import type { Appointment } from '../../../read/appointment.ts';
import type { Visit } from '../../../read/visit.ts';

/** A visit that took place, or one that was or is agreed. */
export type VisitItem = {
  id: string;
  at: string | null;
  isComing: boolean;
} & ({ kind: 'visit'; visit: Visit } | { kind: 'appointment'; appointment: Appointment });

const isAhead = (at: string | null, now: Date): boolean => at !== null && dayOf(at) >= dayOf(now);

const over: readonly Appointment['state'][] = ['done', 'missed', 'withdrawn'];

/**
 * Coming ones soonest first, past ones newest first. An appointment that became a visit of the same day
 * stands once, as the visit; what is cancelled stays to be seen.
 */
export const visitItems = (
  visits: readonly Visit[],
  appointments: readonly Appointment[],
  now: Date = new Date(),
): { coming: VisitItem[]; past: VisitItem[] } => {
  const daysOfVisits = new Set(visits.flatMap(({ span }) => (span?.start ? [dayOf(span.start)] : [])));
  const items: VisitItem[] = [
    ...visits.map((visit): VisitItem => {
      const at = visit.span?.start ?? null;
      const isComing = (visit.state === 'planned' || visit.state === 'arrived') && isAhead(at, now);
      return { kind: 'visit', id: visit.id ?? '', at, isComing, visit };
    }),
    ...appointments
      .filter(({ state, start }) => !(state === 'done' && start !== null && daysOfVisits.has(dayOf(start))))
      .map((appointment): VisitItem => ({
        kind: 'appointment',
        id: appointment.id ?? '',
        at: appointment.start,
        isComing: isAhead(appointment.start, now) && !over.includes(appointment.state),
        appointment,
      })),
  ];
  return {
    coming: items.filter((item) => item.isComing).toSorted((a, b) => time(a.at) - time(b.at)),
    past: items.filter((item) => !item.isComing).toSorted((a, b) => time(b.at) - time(a.at)),
  };
};

/** The next one that will take place. */
export const nextVisit = (coming: readonly VisitItem[]): VisitItem | undefined =>
  coming.find(
    (item) =>
      item.kind === 'visit' || (item.appointment.state !== 'cancelled' && item.appointment.state !== 'proposed'),
  );
