import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import type { Result } from '../../../observation.ts';
import { Completeness } from '../../shared/Completeness.tsx';
import { useResults } from '../../shared/load-results.ts';
import { ResultFlag } from '../../shared/ResultFlag.tsx';
import { ResultValueText } from '../../shared/ResultValueText.tsx';
import { useUnitWords } from '../../shared/unit-words.ts';
import { ChartPart } from './ChartPart.tsx';
import { ChartTable, type Column } from './ChartTable.tsx';
import { dateWords } from './date-words.ts';
import { usePatientId } from './patient-id.ts';

/** Results a summary shows of each kind. */
const newest = 12;

const isOutside = (result: Result): boolean =>
  !result.withdrawn && ['critical', 'above', 'below', 'abnormal'].includes(result.state);

/** What a colleague looks for first: the newest results, those outside of their range before the others. */
export const SummaryPart = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const { clinic } = useSession();
  const patientId = usePatientId();
  const state = useResults(patientId);
  const unitWords = useUnitWords();
  const columns: readonly Column<Result>[] = [
    {
      key: 'name',
      title: <Trans>Test</Trans>,
      isName: true,
      cell: (row) => <Link to={`/patients/${patientId}/results/${row.id}`}>{row.title}</Link>,
    },
    { key: 'value', title: <Trans>Value</Trans>, nowrap: true, cell: (row) => <ResultValueText result={row} /> },
    { key: 'flag', title: <Trans>Standing</Trans>, cell: (row) => <ResultFlag result={row} /> },
    {
      key: 'range',
      title: <Trans>Range</Trans>,
      nowrap: true,
      cell: ({ range }) =>
        range ? (range.unit ? range.text.replace(range.unit, unitWords(range.unit)) : range.text).trim() : '–',
    },
    { key: 'at', title: <Trans>Taken</Trans>, nowrap: true, cell: (row) => dateWords(row.takenAt, formats) },
  ];
  const latest = state.trends.map(({ latest: result }) => result);
  const outside = latest.filter(isOutside);
  const recent = latest.filter((result) => !isOutside(result)).slice(0, newest);
  return (
    <ChartPart title={t`Summary`} heading={<Trans>Summary</Trans>}>
      {state.error ? <Problem error={state.error} retry={state.retry} phone={clinic.phone} /> : null}
      {state.isPending ? <Waiting /> : null}
      {state.completeness ? (
        <Completeness
          facts={state.completeness}
          shown={state.results.length}
          isComplete={state.isComplete}
          hasPartFailed={Boolean(state.partError)}
        />
      ) : null}
      {outside.length > 0 ? (
        <section className="mt-4">
          <h2 className="mb-2 text-xl">
            <Trans>Outside of range, the newest of each test</Trans>
          </h2>
          <ChartTable
            label={t`Outside of range`}
            rows={outside}
            keyOf={(row, index) => row.id ?? String(index)}
            columns={columns}
          />
        </section>
      ) : null}
      {recent.length > 0 ? (
        <section className="mt-5">
          <h2 className="mb-2 text-xl">
            <Trans>Newest of the others</Trans>
          </h2>
          <ChartTable
            label={t`Newest results`}
            rows={recent}
            keyOf={(row, index) => row.id ?? String(index)}
            columns={columns}
          />
        </section>
      ) : null}
    </ChartPart>
  );
};
