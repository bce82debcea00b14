import { Trans, useLingui } from '@lingui/react/macro';
import { usePageTitle } from '../../../../../web/lib/page-title.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { BackLink } from '../../../../../web/ui/BackLink.tsx';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { useOpenId } from '../../shared/list/TwoPane.tsx';
import { MedicineLetter } from './MedicineLetter.tsx';
import { useShownMedicines } from './medicines-context.ts';

const back = (
  <BackLink to="/medicines" className="lg:hidden">
    <Trans>All medicines</Trans>
  </BackLink>
);

/** Beside the list on a desk: the medicine at its top. */
export const FirstMedicine = () => {
  const { first } = useShownMedicines();
  return first ? <MedicineLetter group={first} takesFocus={false} /> : null;
};

/** The medicine whose id stands in the address, also where it is one of several entries. */
export const ChosenMedicine = () => {
  const { t } = useLingui();
  usePageTitle(t`One medicine`, useSession().clinic.name);
  const { state, groups } = useShownMedicines();
  const id = useOpenId();
  const group = groups.find(({ lead, others }) => lead.id === id || others.some((other) => other.id === id));
  if (group) return <MedicineLetter key={group.key} group={group} back={back} takesFocus />;
  if (!state.isComplete && !state.partError && !state.error) return <Waiting />;
  return (
    <>
      {back}
      <EmptyState title={<Trans>This medicine is not in your list</Trans>}>
        <Trans>It may have been taken off the list, or the address is wrong.</Trans>
      </EmptyState>
    </>
  );
};
