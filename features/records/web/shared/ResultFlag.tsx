import { Trans } from '@lingui/react/macro';
import { CircleSlash } from 'lucide-react';
import { Flag } from '../../../../web/ui/Flag.tsx';
import type { Result } from '../../observation.ts';
import { isUrgent, standingOf } from './standing.ts';

/** The one flag of a result. A withdrawn value carries no judgement. */
export const ResultFlag = ({ result }: { result: Result }) => {
  if (result.withdrawn) {
    return (
      <span className="inline-flex items-center gap-1.5 rounded-full border border-control bg-sunken px-2.5 py-0.5 text-sm font-semibold">
        <CircleSlash aria-hidden size={15} />
        <Trans>Withdrawn by the lab</Trans>
      </span>
    );
  }
  return <Flag standing={standingOf(result.state)} past={!isUrgent(result)} />;
};
