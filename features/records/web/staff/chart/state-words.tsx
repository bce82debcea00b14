import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Condition } from '../../../read/condition.ts';
import type { Medicine } from '../../../read/medicine.ts';
import type { Visit } from '../../../read/visit.ts';

/** Closed sets of the readers, in the console's words. */
export const medicineStates: Record<Medicine['state'], ReactNode> = {
  active: <Trans>Active</Trans>,
  'on-hold': <Trans>On hold</Trans>,
  ended: <Trans>Ended</Trans>,
  planned: <Trans>Planned</Trans>,
  'not-taken': <Trans>Not taken</Trans>,
  withdrawn: <Trans>Withdrawn by the sender</Trans>,
  unknown: <Trans>Not said</Trans>,
};

export const conditionStates: Record<Condition['state'], ReactNode> = {
  active: <Trans>Active</Trans>,
  recurrence: <Trans>Back again</Trans>,
  remission: <Trans>In remission</Trans>,
  resolved: <Trans>Resolved</Trans>,
  refuted: <Trans>Ruled out</Trans>,
  withdrawn: <Trans>Withdrawn by the sender</Trans>,
  unknown: <Trans>Not said</Trans>,
};

export const visitKinds: Record<Visit['kind'], ReactNode> = {
  office: <Trans>Office</Trans>,
  virtual: <Trans>Video or phone</Trans>,
  home: <Trans>At home</Trans>,
  emergency: <Trans>Emergency</Trans>,
  inpatient: <Trans>Hospital stay</Trans>,
  observation: <Trans>Observation</Trans>,
  other: <Trans>Other</Trans>,
};

export const visitStates: Record<Visit['state'], ReactNode> = {
  planned: <Trans>Planned</Trans>,
  arrived: <Trans>Arrived</Trans>,
  'in-progress': <Trans>Under way</Trans>,
  finished: <Trans>Finished</Trans>,
  cancelled: <Trans>Cancelled</Trans>,
  withdrawn: <Trans>Withdrawn by the sender</Trans>,
  unknown: <Trans>Not said</Trans>,
};

export const isCurrent = (condition: Condition): boolean =>
  condition.state === 'active' || condition.state === 'recurrence';
