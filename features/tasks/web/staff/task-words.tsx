import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Pool, TaskKind, TaskOutcome } from '../../kinds.ts';
import type { TaskItem, TaskStep } from '../../contract.ts';

const kinds: Record<TaskKind, () => ReactNode> = {
  'medicine-not-taken': () => <Trans>The patient says: I do not take this</Trans>,
  'critical-value': () => <Trans>Critical result to answer</Trans>,
  'call-patient': () => <Trans>Call the patient</Trans>,
  'correction-notice': () => <Trans>Corrected result that a former colleague had read</Trans>,
  'comment-due': () => <Trans>Result to comment on</Trans>,
  'mail-returned': () => <Trans>Letter came back</Trans>,
};
/** What is asked; whose word it is, when it is not the patient's own. */
export const KindWords = ({ task: { kind, saidBy } }: { task: Pick<TaskItem, 'kind' | 'saidBy'> }) =>
  kind === 'medicine-not-taken' && saidBy ? (
    <Trans>
      <bdi>{saidBy.name}</bdi>, a trusted person, says: the patient does not take this
    </Trans>
  ) : (
    kinds[kind]()
  );

const pools: Record<Pool, () => ReactNode> = {
  clinician: () => <Trans>Clinicians</Trans>,
  nurse: () => <Trans>Nurses</Trans>,
  desk: () => <Trans>Front desk</Trans>,
  billing: () => <Trans>Billing</Trans>,
};
export const PoolWords = ({ pool }: { pool: Pool }) => pools[pool]();

const outcomes: Record<TaskOutcome, () => ReactNode> = {
  done: () => <Trans>Done</Trans>,
  'not-needed': () => <Trans>Not needed</Trans>,
  reached: () => <Trans>Reached</Trans>,
  'left-message': () => <Trans>Left a message to call back</Trans>,
  'not-reached': () => <Trans>Not reached</Trans>,
};
export const OutcomeWords = ({ outcome }: { outcome: TaskOutcome }) => outcomes[outcome]();

const minuteMs = 60_000;

/** "due in 3 hours", "2 days late": rough, as a person would say it. */
export const DueWords = ({ dueAt }: { dueAt: string }) => {
  const minutes = Math.round((Date.parse(dueAt) - Date.now()) / minuteMs);
  const away = Math.abs(minutes);
  const days = Math.round(away / (24 * 60));
  const hours = Math.round(away / 60);
  if (minutes < 0) {
    if (away < 60) return <Plural value={Math.max(away, 1)} one="# minute late" other="# minutes late" />;
    if (hours < 24) return <Plural value={hours} one="# hour late" other="# hours late" />;
    return <Plural value={days} one="# day late" other="# days late" />;
  }
  if (away < 60) return <Plural value={Math.max(away, 1)} one="due in # minute" other="due in # minutes" />;
  if (hours < 24) return <Plural value={hours} one="due in # hour" other="due in # hours" />;
  return <Plural value={days} one="due in # day" other="due in # days" />;
};

const deeds: Record<TaskStep['did'], () => ReactNode> = {
  made: () => <Trans>asked for</Trans>,
  claimed: () => <Trans>taken</Trans>,
  'taken-over': () => <Trans>taken over</Trans>,
  released: () => <Trans>put back</Trans>,
  tried: () => <Trans>tried</Trans>,
  moved: () => <Trans>handed on</Trans>,
  done: () => <Trans>ended</Trans>,
};
export const DeedWords = ({ did }: { did: TaskStep['did'] }) => deeds[did]();
