import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { call } from '../../../../../web/lib/client.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import {
  setTiming,
  timingCategories,
  timingChoices,
  type Timing,
  type TimingCategory,
  type TimingChoice,
} from '../../../timing/contract.ts';
import { BackToRecord } from '../BackToRecord.tsx';
import { timingQuery } from '../../shared/held/timing-query.ts';

const categories: Record<TimingCategory, { title: ReactNode; text: ReactNode }> = {
  laboratory: { title: <Trans>Laboratory tests</Trans>, text: <Trans>Blood, urine and other samples</Trans> },
  reports: { title: <Trans>Imaging and other reports</Trans>, text: <Trans>X-rays, scans, heart tests</Trans> },
  notes: {
    title: <Trans>Notes and documents</Trans>,
    text: <Trans>What the care team writes about your visits</Trans>,
  },
};

const choices: Record<TimingChoice, { title: ReactNode; text: ReactNode }> = {
  now: { title: <Trans>At once</Trans>, text: <Trans>You may see it before your care team does.</Trans> },
  'with-comment': {
    title: <Trans>With the clinician's comment</Trans>,
    text: <Trans>It opens when somebody has commented, when you ask, or after 3 working days.</Trans>,
  },
  'with-someone': {
    title: <Trans>When someone is with me</Trans>,
    text: <Trans>It comes at once. Before it shows, we ask if you want somebody beside you.</Trans>,
  },
};

type QuestionProps = { category: TimingCategory; chosen: TimingChoice; onChoose: (choice: TimingChoice) => void };

const Question = ({ category, chosen, onChoose }: QuestionProps) => (
  <Card as="div" className="p-5 md:p-6">
    <fieldset>
      <legend className="font-serif text-xl font-medium">{categories[category].title}</legend>
      <p className="mb-3 text-ink-2">{categories[category].text}</p>
      <div className="space-y-2.5">
        {timingChoices.map((choice) => (
          <label
            key={choice}
            className={
              'flex gap-3 rounded-control border border-line px-4 py-3 has-checked:border-brand has-checked:bg-brand-soft ' +
              'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus forced:has-checked:border-2'
            }
          >
            <input
              type="radio"
              name={`timing-${category}`}
              value={choice}
              checked={chosen === choice}
              onChange={() => onChoose(choice)}
              className="mt-1 size-5 shrink-0 accent-brand outline-none"
            />
            <span>
              <span className="block font-semibold">{choices[choice].title}</span>
              <span className="block text-sm text-ink-2">{choices[choice].text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  </Card>
);

const useChoose = (patientId: string) => {
  const queryClient = useQueryClient();
  const { queryKey } = timingQuery(patientId);
  return useMutation({
    mutationFn: (body: { category: TimingCategory; choice: TimingChoice }) =>
      call(setTiming, { params: { patientId }, body }),
    // The radio moves at once; when the server says no it goes back.
    onMutate: ({ category, choice }) => {
      const before = queryClient.getQueryData<Timing>(queryKey);
      if (before) queryClient.setQueryData(queryKey, { ...before, [category]: choice });
      return before;
    },
    onError: (_error, _body, before) => queryClient.setQueryData(queryKey, before),
    onSuccess: (timing) => {
      queryClient.setQueryData(queryKey, timing);
      return queryClient.invalidateQueries({
        predicate: ({ queryKey: [id] }) => typeof id === 'string' && /^records\.(?:list|getHome)/.test(id),
      });
    },
  });
};

/** When new results open: the patient's own choice, never the clinic's. */
export const TimingPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const query = useQuery(timingQuery(patient.id));
  const choose = useChoose(patient.id);
  const [saved, setSaved] = useState<TimingCategory>();
  return (
    <>
      <BackToRecord />
      <PageHeading
        title={t`When results open`}
        clinic={clinic.name}
        lead={
          <Trans>This is your choice for what comes from now on. Your care team always sees results at once.</Trans>
        }
      >
        <Trans>When results open</Trans>
      </PageHeading>
      {query.isPending ? <Waiting /> : null}
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      <div className="max-w-3xl space-y-5">
        {query.data
          ? timingCategories.map((category) => (
              <div key={category} className="space-y-3">
                <Question
                  category={category}
                  chosen={query.data[category]}
                  onChoose={(choice) => {
                    setSaved(undefined);
                    choose.mutate({ category, choice }, { onSuccess: () => setSaved(category) });
                  }}
                />
                {saved === category ? (
                  <Notice tone="ok" live>
                    <p>
                      <Trans>Saved.</Trans>
                    </p>
                  </Notice>
                ) : null}
                {choose.error && choose.variables.category === category ? (
                  <Problem error={choose.error} phone={clinic.phone} />
                ) : null}
              </div>
            ))
          : null}
        <p className="max-w-prose text-ink-2">
          <Trans>
            A dangerous value is always shown at once, and we call you, whatever you choose here. What you download or
            share is never delayed.
          </Trans>
        </p>
      </div>
    </>
  );
};
