import { Plural, Trans } from '@lingui/react/macro';
import { OctagonAlert } from 'lucide-react';
import { useAllergies } from './chart-lists.ts';

const namedAtMost = 3;

/** Allergies in the header that never scrolls away. What could not be loaded says so there, too. */
export const AllergyStrip = ({ patientId }: { patientId: string }) => {
  const state = useAllergies(patientId);
  if (state.error)
    return (
      <p className="font-semibold text-bad">
        <Trans>Allergies could not be loaded</Trans>
      </p>
    );
  const active = state.items.filter((one) => one.state === 'active' || one.state === 'unknown');
  if (active.length === 0) return null;
  const rest = active.length - namedAtMost;
  return (
    <p className="flex items-center gap-1.5 border-l-4 border-accent bg-accent-soft px-2 text-ink forced:border-l-[color:CanvasText]">
      <OctagonAlert aria-hidden size={15} className="shrink-0 text-accent" />
      <span>
        <span className="text-sm">
          <Trans>Allergy</Trans>
        </span>{' '}
        <strong>
          {active
            .slice(0, namedAtMost)
            .map(({ name }) => name)
            .join(', ')}
        </strong>
        {rest > 0 ? (
          <>
            {' '}
            <Plural value={rest} one="and # more" other="and # more" />
          </>
        ) : null}
      </span>
    </p>
  );
};
