import { Trans } from '@lingui/react/macro';
import { OctagonAlert } from 'lucide-react';
import type { Allergy } from '../../../read/allergy.ts';

/**
 * An allergy, never to be taken for the flag of a result: an octagon and a bar at the side, in the clay tone that
 * no result has. A dangerous one says so in words.
 */
export const AllergyMark = ({ allergy }: { allergy: Allergy }) => {
  if (allergy.state === 'none-known') return allergy.name;
  if (allergy.state !== 'active' && allergy.state !== 'unknown')
    return (
      <>
        {allergy.name}{' '}
        <span className="text-sm font-normal">
          {allergy.state === 'refuted' ? <Trans>(ruled out)</Trans> : <Trans>(no longer)</Trans>}
        </span>
      </>
    );
  const isDangerous = allergy.criticality === 'high' || allergy.worst === 'severe';
  return (
    <span className="flex items-start gap-1.5 border-l-4 border-accent bg-accent-soft py-0.5 pr-2 pl-1.5 font-semibold text-ink forced:border-l-[color:CanvasText]">
      <OctagonAlert aria-hidden size={16} className="mt-1 shrink-0 text-accent" />
      <span className="min-w-0">
        {allergy.name}
        {isDangerous ? (
          <span className="font-normal">
            {' – '}
            <Trans>can be dangerous</Trans>
          </span>
        ) : null}
        {allergy.certain ? null : (
          <span className="font-normal">
            {' – '}
            <Trans>not confirmed</Trans>
          </span>
        )}
      </span>
    </span>
  );
};
