import { Trans } from '@lingui/react/macro';
import { Ban, Check, CircleHelp, CirclePause, CircleSlash, CircleStop, FilePen } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Medicine, MedicineState } from '../../../read/medicine.ts';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';

type Words = { tone: PillTone; icon: LucideIcon; name: ReactNode; means: ReactNode };

/** State of a medicine: what it is called, and what it means for the person. */
const states: Readonly<Record<MedicineState, Words>> = {
  active: {
    tone: 'ok',
    icon: Check,
    name: <Trans>Current</Trans>,
    means: <Trans>It is on the list of medicines to take now.</Trans>,
  },
  'on-hold': {
    tone: 'warn',
    icon: CirclePause,
    name: <Trans>Paused</Trans>,
    means: <Trans>It is paused for now. Ask before starting again.</Trans>,
  },
  ended: {
    tone: 'quiet',
    icon: CircleStop,
    name: <Trans>Ended</Trans>,
    means: <Trans>It was stopped, or its time is over. Do not take it unless the care team says so.</Trans>,
  },
  'not-taken': {
    tone: 'quiet',
    icon: Ban,
    name: <Trans>Not taken</Trans>,
    means: <Trans>The list itself says that it is not taken.</Trans>,
  },
  planned: {
    tone: 'quiet',
    icon: FilePen,
    name: <Trans>Planned</Trans>,
    means: <Trans>It is planned and has not begun.</Trans>,
  },
  withdrawn: {
    tone: 'quiet',
    icon: CircleSlash,
    name: <Trans>Entered by mistake</Trans>,
    means: <Trans>It came on the list by mistake. Do not use this entry.</Trans>,
  },
  unknown: {
    tone: 'quiet',
    icon: CircleHelp,
    name: <Trans>Status not given</Trans>,
    means: <Trans>The list does not say whether this is current. Ask before you start, stop or change it.</Trans>,
  },
};

/** What the source calls an end, where it says more than that it is one. */
const endings: Readonly<Record<string, { name: ReactNode; means: ReactNode }>> = {
  stopped: {
    name: <Trans>Stopped</Trans>,
    means: <Trans>It was stopped before its planned end. Do not take it unless the care team says so.</Trans>,
  },
  completed: { name: <Trans>Finished</Trans>, means: <Trans>The treatment came to its planned end.</Trans> },
  cancelled: { name: <Trans>Called off</Trans>, means: <Trans>It was called off before it began.</Trans> },
};

type Given = Pick<Medicine, 'state' | 'status'>;

const wordsOf = ({ state, status }: Given): Words => ({
  ...states[state],
  ...(state === 'ended' ? endings[status ?? ''] : undefined),
});

export const MedicineStatus = ({ medicine }: { medicine: Given }) => {
  const { tone, icon, name } = wordsOf(medicine);
  return (
    <Pill tone={tone} icon={icon}>
      {name}
    </Pill>
  );
};

/** One sentence on what the status means and what to do. */
export const MedicineStatusMeaning = ({ medicine }: { medicine: Given }) => wordsOf(medicine).means;
