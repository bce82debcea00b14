import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { listImmunizations } from '../../../contract.ts';
import { readImmunization } from '../../../read/immunization.ts';
import { groupShots } from '../../shared/health/group-shots.ts';
import { ShotEntry, useVaccineName } from '../../shared/health/ShotEntry.tsx';
import { EntryCard, EntryGroup } from '../../shared/list/Entry.tsx';
import { ListState } from '../../shared/list/ListState.tsx';
import { ListTop } from '../../shared/list/ListTop.tsx';
import { useList } from '../../shared/list/load-list.ts';
import { PaperIncomplete } from '../../shared/list/PaperIncomplete.tsx';
import { BackToRecord } from '../BackToRecord.tsx';
import { SchoolSheet } from './SchoolSheet.tsx';

/** Shots by vaccine; printed, they are the sheet that schools ask for. */
export const ImmunizationsPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const state = useList(listImmunizations, patient.id, readImmunization);
  const nameOf = useVaccineName();
  const given = useMemo(
    () =>
      groupShots(
        state.items.filter((shot) => shot.state === 'given'),
        nameOf,
      ),
    [state.items, nameOf],
  );
  const notGiven = useMemo(
    () =>
      groupShots(
        state.items.filter((shot) => shot.state !== 'given'),
        nameOf,
      ),
    [state.items, nameOf],
  );
  return (
    <>
      <BackToRecord />
      <ListTop
        canPrint={given.length > 0}
        printWords={<Trans>Print for school or work</Trans>}
        heading={
          <PageHeading title={t`Immunizations`} clinic={clinic.name}>
            <Trans>Immunizations</Trans>
          </PageHeading>
        }
      />
      <ListState kind="immunizations" state={state}>
        <EntryCard>
          {given.length > 0 ? (
            <EntryGroup title={<Trans>Vaccines given</Trans>} count={given.length}>
              {given.map((group) => (
                <ShotEntry key={group.key} group={group} />
              ))}
            </EntryGroup>
          ) : null}
          {notGiven.length > 0 ? (
            <EntryGroup title={<Trans>Not given, or taken back</Trans>} count={notGiven.length}>
              {notGiven.map((group) => (
                <ShotEntry key={group.key} group={group} />
              ))}
            </EntryGroup>
          ) : null}
        </EntryCard>
        <SchoolSheet groups={given} nameOf={nameOf} />
        <PaperIncomplete state={state} />
      </ListState>
    </>
  );
};
