import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { PrintButton } from '../../../../../web/ui/PrintButton.tsx';
import { Detail, DetailHeading } from '../../shared/list/Detail.tsx';
import { Dotted } from '../../shared/list/Entry.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { DoseLines } from '../../shared/medicines/DoseText.tsx';
import type { MedicineGroup } from '../../shared/medicines/group-medicines.ts';
import { MedicineFacts } from '../../shared/medicines/MedicineFacts.tsx';
import { MedicineName } from '../../shared/medicines/MedicineName.tsx';
import { MedicineStatus, MedicineStatusMeaning } from '../../shared/medicines/MedicineStatus.tsx';
import { useShownMedicines } from './medicines-context.ts';
import { NotTaking } from './NotTaking.tsx';

/** Other entries about the same medicine: older orders, doses handed out. */
const Earlier = ({ group: { others } }: { group: MedicineGroup }) =>
  others.length === 0 ? null : (
    <details>
      <summary className="w-fit font-semibold text-brand underline underline-offset-4">
        <Plural
          value={others.length}
          one="# more entry about this medicine"
          other="# more entries about this medicine"
        />
      </summary>
      <ul className="mt-2">
        {others.map((medicine, index) => (
          <li
            key={medicine.id ?? index}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2.5"
          >
            <MedicineStatus medicine={medicine} />
            <span className="text-sm text-ink-2">
              <Dotted
                parts={[
                  medicine.at ? <WhenText at={medicine.at} /> : null,
                  medicine.by?.name ? <bdi>{medicine.by.name}</bdi> : null,
                ]}
              />
            </span>
            <span className="basis-full text-sm">
              <DoseLines dosages={medicine.dosages} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );

type Props = { group: MedicineGroup; back?: ReactNode; takesFocus: boolean };

/** One medicine, read like a letter: how to take it, what its status means, where it comes from. */
export const MedicineLetter = ({ group, back, takesFocus }: Props) => {
  const { state } = useShownMedicines();
  const { lead } = group;
  return (
    <Detail
      back={back}
      title={<MedicineName medicine={lead} />}
      flags={<MedicineStatus medicine={lead} />}
      focusKey={takesFocus ? (lead.id ?? '') : undefined}
    >
      <section className="max-w-prose">
        <DetailHeading>
          <Trans>How to take it</Trans>
        </DetailHeading>
        <p className="text-lg">
          <DoseLines dosages={lead.dosages} />
        </p>
        {lead.doNotTake ? (
          <p className="mt-1 font-semibold">
            <Trans>This entry says that it must NOT be taken.</Trans>
          </p>
        ) : null}
      </section>
      <section className="max-w-prose">
        <DetailHeading>
          <Trans>What the status means</Trans>
        </DetailHeading>
        <p>
          <MedicineStatusMeaning medicine={lead} />
        </p>
      </section>
      <NotTaking medicine={lead} />
      <section>
        <DetailHeading>
          <Trans>From the list</Trans>
        </DetailHeading>
        <MedicineFacts medicine={lead} facts={state.completeness} />
      </section>
      <Earlier group={group} />
      <PrintButton>
        <Trans>Print</Trans>
      </PrintButton>
    </Detail>
  );
};
