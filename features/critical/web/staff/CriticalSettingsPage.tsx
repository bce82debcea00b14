import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import type { CallOf } from '#platform/contract.ts';
import { call } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Field } from '../../../../web/ui/Field.tsx';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import { changeSettings, type CriticalSettings } from '../../contract.ts';
import { settingsQuery } from './alerts-queries.ts';

type Typed = CallOf<typeof changeSettings>['body'];

const isBetween = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

const NumberField = (props: {
  name: string;
  label: React.ReactNode;
  hint: React.ReactNode;
  value: number;
  error: React.ReactNode;
  onChange: (value: number) => void;
}) => (
  <Field
    name={props.name}
    label={props.label}
    hint={props.hint}
    error={props.error}
    inputMode="numeric"
    defaultValue={String(props.value)}
    onChange={(event) => props.onChange(Number(event.target.value.trim() || NaN))}
    className="max-w-xs"
  />
);

const Deputy = ({
  settings,
  value,
  onChange,
}: {
  settings: CriticalSettings;
  value: string | null;
  onChange: (value: string | null) => void;
}) => (
  <div>
    <label htmlFor="deputy" className="mb-1 block font-semibold">
      <Trans>Deputy</Trans>
    </label>
    <p id="deputy-hint" className="mb-1.5 max-w-prose text-sm text-ink-2">
      <Trans>
        This clinician is asked when the responsible one does not answer in time, and where a patient has no care team.
      </Trans>
    </p>
    <select
      id="deputy"
      value={value ?? ''}
      aria-describedby="deputy-hint"
      onChange={(event) => onChange(event.target.value || null)}
      className="min-h-9 w-full max-w-xs rounded-control border border-control bg-surface px-2"
    >
      <option value="">
        <Trans>Nobody</Trans>
      </option>
      {settings.clinicians.map((one) => (
        <option key={one.accountId} value={one.accountId}>
          {one.name}
        </option>
      ))}
    </select>
  </div>
);

const Limits = ({
  settings,
  checked,
  onChange,
}: {
  settings: CriticalSettings;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) => {
  const formats = useFormats();
  return (
    <label className="flex max-w-prose items-baseline gap-2">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        <Trans>
          Count a value as critical also when it passes our own limits for adults (reviewed{' '}
          {formats.date(settings.limitsReviewed)}). The laboratory's own flag always counts.
        </Trans>
      </span>
    </label>
  );
};

const Form = ({ settings }: { settings: CriticalSettings }) => {
  const { clinic } = useSession();
  const queryClient = useQueryClient();
  const { deputyAccountId, answerMinutes, recentHours, usesLimits } = settings;
  const isHere = settings.clinicians.some((one) => one.accountId === deputyAccountId);
  const [typed, setTyped] = useState<Typed>({
    deputyAccountId: isHere ? deputyAccountId : null,
    answerMinutes,
    recentHours,
    usesLimits,
  });
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (body: Typed) => call(changeSettings, { body }),
    onSuccess: (saved) => queryClient.setQueryData(settingsQuery.queryKey, saved),
  });
  const areMinutesRight = isBetween(typed.answerMinutes, 5, 240);
  const areHoursRight = isBetween(typed.recentHours, 1, 336);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (areMinutesRight && areHoursRight) save.mutate(typed);
    else document.getElementById(areMinutesRight ? 'recent-hours' : 'answer-minutes')?.focus();
  };
  const change = (next: Partial<Typed>): void => {
    save.reset();
    setTyped({ ...typed, ...next });
  };
  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <Deputy
        settings={settings}
        value={typed.deputyAccountId}
        onChange={(deputy) => change({ deputyAccountId: deputy })}
      />
      <NumberField
        name="answer-minutes"
        label={<Trans>Minutes to answer</Trans>}
        hint={<Trans>5 to 240. Then the deputy is asked.</Trans>}
        value={typed.answerMinutes}
        error={isTried && !areMinutesRight ? <Trans>Enter a whole number from 5 to 240</Trans> : null}
        onChange={(minutes) => change({ answerMinutes: minutes })}
      />
      <NumberField
        name="recent-hours"
        label={<Trans>Hours that count as recent</Trans>}
        hint={<Trans>1 to 336. An older critical value raises no alert when it arrives.</Trans>}
        value={typed.recentHours}
        error={isTried && !areHoursRight ? <Trans>Enter a whole number from 1 to 336</Trans> : null}
        onChange={(hours) => change({ recentHours: hours })}
      />
      <Limits settings={settings} checked={typed.usesLimits} onChange={(checked) => change({ usesLimits: checked })} />
      {save.error ? <Problem error={save.error} phone={clinic.phone} /> : null}
      {save.isSuccess ? (
        <Notice tone="ok" live title={<Trans>Saved</Trans>}>
          <p>
            <Trans>It holds for alerts that are raised from now on, and the deputy at once.</Trans>
          </p>
        </Notice>
      ) : null}
      <Button type="submit" pending={save.isPending}>
        <Trans>Save</Trans>
      </Button>
    </form>
  );
};

/** Who answers for critical results, and after how long. No chart is needed to set it. */
export const CriticalSettingsPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const query = useQuery(settingsQuery);
  return (
    <>
      <PageHeading
        title={t`Critical results: settings`}
        clinic={clinic.name}
        lead={
          <Trans>A clinician must answer every critical result by name. Each change here is kept in the log.</Trans>
        }
      >
        <Trans>Critical results: settings</Trans>
      </PageHeading>
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      {query.isPending ? <Waiting /> : null}
      {query.data && !query.data.hasDeputy ? (
        <Notice
          tone="bad"
          className="mb-5"
          title={
            query.data.deputyAccountId === null ? (
              <Trans>No deputy is named</Trans>
            ) : (
              <Trans>The deputy works here as a clinician no longer</Trans>
            )
          }
        >
          <p>
            <Trans>When the responsible clinician does not answer, nobody in particular is asked.</Trans>
          </p>
        </Notice>
      ) : null}
      {query.data ? <Form settings={query.data} /> : null}
    </>
  );
};
