import { Trans, useLingui } from '@lingui/react/macro';
import { Eye } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { maySee, useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { hourOf, useFormats } from '../../../../../web/lib/format.ts';
import { useParts } from '../../../../../web/lib/parts.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { LinkRow } from '../../../../../web/ui/LinkRow.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import type { Result } from '../../../observation.ts';
import { groupTrends } from '../../../trend.ts';
import { Completeness } from '../../shared/Completeness.tsx';
import { atGoal, useGoals } from '../../shared/goals/use-goals.ts';
import { CompanyGate } from '../../shared/held/CompanyGate.tsx';
import { usePanelName, usePlainWords } from '../../shared/plain-words.ts';
import { isUrgent } from '../../shared/standing.ts';
import { useWhose } from '../../shared/whose.ts';
import { CallNow } from './CallNow.tsx';
import { useHome, type HomeState } from './load-home.ts';
import { newestDay, type NewestDay } from './newest-day.ts';
import { NewResults } from './NewResults.tsx';
import { NextVisit, NoNextVisit } from './NextVisit.tsx';
import { ToDo, type NamedResult } from './ToDo.tsx';
import { TrueSentence } from './TrueSentence.tsx';

const isOfDay = (day: NewestDay, recordId: string): boolean =>
  day.panels.some(({ reportId, results }) => reportId === recordId || results.some(({ id }) => id === recordId));

const Greeting = ({ name }: { name: string }) => {
  const hour = hourOf(new Date());
  if (hour < 12)
    return (
      <Trans>
        Good morning, <bdi>{name}</bdi>
      </Trans>
    );
  if (hour < 18)
    return (
      <Trans>
        Good afternoon, <bdi>{name}</bdi>
      </Trans>
    );
  return (
    <Trans>
      Good evening, <bdi>{name}</bdi>
    </Trans>
  );
};

/** Names of what comments are about: our name of the test, or of the panel. */
const useResultNames = (state: HomeState) => {
  const words = usePlainWords();
  const panelName = usePanelName();
  return (recordId: string): NamedResult => {
    const panel = state.panels.find(({ reportId }) => reportId === recordId);
    const first = panel?.results[0]?.id;
    if (panel) return { to: first ? `/results/${first}` : '/results', name: panelName(panel), at: panel.takenAt };
    const result = state.results.find(({ id }) => id === recordId);
    return {
      to: `/results/${recordId}`,
      name: result ? words(result).name : <Trans>A result</Trans>,
      at: result?.takenAt ?? null,
    };
  };
};

/** What is urgent among the newest of each test: an older dangerous value that was followed by a good one is past. */
const useUrgent = (state: HomeState): Result[] =>
  useMemo(
    () =>
      groupTrends(state.results)
        .map(({ latest }) => latest)
        .filter((result) => isUrgent(result)),
    [state.results],
  );

const Today = () => {
  const formats = useFormats();
  const session = useSession();
  return (
    <>
      <span className="dates block first-letter:uppercase sm:inline-block">{formats.weekday(new Date())}</span>
      <span aria-hidden className="hidden sm:inline">
        {' · '}
      </span>
      <span className="block sm:inline">
        <Greeting name={session.name.split(/\s+/)[0] ?? session.name} />
      </span>
    </>
  );
};

const WhoSaw = () => (
  <Card as="div" className="overflow-hidden">
    <ul>
      <LinkRow to="/who-saw" icon={Eye} title={<Trans>Who saw my record</Trans>}>
        <Trans>Every look made in this portal, checked by this device</Trans>
      </LinkRow>
    </ul>
  </Card>
);

/** The first page: one sentence that is true today, then what it is about. */
export const Home = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const state = useHome(patient);
  const urgent = useUrgent(state);
  const resultOf = useResultNames(state);
  const goals = useGoals(patient.id);
  const whose = useWhose(patient.id);
  const { HomeNotices } = useParts();
  // Where they are closed to a trusted person, nothing may be said about them, "none" least of all.
  const seesVisits = maySee(patient, 'visits') && maySee(patient, 'appointments');
  const day = newestDay(state.panels);
  const { home, next, changes } = state;
  const fresh = new Set([...changes.results, ...(home?.newResults ?? []).map(({ id }) => id)]);
  return (
    <>
      <PageHeading title={t`Home`} clinic={clinic.name} kicker={<Today />}>
        <TrueSentence state={state} urgentCount={urgent.length} whose={whose} />
      </PageHeading>
      {state.error ? <Problem error={state.error} retry={state.retry} phone={clinic.phone} /> : null}
      {state.isPending && !state.error ? <Waiting /> : null}
      {home && !state.isPending ? (
        <div className="space-y-6">
          {urgent.length > 0 ? <CallNow phone={clinic.phone} urgent={urgent} /> : null}
          {HomeNotices && maySee(patient, 'results') ? (
            <Suspense>
              <HomeNotices patientId={patient.id} pathOf={(id) => `/results/${id}`} />
            </Suspense>
          ) : null}
          {state.resultsError ? <Problem error={state.resultsError} retry={state.retry} phone={clinic.phone} /> : null}
          <div className="grid gap-6 lg:grid-cols-[4fr_3fr]">
            {seesVisits ? (
              next?.at ? (
                <NextVisit item={{ ...next, at: next.at }} whose={whose} />
              ) : (
                <NoNextVisit facts={home.completeness} />
              )
            ) : null}
            <ToDo state={state} urgent={urgent} resultOf={resultOf} />
          </div>
          {day ? (
            <CompanyGate patientId={patient.id} categories={['laboratory', 'reports']}>
              <NewResults
                day={day}
                comments={home.comments.filter(({ recordId }) => isOfDay(day, recordId))}
                isNew={(id) => id !== null && fresh.has(id)}
                nameOf={(id) => resultOf(id).name}
                goalOf={(result) => atGoal(goals, result)}
              />
            </CompanyGate>
          ) : null}
          {patient.relationship === 'self' ? <WhoSaw /> : null}
          <Completeness
            kind="entries"
            facts={home.completeness}
            shown={home.completeness.total}
            isComplete
            hasPartFailed={false}
          />
        </div>
      ) : null}
    </>
  );
};
