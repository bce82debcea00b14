import { useParams } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../../../../web/lib/page-title.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { ResultLetter } from './ResultLetter.tsx';
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
  usePageTitle(t`One result`, useSession().clinic.name);
  const { state } = useShownResults();
  const id = useParams({ strict: false, select: (params: { id?: string }) => params.id });
  const result = state.results.find((one) => one.id === id);
  if (result) return <ResultLetter result={result} back={back} takesFocus />;
  if (!state.isComplete && !state.partError) return <Waiting />;
  return (
    <>
      {back}
      <EmptyState title={<Trans>This result is not in your list</Trans>}>
        <Trans>It may have been taken back by the lab, or the address is wrong.</Trans>
      </EmptyState>
    </>
  );
};
