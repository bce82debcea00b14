import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, type ReactNode } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { listMedicines } from '../../../contract.ts';
import { readMedicine, type Medicine } from '../../../read/medicine.ts';
import { EntryGroup } from '../../shared/list/Entry.tsx';
import { ListState } from '../../shared/list/ListState.tsx';
import { ListTop } from '../../shared/list/ListTop.tsx';
import { useList } from '../../shared/list/load-list.ts';
import { TwoPane, useOpenId } from '../../shared/list/TwoPane.tsx';
import {
  groupMedicines,
  standingOfMedicine,
  type MedicineGroup,
  type MedicineStanding,
} from '../../shared/medicines/group-medicines.ts';
import { MedicineRow } from '../../shared/medicines/MedicineRow.tsx';
import { MedicinesProvider } from './medicines-context.ts';
import { PrintedMedicines } from './PrintedMedicines.tsx';
import { useStatements } from './statements.ts';

const order: readonly MedicineStanding[] = ['now', 'paused', 'unclear', 'past'];

const titles: Record<MedicineStanding, ReactNode> = {
  now: <Trans>Current medicines</Trans>,
  paused: <Trans>Paused or planned</Trans>,
  unclear: <Trans>Status not given</Trans>,
  past: <Trans>Ended</Trans>,
};

const read = (resource: Parameters<typeof readMedicine>[0]): Medicine => readMedicine(resource);

const List = ({ groups, firstId }: { groups: readonly MedicineGroup[]; firstId: string | undefined }) => {
  const openId = useOpenId();
  const said = useStatements();
  return (
    <Card as="div" className="overflow-hidden">
      {order.map((standing) => {
        const shown = groups.filter(({ lead }) => standingOfMedicine(lead) === standing);
        if (shown.length === 0) return null;
        return (
          <EntryGroup key={standing} title={titles[standing]} count={shown.length}>
            {shown.map((group) => (
              <MedicineRow
                key={group.key}
                group={group}
                to={`/medicines/${group.lead.id ?? ''}`}
                isOpen={(openId ?? firstId) === group.lead.id}
                isSaidNotTaken={said.standing(group.lead.id) !== undefined}
              />
            ))}
          </EntryGroup>
        );
      })}
    </Card>
  );
};

/** Medicines: what is current first, then what is paused, unclear or ended. */
export const MedicinesPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const state = useList(listMedicines, patient.id, read);
  const groups = useMemo(() => groupMedicines(state.items), [state.items]);
  const first = order.flatMap((standing) => groups.filter(({ lead }) => standingOfMedicine(lead) === standing))[0];
  const heading = (
    <PageHeading title={t`Medicines`} clinic={clinic.name}>
      <Trans>Medicines</Trans>
    </PageHeading>
  );
  return (
    <MedicinesProvider value={{ state, groups, first }}>
      <TwoPane
        top={
          <>
            <ListTop
              heading={heading}
              canPrint={groups.length > 0}
              lead={
                <Trans>
                  This list comes from the clinic's system. Do not start, stop or change a medicine because of it alone.
                </Trans>
              }
            />
            <div className="mb-5">
              <ListState kind="medicines" state={state}>
                {null}
              </ListState>
            </div>
          </>
        }
        list={groups.length > 0 ? <List groups={groups} firstId={first?.lead.id ?? undefined} /> : null}
        paper={<PrintedMedicines state={state} groups={groups} />}
      />
    </MedicinesProvider>
  );
};
