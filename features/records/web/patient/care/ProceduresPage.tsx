import { Trans, useLingui } from '@lingui/react/macro';
import { listProcedures } from '../../../contract.ts';
import { readProcedure, type Procedure } from '../../../read/procedure.ts';
import { ProcedureDate, ProcedureEntry, ProcedureState } from '../../shared/care/ProcedureEntry.tsx';
import { namesIn } from '../../shared/list/WhoName.tsx';
import { SimplePage } from './SimplePage.tsx';

const wasDone = ({ state }: Procedure): boolean => state === 'done' || state === 'in-progress' || state === 'unknown';

/** Operations, exams and treatments. */
export const ProceduresPage = () => {
  const { t } = useLingui();
  return (
    <SimplePage
      title={t`Procedures`}
      contract={listProcedures}
      kind="procedures"
      read={readProcedure}
      groups={[
        { key: 'done', title: <Trans>Done</Trans>, has: wasDone },
        { key: 'rest', title: <Trans>Planned, not done or taken back</Trans>, has: (procedure) => !wasDone(procedure) },
      ]}
      entry={(procedure) => <ProcedureEntry key={procedure.id} procedure={procedure} />}
      columns={[
        {
          key: 'at',
          title: <Trans>Date</Trans>,
          nowrap: true,
          cell: (procedure) => <ProcedureDate procedure={procedure} />,
        },
        { key: 'name', title: <Trans>Procedure</Trans>, cell: ({ name }) => name },
        { key: 'by', title: <Trans>By</Trans>, cell: ({ by }) => namesIn(by) || '–' },
        { key: 'state', title: <Trans>Status</Trans>, cell: (procedure) => <ProcedureState procedure={procedure} /> },
      ]}
    />
  );
};
