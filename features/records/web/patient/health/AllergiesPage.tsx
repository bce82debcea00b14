import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { listAllergies } from '../../../contract.ts';
import { readAllergy, type Allergy } from '../../../read/allergy.ts';
import { AllergyEntry, AllergyFlags, AllergyName, Reactions } from '../../shared/health/AllergyEntry.tsx';
import { standingOfAllergies } from '../../shared/health/allergy-standing.ts';
import { EntryCard, EntryGroup } from '../../shared/list/Entry.tsx';
import { ListState } from '../../shared/list/ListState.tsx';
import { ListTop } from '../../shared/list/ListTop.tsx';
import { useList } from '../../shared/list/load-list.ts';
import { PaperIncomplete } from '../../shared/list/PaperIncomplete.tsx';
import { PaperTable } from '../../shared/list/PaperTable.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { BackToRecord } from '../BackToRecord.tsx';

const isCurrent = ({ state }: Allergy): boolean => state === 'active' || state === 'unknown';

const groups: readonly { key: string; title: ReactNode; has: (allergy: Allergy) => boolean }[] = [
  { key: 'now', title: <Trans>Current allergies</Trans>, has: isCurrent },
  { key: 'none', title: <Trans>Recorded as none</Trans>, has: ({ state }) => state === 'none-known' },
  {
    key: 'past',
    title: <Trans>Past, ruled out or taken back</Trans>,
    has: (allergy) => !isCurrent(allergy) && allergy.state !== 'none-known',
  },
];

/** One sentence on allergies as a whole: "none" only where somebody recorded it. */
const Standing = ({ allergies }: { allergies: readonly Allergy[] }) => {
  const standing = standingOfAllergies(allergies);
  if (standing === 'some') return null;
  if (standing === 'none-known') {
    return (
      <Notice tone="ok" title={<Trans>No known allergies</Trans>}>
        <p>
          <Trans>Somebody at the clinic asked, and this was written down.</Trans>
        </p>
      </Notice>
    );
  }
  if (standing === 'only-kinds-known') {
    return (
      <Notice tone="info" title={<Trans>None known of the kind below</Trans>}>
        <p>
          <Trans>Other kinds of allergies were not asked about, or not written down.</Trans>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={<Trans>No current allergy is recorded</Trans>}>
      <p>
        <Trans>That is not the same as “no allergies”: nobody has written that down. Tell us if you have one.</Trans>
      </p>
    </Notice>
  );
};

/** Allergies, and what may truly be said where there are none. */
export const AllergiesPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const state = useList(listAllergies, patient.id, readAllergy);
  return (
    <>
      <BackToRecord />
      <ListTop
        canPrint={state.items.length > 0}
        heading={
          <PageHeading title={t`Allergies`} clinic={clinic.name}>
            <Trans>Allergies</Trans>
          </PageHeading>
        }
      />
      <ListState
        kind="allergies"
        state={state}
        none={{
          title: <Trans>No allergy information is recorded</Trans>,
          text: (
            <Trans>
              That is not the same as “no allergies”: nobody has written down an answer. If you are allergic to
              something, call us: {clinic.phone}
            </Trans>
          ),
        }}
      >
        <Standing allergies={state.items} />
        <EntryCard>
          {groups.map(({ key, title, has }) => {
            const members = state.items.filter(has);
            return members.length === 0 ? null : (
              <EntryGroup key={key} title={title} count={members.length}>
                {members.map((allergy, index) => (
                  <AllergyEntry key={allergy.id ?? index} allergy={allergy} />
                ))}
              </EntryGroup>
            );
          })}
        </EntryCard>
        <PaperTable
          rows={state.items}
          keyOf={(allergy, index) => allergy.id ?? String(index)}
          columns={[
            { key: 'name', title: <Trans>Allergy</Trans>, cell: (allergy) => <AllergyName allergy={allergy} /> },
            { key: 'reaction', title: <Trans>Reaction</Trans>, cell: (allergy) => <Reactions allergy={allergy} /> },
            {
              key: 'state',
              title: <Trans>Status</Trans>,
              cell: (allergy) => <AllergyFlags allergy={allergy} onPaper />,
            },
            {
              key: 'at',
              title: <Trans>Recorded</Trans>,
              nowrap: true,
              cell: ({ recordedAt }) => (recordedAt ? <WhenText at={recordedAt} short /> : '–'),
            },
          ]}
        />
        <PaperIncomplete state={state} />
      </ListState>
    </>
  );
};
