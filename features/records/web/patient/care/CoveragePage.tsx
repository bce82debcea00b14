import { Trans, useLingui } from '@lingui/react/macro';
import { listCoverage } from '../../../contract.ts';
import { readCoverage, type Coverage } from '../../../read/coverage.ts';
import { CoverageEntry, CoverageState } from '../../shared/care/CoverageEntry.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { SimplePage } from './SimplePage.tsx';

const isOn = ({ state }: Coverage): boolean => state === 'active' || state === 'unknown';

/** Insurance that the clinic has on file. */
export const CoveragePage = () => {
  const { t } = useLingui();
  return (
    <SimplePage
      title={t`Insurance`}
      contract={listCoverage}
      kind="coverage"
      read={readCoverage}
      groups={[
        { key: 'on', title: <Trans>On file</Trans>, has: isOn },
        { key: 'off', title: <Trans>Ended or taken back</Trans>, has: (coverage) => !isOn(coverage) },
      ]}
      entry={(coverage) => <CoverageEntry key={coverage.id} coverage={coverage} />}
      columns={[
        {
          key: 'plan',
          title: <Trans>Plan</Trans>,
          cell: ({ title, type }) => [title, type === title ? null : type].filter(Boolean).join(', '),
        },
        {
          key: 'member',
          title: <Trans>Member number</Trans>,
          cell: ({ memberId, subscriberId }) => <span className="code-figures">{memberId ?? subscriberId ?? '–'}</span>,
        },
        {
          key: 'from',
          title: <Trans>From</Trans>,
          nowrap: true,
          cell: ({ span }) => (span?.start ? <WhenText at={span.start} short /> : '–'),
        },
        { key: 'state', title: <Trans>Status</Trans>, cell: (coverage) => <CoverageState coverage={coverage} /> },
      ]}
    />
  );
};
