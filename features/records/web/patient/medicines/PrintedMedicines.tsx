import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Medicine } from '../../../read/medicine.ts';
import { PaperIncomplete } from '../../shared/list/PaperIncomplete.tsx';
import { PaperTable } from '../../shared/list/PaperTable.tsx';
import type { ListState } from '../../shared/list/load-list.ts';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { DoseLines } from '../../shared/medicines/DoseText.tsx';
import { standingOfMedicine, type MedicineGroup } from '../../shared/medicines/group-medicines.ts';
import { MedicineName } from '../../shared/medicines/MedicineName.tsx';
import { MedicineStatus } from '../../shared/medicines/MedicineStatus.tsx';

type Props = { state: ListState<Medicine>; groups: readonly MedicineGroup[] };

const Table = ({ groups, title }: { groups: readonly MedicineGroup[]; title: ReactNode }) =>
  groups.length === 0 ? null : (
    <PaperTable
      title={title}
      rows={groups}
      keyOf={({ key }) => key}
      columns={[
        { key: 'name', title: <Trans>Medicine</Trans>, cell: ({ lead }) => <MedicineName medicine={lead} /> },
        { key: 'dose', title: <Trans>Dose</Trans>, cell: ({ lead }) => <DoseLines dosages={lead.dosages} /> },
        { key: 'status', title: <Trans>Status</Trans>, cell: ({ lead }) => <MedicineStatus medicine={lead} /> },
        {
          key: 'at',
          title: <Trans>Date</Trans>,
          nowrap: true,
          cell: ({ lead }) => (lead.at ? <WhenText at={lead.at} short /> : '–'),
        },
        { key: 'by', title: <Trans>By</Trans>, cell: ({ lead }) => lead.by?.name ?? '–' },
      ]}
    />
  );

/** The list on paper: what is current, and below it everything else. */
export const PrintedMedicines = ({ state, groups }: Props) => {
  const isPast = ({ lead }: MedicineGroup): boolean => standingOfMedicine(lead) === 'past';
  return (
    <>
      <Table title={<Trans>Current medicines</Trans>} groups={groups.filter((group) => !isPast(group))} />
      <Table title={<Trans>Ended</Trans>} groups={groups.filter(isPast)} />
      <PaperIncomplete state={state} />
    </>
  );
};
