import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LabFlag } from '../../../lab-flag.ts';

const words: Readonly<Record<string, ReactNode>> = {
  N: <Trans>Normal</Trans>,
  A: <Trans>Outside the usual</Trans>,
  AA: <Trans>Critical</Trans>,
  H: <Trans>High</Trans>,
  HH: <Trans>Very high (critical)</Trans>,
  L: <Trans>Low</Trans>,
  LL: <Trans>Very low (critical)</Trans>,
};

/** The laboratory's flag in the language on screen; its own words where we have none for its code. */
export const LabFlagText = ({ flag }: { flag: LabFlag }) => words[flag.code.toUpperCase()] ?? <bdi>{flag.text}</bdi>;
