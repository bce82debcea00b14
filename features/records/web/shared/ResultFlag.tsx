import { Trans } from '@lingui/react/macro';
import { CircleSlash } from 'lucide-react';
import { useIsPatientSide } from '../../../../web/lib/session.ts';
import { Flag } from '../../../../web/ui/Flag.tsx';
import type { Result } from '../../observation.ts';
import { isUrgent, standingOf } from './standing.ts';

/** The one flag of a result. A withdrawn value carries no judgement. */
export const ResultFlag = ({ result }: { result: Result }) => {
  const isPatientSide = useIsPatientSide();
  if (result.withdrawn) {
    return (
      <span className="inline-flex items-center gap-1.5 rounded-full border border-control bg-sunken px-2.5 py-0.5 text-sm font-semibold">
        <CircleSlash aria-hidden size={15} />
        <Trans>Withdrawn by the lab</Trans>
      </span>
    );
  }
  // A result in words ("Not detected") needs no range, so "no range given" would only puzzle.
  if (result.state === 'unknown' && result.value.kind !== 'quantity') return null;
  return <Flag standing={standingOf(result.state)} past={!isUrgent(result)} forStaff={!isPatientSide} />;
};
