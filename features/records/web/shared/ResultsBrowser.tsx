import { Outlet, useParams } from '@tanstack/react-router';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useIsPatientSide, useSession } from '../../../../web/lib/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { EmptyState } from '../../../../web/ui/EmptyState.tsx';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { PrintButton } from '../../../../web/ui/PrintButton.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { SearchField } from '../../../../web/ui/SearchField.tsx';
import { Segments } from '../../../../web/ui/Segments.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import type { Result } from '../../observation.ts';
import { testKey, type Trend } from '../../trend.ts';
import { useComments } from './comments/use-comments.ts';
import { Completeness, isProvenEmpty } from './Completeness.tsx';
import { atGoal, useGoals } from './goals/use-goals.ts';
import { HeldNotice } from './held/HeldNotice.tsx';
import { useResults, type ResultsState } from './load-results.ts';
import { PanelList } from './PanelList.tsx';
import { PrintedResults } from './PrintedResults.tsx';
import { ResultsProvider, useShownResults } from './results-context.ts';
import { usePlainLab } from '../plain/use-plain.ts';
import { searchable, searchTrends } from './search.ts';
import { firstShown } from './trend-groups.ts';
import { TrendList } from './TrendList.tsx';

type View = 'test' | 'date';
type Props = { patientId: string; heading: ReactNode; pathOf: (resultId: string) => string };

const pathOfTrend = (trend: Trend, pathOf: Props['pathOf']): string =>
  trend.latest.id ? pathOf(trend.latest.id) : '.';

const Empty = ({ state, phone }: { state: ResultsState; phone: string }) => {
  if (!state.completeness || !state.isComplete) return <Waiting />;
  if (isProvenEmpty(state.completeness)) {
    return (
      <EmptyState title={<Trans>No results</Trans>}>
        <Trans>Every source was checked, and none has sent a result for you.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans>Nothing to show – but we cannot say “none”</Trans>}>
      <Trans>
        Not every source could be checked, or something is held back (see above). Call us for your results:{' '}
        <a href={`tel:${phone}`}>{phone}</a>
      </Trans>
    </EmptyState>
  );
};

type TopProps = { className: string; state: ResultsState; heading: ReactNode; patientId: string };

const Top = ({ className, state, heading, patientId }: TopProps) => (
  <div className={`screen-only mb-5 ${className}`}>
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      {heading}
      {state.trends.length > 0 ? (
        <div className="mb-6 in-[.staff]:mb-3">
          <PrintButton />
        </div>
      ) : null}
    </div>
    <div className="space-y-3">
      {state.held ? <HeldNotice facts={state.held} patientId={patientId} /> : null}
      {state.completeness ? (
        <Completeness
          facts={state.completeness}
          shown={state.results.length}
          isComplete={state.isComplete}
          hasPartFailed={Boolean(state.partError)}
        />
      ) : null}
    </div>
  </div>
);

/** The list: searched, by test or by date. */
const ListCard = ({ className, openKey }: { className: string; openKey: string | undefined }) => {
  const { t } = useLingui();
  const { state, pathOf } = useShownResults();
  const [view, setView] = useState<View>('test');
  const [typed, setTyped] = useState('');
  const deferred = useDeferredValue(typed);
  const searchLabel = useIsPatientSide() ? t`Search your tests` : t`Search tests`;
  const findPlain = usePlainLab();
  const named = useMemo(() => searchable(state.trends, findPlain), [state.trends, findPlain]);
  const found = useMemo(() => searchTrends(named, deferred), [named, deferred]);
  return (
    <Card as="div" className={`screen-only overflow-hidden ${className}`}>
      <div className="space-y-3 border-b border-line p-4 md:px-5 in-[.staff]:p-3">
        <SearchField label={searchLabel} value={typed} onChange={setTyped} />
        <Segments<View>
          label={t`Order of the list`}
          value={view}
          onChange={setView}
          options={[
            { value: 'test', label: <Trans>By test</Trans> },
            { value: 'date', label: <Trans>By date</Trans> },
          ]}
        />
      </div>
      <p role="status" className="sr-only">
        {deferred ? plural(found.length, { one: '# test found', other: '# tests found' }) : ''}
      </p>
      {view === 'test' || deferred ? (
        <TrendList
          trends={found}
          linkTo={(trend) => pathOfTrend(trend, pathOf)}
          openKey={openKey}
          keyOf={(trend) => testKey(trend.latest)}
        />
      ) : (
        <PanelList panels={state.panels} linkTo={pathOf} />
      )}
      {found.length === 0 ? (
        <Notice tone="info" className="m-4">
          <p>
            {state.isComplete ? (
              <Trans>No test with this name is in your results.</Trans>
            ) : (
              <Trans>No test with this name so far. Older results are still loading.</Trans>
            )}
          </p>
        </Notice>
      ) : null}
    </Card>
  );
};

/** List and letter side by side on a desk, one after the other on a phone. */
export const ResultsBrowser = ({ patientId, heading, pathOf }: Props) => {
  const { clinic } = useSession();
  const state = useResults(patientId);
  const openId = useParams({ strict: false, select: (params: { id?: string }) => params.id });
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    detail.current?.scrollTo(0, 0);
  }, [openId]);
  const goals = useGoals(patientId);
  const comments = useComments(patientId);
  const goalOf = (result: Result) => atGoal(goals, result);
  const commentsOn = (result: Result) =>
    comments.of([
      result.id,
      ...state.panels
        .filter((panel) => panel.reportId !== null && panel.results.some(({ id }) => id === result.id))
        .map((panel) => panel.reportId),
    ]);
  const firstTrend = firstShown(state.trends);
  const openResult = state.results.find((result) => result.id === openId);
  const openKey = openResult
    ? testKey(openResult)
    : openId === undefined && firstTrend
      ? testKey(firstTrend.latest)
      : undefined;
  const isListHidden = openId === undefined ? '' : 'hidden lg:block print:hidden';
  const isDetailHidden = openId === undefined ? 'hidden lg:block print:hidden' : '';

  if (state.error) return <Problem error={state.error} retry={state.retry} phone={clinic.phone} />;
  if (state.isPending) return <Waiting />;
  return (
    <>
      <Top className={isListHidden} state={state} heading={heading} patientId={patientId} />
      {state.trends.length === 0 && openId === undefined ? (
        <Empty state={state} phone={clinic.phone} />
      ) : (
        <ResultsProvider value={{ state, patientId, pathOf, goalOf, commentsOn }}>
          <div className="items-start gap-6 lg:grid lg:grid-cols-[minmax(20rem,5fr)_7fr]">
            <ListCard className={isListHidden} openKey={openKey} />
            <div
              ref={detail}
              className={`min-w-0 p-1 -m-1 lg:sticky lg:top-5 lg:max-h-[calc(100dvh-2.5rem)] lg:overflow-y-auto in-[.staff]:lg:top-16 in-[.staff]:lg:max-h-[calc(100dvh-5rem)] print:static print:max-h-none print:overflow-visible ${isDetailHidden}`}
            >
              <Outlet />
            </div>
          </div>
          {openId === undefined ? <PrintedResults /> : null}
        </ResultsProvider>
      )}
    </>
  );
};
