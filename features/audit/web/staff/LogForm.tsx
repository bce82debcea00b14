import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { FormEvent, ReactNode } from 'react';
import { listStaff } from '#features/identity/staff/contract.ts';
import { call } from '../../../../web/lib/client.ts';
import { welcomeQuery } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import type { FieldProblem } from '../../../../web/ui/ErrorSummary.tsx';
import { Field } from '../../../../web/ui/Field.tsx';
import { reviewKinds } from '../../review/contract.ts';
import type { Typed } from './criteria.ts';
import { useKindNames } from './words.tsx';

type ChoiceProps = {
  id: string;
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; text: string }[];
};

const Choice = ({ id, label, value, onChange, options }: ChoiceProps) => (
  <div className="min-w-0">
    <label htmlFor={id} className="mb-1 block font-semibold">
      {label}
    </label>
    <select
      id={id}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="min-h-9 w-full rounded-control border border-control bg-surface px-2"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  </div>
);

const Patient = ({ patient, onClear }: { patient: Typed['patient']; onClear: () => void }) => {
  const { t } = useLingui();
  return (
    <div className="min-w-0">
      <p className="mb-1 font-semibold">
        <Trans>Patient</Trans>
      </p>
      {patient ? (
        <p className="flex min-h-9 items-center justify-between gap-2 rounded-control border border-control bg-brand-soft pl-2.5">
          <span className="truncate font-semibold">{patient.name}</span>
          <button
            type="button"
            aria-label={t`Any patient`}
            className="grid size-9 place-items-center"
            onClick={onClear}
          >
            <X aria-hidden size={17} />
          </button>
        </p>
      ) : (
        <p className="flex min-h-9 items-center gap-3">
          <Trans>Any</Trans>
          <Link to="/find">
            <Trans>Find one</Trans>
          </Link>
        </p>
      )}
    </div>
  );
};

/** Who, what and how it ended: each may stay open. */
const Choices = ({ typed, set }: { typed: Typed; set: (change: Partial<Typed>) => void }) => {
  const { t } = useLingui();
  const kindNames = useKindNames();
  const staff = useQuery({
    queryKey: [listStaff.id, ''],
    queryFn: () => call(listStaff, { body: {} }),
  }).data?.staff;
  return (
    <>
      <Choice
        id="review-who"
        label={<Trans>Colleague</Trans>}
        value={typed.accountId}
        onChange={(accountId) => set({ accountId })}
        options={[{ value: '', text: t`Anybody` }, ...(staff ?? []).map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Choice
        id="review-kind"
        label={<Trans>Kind</Trans>}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        options={[
          { value: '', text: t`All but reviews of this log` },
          ...reviewKinds.map((kind) => ({ value: kind, text: kindNames[kind] })),
        ]}
      />
      <Choice
        id="review-outcome"
        label={<Trans>How it ended</Trans>}
        value={typed.outcome}
        onChange={(outcome) => set({ outcome })}
        options={[
          { value: '', text: t`Any` },
          { value: 'ok', text: t`Done` },
          { value: 'not-ok', text: t`Refused or failed` },
          { value: 'denied', text: t`Refused` },
          { value: 'failed', text: t`Failed` },
        ]}
      />
    </>
  );
};

/** Whose midnight a day begins at. */
const ClinicTime = () => {
  const { i18n } = useLingui();
  const { data } = useQuery(welcomeQuery);
  if (!data) return null;
  const format = new Intl.DateTimeFormat(i18n.locale, { timeZone: data.timeZone, timeZoneName: 'longGeneric' });
  const zone = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? data.timeZone;
  return (
    <p className="mt-3 text-sm text-ink-2">
      <Trans>Days and times are those of the clinic: {zone}.</Trans>
    </p>
  );
};

type Props = {
  typed: Typed;
  onChange: (typed: Typed) => void;
  problems: readonly FieldProblem[];
  onSearch: () => void;
};

/** When, who, about whom, what, how it ended, and why the reviewer asks. */
export const LogForm = ({ typed, onChange, problems, onSearch }: Props) => {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const set = (change: Partial<Typed>) => onChange({ ...typed, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch();
  };
  return (
    <form noValidate onSubmit={submit} className="rounded-card border border-line bg-surface p-4 screen-only">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <Field
          name="from-day"
          type="date"
          label={<Trans>From</Trans>}
          value={typed.fromDay}
          error={errorOf('from-day')}
          onChange={(event) => set({ fromDay: event.target.value })}
        />
        <Field
          name="to-day"
          type="date"
          label={<Trans>To and including</Trans>}
          value={typed.toDay}
          onChange={(event) => set({ toDay: event.target.value })}
        />
        <Patient patient={typed.patient} onClear={() => set({ patient: undefined })} />
        <Choices typed={typed} set={set} />
      </div>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <Field
          name="review-reason"
          label={<Trans>Reason</Trans>}
          error={errorOf('review-reason')}
          value={typed.reason}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => set({ reason: event.target.value })}
          className="min-w-56 flex-1"
        />
        <Button type="submit">
          <Trans>Search the log</Trans>
        </Button>
      </div>
      <ClinicTime />
    </form>
  );
};
