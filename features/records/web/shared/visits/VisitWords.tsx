import { Trans } from '@lingui/react/macro';
import { Ban, CalendarCheck, CircleHelp, CircleSlash, Hourglass, UserX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import type { Appointment } from '../../../read/appointment.ts';
import type { Visit, VisitKind } from '../../../read/visit.ts';
import type { VisitItem } from './visit-items.ts';

const kinds: Record<VisitKind, ReactNode> = {
  office: <Trans>Office visit</Trans>,
  virtual: <Trans>Video or phone visit</Trans>,
  home: <Trans>Home visit</Trans>,
  emergency: <Trans>Emergency visit</Trans>,
  inpatient: <Trans>Hospital stay</Trans>,
  observation: <Trans>Observation in the hospital</Trans>,
  other: <Trans>Visit</Trans>,
};

export const VisitKindText = ({ kind }: { kind: VisitKind }) => kinds[kind];

/** SNOMED CT types of visits that clinics send most, in our own words: "visit", not "encounter". */
const types: Readonly<Record<string, ReactNode>> = {
  '185349003': <Trans>Check-up</Trans>,
  '162673000': <Trans>General check-up</Trans>,
  '410620009': <Trans>Well-child check-up</Trans>,
  '185345009': <Trans>Visit for a symptom</Trans>,
  '185347001': <Trans>Visit for a problem</Trans>,
  '390906007': <Trans>Follow-up visit</Trans>,
  '394701000': <Trans>Asthma follow-up</Trans>,
  '424441002': <Trans>First pregnancy visit</Trans>,
  '424619006': <Trans>Pregnancy visit</Trans>,
  '50849002': <Trans>Emergency visit</Trans>,
  '183478001': <Trans>Emergency visit for asthma</Trans>,
  '702927004': <Trans>Urgent care</Trans>,
  '371883000': <Trans>Procedure without a stay</Trans>,
  '33879002': <Trans>Vaccination</Trans>,
  '308335008': <Trans>Visit</Trans>,
  '177184002': <Trans>Birth</Trans>,
  '698314001': <Trans>Consultation</Trans>,
};

/** What kind of visit it was: our word for its type, else the clinic's, else how it took place. */
export const VisitTypeText = ({ visit }: { visit: Visit }) => {
  const known = visit.types
    .flatMap(({ codes }) => codes)
    .find(({ system, code }) => system === 'snomed' && code in types);
  if (known) return types[known.code];
  return visit.title ? <bdi>{visit.title}</bdi> : <VisitKindText kind={visit.kind} />;
};

/** What it is called: what it was for says more than its kind. */
export const VisitTitle = ({ item }: { item: VisitItem }) => {
  if (item.kind === 'appointment') {
    return item.appointment.title ? <bdi>{item.appointment.title}</bdi> : <Trans>Appointment</Trans>;
  }
  const [reason] = item.visit.reasons;
  return reason ? (
    <bdi className="inline-block first-letter:uppercase">{reason}</bdi>
  ) : (
    <VisitTypeText visit={item.visit} />
  );
};

type Look = { tone: PillTone; icon: LucideIcon; name: ReactNode };

const appointmentStates: Partial<Record<Appointment['state'], Look>> = {
  booked: { tone: 'ok', icon: CalendarCheck, name: <Trans>Booked</Trans> },
  arrived: { tone: 'ok', icon: CalendarCheck, name: <Trans>Checked in</Trans> },
  waiting: { tone: 'warn', icon: Hourglass, name: <Trans>On the wait list</Trans> },
  proposed: { tone: 'warn', icon: Hourglass, name: <Trans>Not confirmed yet</Trans> },
  cancelled: { tone: 'quiet', icon: Ban, name: <Trans>Cancelled</Trans> },
  missed: { tone: 'quiet', icon: UserX, name: <Trans>Missed</Trans> },
  withdrawn: { tone: 'quiet', icon: CircleSlash, name: <Trans>Entered by mistake</Trans> },
  unknown: { tone: 'quiet', icon: CircleHelp, name: <Trans>Status not given</Trans> },
};

const lookOf = (item: VisitItem): Look | undefined => {
  if (item.kind === 'appointment') {
    const { state } = item.appointment;
    // A booked one that lies behind: nobody said whether it took place.
    return state === 'booked' && !item.isComing ? undefined : appointmentStates[state];
  }
  if (item.visit.state === 'cancelled') return appointmentStates.cancelled;
  if (item.visit.state === 'withdrawn') return appointmentStates.withdrawn;
  return undefined;
};

/** Where it stands, when that is more than "it took place". */
export const VisitState = ({ item }: { item: VisitItem }) => {
  const look = lookOf(item);
  return look ? (
    <Pill tone={look.tone} icon={look.icon}>
      {look.name}
    </Pill>
  ) : null;
};
