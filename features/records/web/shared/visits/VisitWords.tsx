import { Trans } from '@lingui/react/macro';
import { Ban, CalendarCheck, CircleHelp, CircleSlash, Hourglass, UserX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import type { Appointment } from '../../../read/appointment.ts';
import type { VisitKind } from '../../../read/visit.ts';
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

/** What it is called: the clinic's word for it, else its kind. */
export const VisitTitle = ({ item }: { item: VisitItem }) => {
  if (item.kind === 'appointment') {
    return item.appointment.title ? <bdi>{item.appointment.title}</bdi> : <Trans>Appointment</Trans>;
  }
  const { visit } = item;
  return visit.title ? <bdi>{visit.title}</bdi> : <VisitKindText kind={visit.kind} />;
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
