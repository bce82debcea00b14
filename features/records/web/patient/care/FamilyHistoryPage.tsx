import { Trans, useLingui } from '@lingui/react/macro';
import { listFamilyHistory } from '../../../contract.ts';
import { readFamilyHistory } from '../../../read/family-history.ts';
import { FamilyConditions, FamilyEntry, FamilyState } from '../../shared/care/FamilyEntry.tsx';
import { SimplePage } from './SimplePage.tsx';

/** Health problems of relatives. */
export const FamilyHistoryPage = () => {
  const { t } = useLingui();
  return (
    <SimplePage
      title={t`Family history`}
      contract={listFamilyHistory}
      kind="family-history"
      read={readFamilyHistory}
      groups={[{ key: 'all', title: <Trans>Relatives</Trans>, has: () => true }]}
      entry={(relative) => <FamilyEntry key={relative.id} relative={relative} />}
      columns={[
        {
          key: 'who',
          title: <Trans>Relative</Trans>,
          cell: ({ relation, name }) => [relation, name].filter(Boolean).join(', '),
        },
        {
          key: 'what',
          title: <Trans>Health problems</Trans>,
          cell: (relative) => <FamilyConditions relative={relative} />,
        },
        { key: 'state', title: <Trans>Status</Trans>, cell: (relative) => <FamilyState relative={relative} /> },
      ]}
    />
  );
};
