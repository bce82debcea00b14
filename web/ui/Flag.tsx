import { Trans } from '@lingui/react/macro';
import { ArrowDown, ArrowUp, Check, CircleHelp, Info, Phone, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Where a value stands. Red belongs to `critical` alone, so that other results do not frighten. */
export type Standing = 'in' | 'above' | 'below' | 'outside' | 'critical' | 'unknown';

const pill =
  'inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-sm font-semibold min-[26.25rem]:whitespace-nowrap ' +
  'in-[.staff]:px-2 forced:border-current print:border-current';

const tones: Record<Standing, string> = {
  in: 'bg-ok-soft text-ok border-transparent',
  above: 'bg-warn-soft text-warn border-transparent',
  below: 'bg-warn-soft text-warn border-transparent',
  outside: 'bg-warn-soft text-warn border-transparent',
  critical: 'bg-bad-soft text-bad border-bad',
  unknown: 'bg-sunken text-ink-2 border-transparent',
};

const contents: Record<Standing, () => ReactNode> = {
  in: () => (
    <>
      <Check aria-hidden size={15} strokeWidth={2.5} />
      <Trans>In range</Trans>
    </>
  ),
  above: () => (
    <>
      <ArrowUp aria-hidden size={15} strokeWidth={2.5} />
      <Trans>Above range</Trans>
    </>
  ),
  below: () => (
    <>
      <ArrowDown aria-hidden size={15} strokeWidth={2.5} />
      <Trans>Below range</Trans>
    </>
  ),
  outside: () => (
    <>
      <Info aria-hidden size={15} strokeWidth={2.5} />
      <Trans>Outside range</Trans>
    </>
  ),
  critical: () => (
    <>
      <Phone aria-hidden size={15} strokeWidth={2.5} />
      <Trans>Critical – call now</Trans>
    </>
  ),
  unknown: () => (
    <>
      <CircleHelp aria-hidden size={15} strokeWidth={2.5} />
      <Trans>No range given</Trans>
    </>
  ),
};

const pastCritical = (
  <>
    <Info aria-hidden size={15} strokeWidth={2.5} />
    <Trans>Critical at that time</Trans>
  </>
);

const staffCritical = (
  <>
    <TriangleAlert aria-hidden size={15} strokeWidth={2.5} />
    <Trans>Critical</Trans>
  </>
);

type Props = {
  standing: Standing;
  /** Too long ago to act on today. */
  past?: boolean;
  /** Staff are not told to call themselves. */
  forStaff?: boolean;
};

const wordsFor = ({ standing, past, forStaff }: Props): ReactNode => {
  if (standing !== 'critical') return contents[standing]();
  if (forStaff) return staffCritical;
  return past ? pastCritical : contents.critical();
};

/** Icon, word and colour together: never colour alone. */
export const Flag = (props: Props) => <span className={`${pill} ${tones[props.standing]}`}>{wordsFor(props)}</span>;
