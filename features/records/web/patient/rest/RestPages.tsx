import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { listClaims, listDocuments, listObservations, listOther } from '../../../contract.ts';
import type { FhirObservation } from '../../../fhir-shapes.ts';
import { interpretObservation, type Result } from '../../../observation.ts';
import { readClaim } from '../../../read/claim.ts';
import type { FhirResource } from '../../../read/elements.ts';
import { readOther, type Other } from '../../../read/other.ts';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { namesIn } from '../../shared/list/WhoName.tsx';
import { patientQuery } from '../../shared/load-results.ts';
import { personOf } from '../../shared/person.ts';
import { ResultValueText } from '../../shared/ResultValueText.tsx';
import { ClaimEntry, claimDate, ClaimKind, MoneyText } from '../../shared/rest/ClaimEntry.tsx';
import {
  DocumentEntry,
  DocumentName,
  DocumentState,
  readDocument,
  type DocumentItem,
} from '../../shared/rest/DocumentEntry.tsx';
import { FindingEntry, FindingName } from '../../shared/rest/FindingEntry.tsx';
import { OtherEntry, useOtherKind } from '../../shared/rest/OtherEntry.tsx';
import { SimplePage } from '../care/SimplePage.tsx';

const dateColumn = <T,>(at: (item: T) => string | null) => ({
  key: 'at',
  title: <Trans>Date</Trans>,
  nowrap: true,
  cell: (item: T) => {
    const date = at(item);
    return date ? <WhenText at={date} short /> : '–';
  },
});

/** Forms with their answers, and what is known of images. */
export const DocumentsPage = () => {
  const { t } = useLingui();
  return (
    <SimplePage
      title={t`Forms and images`}
      contract={listDocuments}
      kind="forms"
      none={{
        title: <Trans>No forms or images</Trans>,
        text: (
          <Trans>
            Every source was checked. Letters and visit notes are in <Link to="/record/notes">Notes and documents</Link>
            .
          </Trans>
        ),
      }}
      read={readDocument}
      groups={[
        { key: 'forms', title: <Trans>Forms</Trans>, has: (item) => item.is === 'form' },
        { key: 'images', title: <Trans>Images</Trans>, has: (item) => item.is === 'imaging' },
        { key: 'other', title: <Trans>Other documents</Trans>, has: (item) => item.is === 'other' },
      ]}
      entry={(item) => <DocumentEntry key={item.id} item={item} />}
      columns={[
        dateColumn<DocumentItem>(({ at }) => at),
        { key: 'name', title: <Trans>Document</Trans>, cell: (item) => <DocumentName item={item} /> },
        { key: 'state', title: <Trans>Status</Trans>, cell: (item) => <DocumentState item={item} /> },
      ]}
    />
  );
};

/** Answers to questions, habits, and findings that are neither lab values nor vitals. */
export const FindingsPage = () => {
  const { t } = useLingui();
  const patient = useCurrentPatient();
  const summary = useQuery(patientQuery(patient.id)).data;
  const person = useMemo(() => personOf(summary), [summary]);
  const read = useCallback(
    (resource: FhirResource) => interpretObservation(resource as FhirObservation, person),
    [person],
  );
  return (
    <SimplePage
      title={t`Answers and findings`}
      contract={listObservations}
      kind="entries"
      read={read}
      groups={[{ key: 'all', title: <Trans>As recorded</Trans>, has: () => true }]}
      entry={(result) => <FindingEntry key={result.id} result={result} />}
      columns={[
        dateColumn<Result>(({ takenAt }) => takenAt),
        { key: 'what', title: <Trans>What</Trans>, cell: (result) => <FindingName result={result} /> },
        { key: 'value', title: <Trans>Value</Trans>, cell: (result) => <ResultValueText result={result} /> },
      ]}
    />
  );
};

/** Bills sent to insurers and their answers, as they came. */
export const ClaimsPage = () => {
  const { t } = useLingui();
  return (
    <SimplePage
      title={t`Bills sent to insurance`}
      contract={listClaims}
      kind="entries"
      read={readClaim}
      groups={[
        { key: 'claims', title: <Trans>Bills</Trans>, has: ({ kind }) => kind !== 'decision' },
        { key: 'decisions', title: <Trans>Answers of the insurer</Trans>, has: ({ kind }) => kind === 'decision' },
      ]}
      entry={(claim) => <ClaimEntry key={claim.id} claim={claim} />}
      columns={[
        dateColumn(claimDate),
        { key: 'what', title: <Trans>What</Trans>, cell: (claim) => <ClaimKind claim={claim} /> },
        {
          key: 'total',
          title: <Trans>Billed</Trans>,
          cell: ({ total }) => (total ? <MoneyText money={total} /> : '–'),
        },
        { key: 'paid', title: <Trans>Paid</Trans>, cell: ({ paid }) => (paid ? <MoneyText money={paid} /> : '–') },
      ]}
    />
  );
};

/** Orders, samples, messages and whatever else came: shown as it was sent, never dropped. */
export const OtherPage = () => {
  const { t } = useLingui();
  const kindOf = useOtherKind();
  return (
    <SimplePage
      title={t`Everything else`}
      contract={listOther}
      kind="entries"
      read={readOther}
      groups={[{ key: 'all', title: <Trans>As recorded</Trans>, has: () => true }]}
      entry={(item) => <OtherEntry key={item.id} item={item} />}
      columns={[
        dateColumn<Other>(({ at }) => at),
        { key: 'what', title: <Trans>What</Trans>, cell: ({ title, type }) => title || kindOf(type) },
        { key: 'by', title: <Trans>By</Trans>, cell: ({ by }) => namesIn(by) || '–' },
        {
          key: 'more',
          title: <Trans>Details</Trans>,
          cell: ({ facts, reasons }) => [...reasons, ...facts].join(', ') || '–',
        },
      ]}
    />
  );
};
