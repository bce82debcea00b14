import { Trans, useLingui } from '@lingui/react/macro';
import { usePageTitle } from '../../../../../web/lib/page-title.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { BackLink } from '../../../../../web/ui/BackLink.tsx';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { useOpenId } from '../../shared/list/TwoPane.tsx';
import { VisitLetter } from './VisitLetter.tsx';
import { useShownVisits } from './visits-context.ts';

const back = (
  <BackLink to="/visits" className="lg:hidden">
    <Trans>All visits</Trans>
  </BackLink>
);

/** Beside the list on a desk: the next visit, else the newest. */
export const FirstVisit = () => {
  const { coming, past } = useShownVisits();
  const first = coming[0] ?? past[0];
  return first ? <VisitLetter item={first} takesFocus={false} /> : null;
};

/** The visit whose id stands in the address. */
export const ChosenVisit = () => {
  const { t } = useLingui();
  usePageTitle(t`One visit`, useSession().clinic.name);
  const { coming, past, visits, appointments } = useShownVisits();
  const id = useOpenId();
  const item = [...coming, ...past].find((one) => one.id === id);
  if (item) return <VisitLetter key={item.id} item={item} back={back} takesFocus />;
  if (visits.isPending || appointments.isPending || (!visits.isComplete && !visits.partError && !visits.error))
    return <Waiting />;
  return (
    <>
      {back}
      <EmptyState title={<Trans>This visit is not in your list</Trans>}>
        <Trans>It may have been taken back, or the address is wrong.</Trans>
      </EmptyState>
    </>
  );
};
