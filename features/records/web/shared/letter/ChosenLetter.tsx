import { useParams } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../../../../web/lib/page-title.ts';
import { useIsPatientSide, useSession } from '../../../../../web/lib/session.ts';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { HeldLetter } from '../held/HeldLetter.tsx';
import { ResultLetter } from './ResultLetter.tsx';
import { usePlainWords } from '../plain-words.ts';
import { useShownResults } from '../results-context.ts';
import { firstShown } from '../trend-groups.ts';

/** Beside the list on a desk: the result at its top. */
export const FirstResult = () => {
  const { state } = useShownResults();
  const first = firstShown(state.trends);
  return first ? <ResultLetter result={first.latest} takesFocus={false} /> : null;
};

/** The result whose id stands in the address. */
export const ChosenLetter = ({ back }: { back: ReactNode }) => {
  const { t } = useLingui();
  const words = usePlainWords();
  const { state, patientId } = useShownResults();
  const isPatientSide = useIsPatientSide();
  const id = useParams({ strict: false, select: (params: { id?: string }) => params.id });
  const result = state.results.find((one) => one.id === id);
  usePageTitle(result ? words(result).name : t`One result`, useSession().clinic.name);
  if (result) return <ResultLetter result={result} back={back} takesFocus />;
  if (!state.isComplete && !state.partError) return <Waiting />;
  const waiting = isPatientSide ? state.completeness : undefined;
  const isHeld = waiting?.held?.some((one) => one.id === id) ?? false;
  if (id && waiting && (isHeld || waiting.withheld > (waiting.held?.length ?? 0)))
    return (
      <>
        {back}
        <HeldLetter key={id} patientId={patientId} id={id} isSure={isHeld} />
      </>
    );
  return (
    <>
      {back}
      <EmptyState title={<Trans>This result is not in your list</Trans>}>
        <Trans>It may have been taken back by the lab, or the address is wrong.</Trans>
      </EmptyState>
    </>
  );
};
