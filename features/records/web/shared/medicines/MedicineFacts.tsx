import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Facts } from '../../../../../web/ui/Facts.tsx';
import type { Completeness } from '../../../contract.ts';
import type { Medicine, MedicineKind } from '../../../read/medicine.ts';
import { SourceLine } from '../list/Source.tsx';
import { WhenText } from '../list/WhenText.tsx';

const whatItIs: Record<MedicineKind, ReactNode> = {
  prescribed: <Trans>A prescription</Trans>,
  statement: <Trans>A note of what is taken</Trans>,
  dispensed: <Trans>Handed out by a pharmacy</Trans>,
  given: <Trans>A dose that was given</Trans>,
};

/** Everything else that the list says about one entry, in its own words. */
export const MedicineFacts = ({ medicine, facts }: { medicine: Medicine; facts: Completeness | undefined }) => (
  <Facts
    facts={[
      { key: 'kind', label: <Trans>What this entry is</Trans>, value: whatItIs[medicine.kind] },
      {
        key: 'at',
        label: <Trans>Written on</Trans>,
        value: medicine.at ? <WhenText at={medicine.at} /> : <Trans>None noted</Trans>,
      },
      {
        key: 'from',
        label: <Trans>To be taken from</Trans>,
        value: medicine.span?.start ? <WhenText at={medicine.span.start} /> : null,
      },
      {
        key: 'until',
        label: <Trans>Until</Trans>,
        value: medicine.span?.end ? <WhenText at={medicine.span.end} /> : null,
      },
      {
        key: 'by',
        label: <Trans>By</Trans>,
        value: medicine.by?.name ? <bdi>{medicine.by.name}</bdi> : <Trans>None noted</Trans>,
      },
      { key: 'for', label: <Trans>For</Trans>, value: medicine.reasons.join(', ') },
      { key: 'why', label: <Trans>Reason for the status</Trans>, value: medicine.statusReasons.join(', ') },
      { key: 'quantity', label: <Trans>Amount</Trans>, value: medicine.quantity },
      { key: 'refills', label: <Trans>Refills ordered</Trans>, value: medicine.refills },
      {
        key: 'notes',
        label: <Trans>Notes</Trans>,
        value: medicine.notes.map(({ text }) => text).join(' '),
      },
      {
        key: 'code',
        label: <Trans>Code (RxNorm)</Trans>,
        value: medicine.rxnorm ? <span className="code-figures">{medicine.rxnorm}</span> : null,
      },
      { key: 'source', label: <Trans>Source of the list</Trans>, value: <SourceLine facts={facts} /> },
    ]}
  />
);
