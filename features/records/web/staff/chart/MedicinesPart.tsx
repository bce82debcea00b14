import { Trans, useLingui } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import type { Medicine } from '../../../read/medicine.ts';
import { ListState } from '../../shared/list/ListState.tsx';
import { useMedicines } from './chart-lists.ts';
import { ChartPart } from './ChartPart.tsx';
import { ChartTable } from './ChartTable.tsx';
import { dateWords } from './date-words.ts';
import { usePatientId } from './patient-id.ts';
import { medicineStates } from './state-words.tsx';

/** How it is taken, as the sender put it. */
export const doseWords = (medicine: Medicine): string =>
  medicine.dosages
    .map(({ words, dose, route }) => words ?? [dose, route].filter(Boolean).join(', '))
    .filter(Boolean)
    .join('; ');

const rank = (medicine: Medicine): number =>
  medicine.state === 'active' ? 0 : medicine.state === 'ended' || medicine.state === 'withdrawn' ? 2 : 1;

/** Every entry about a medicine, those in force first. The source's list stays as it is. */
export const MedicinesPart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const state = useMedicines(usePatientId());
  const rows = state.items.toSorted((a, b) => rank(a) - rank(b));
  return (
    <ChartPart title={t`Medicines`} heading={<Trans>Medicines</Trans>}>
      <ListState kind="medicines" state={state}>
        <ChartTable
          label={t`Medicines`}
          rows={rows}
          keyOf={(row, index) => row.id ?? String(index)}
          isQuiet={(row) => rank(row) === 2}
          columns={[
            {
              key: 'name',
              title: <Trans>Medicine</Trans>,
              isName: true,
              cell: (row) => row.name ?? row.medication?.name ?? t`Name not sent`,
            },
            { key: 'dose', title: <Trans>How</Trans>, cell: doseWords },
            {
              key: 'state',
              title: <Trans>State</Trans>,
              nowrap: true,
              cell: (row) => (row.doNotTake ? <Trans>Do not take</Trans> : medicineStates[row.state]),
            },
            { key: 'for', title: <Trans>For</Trans>, cell: (row) => row.reasons.join(', ') },
            { key: 'at', title: <Trans>As of</Trans>, nowrap: true, cell: (row) => dateWords(row.at, formats) },
          ]}
        />
      </ListState>
    </ChartPart>
  );
};
