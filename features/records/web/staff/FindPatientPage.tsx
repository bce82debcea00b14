import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { birthDateProblem } from '../../../../web/lib/date-problem.tsx';
import { typedIn } from '../../../../web/lib/form.ts';
import { call, CallError } from '../../../../web/lib/client.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { DateParts, emptyDate, isoOf, type DateText } from '../../../../web/ui/DateParts.tsx';
import { ErrorSummary, type FieldProblem } from '../../../../web/ui/ErrorSummary.tsx';
import { Field } from '../../../../web/ui/Field.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Segments } from '../../../../web/ui/Segments.tsx';
import { searchDirectory } from '../../contract.ts';
import { Hits } from './Hits.tsx';
import { RecentFinds, remember } from './RecentFinds.tsx';

type Way = 'name' | 'mrn';
type Found = ResultOf<typeof searchDirectory>;
type Typed = { way: Way; familyName: string; date: DateText; mrn: string; reason: string };

const shortestReason = 4;

const problemsOf = ({ way, familyName, date, mrn, reason }: Typed): FieldProblem[] => [
  ...(way === 'name' && !familyName ? [{ field: 'family-name', message: <Trans>Enter the family name</Trans> }] : []),
  ...(way === 'name' && birthDateProblem(date) ? [{ field: 'birth-date', message: birthDateProblem(date) }] : []),
  ...(way === 'mrn' && !mrn ? [{ field: 'mrn', message: <Trans>Enter the record number</Trans> }] : []),
  ...(reason.length < shortestReason
    ? [{ field: 'reason', message: <Trans>Say why you are looking, in a few words</Trans> }]
    : []),
];

const bodyOf = ({ way, familyName, date, mrn, reason }: Typed) => {
  const birthDate = isoOf(date);
  return way === 'mrn' ? { mrn, reason } : { familyName, reason, ...(birthDate ? { birthDate } : {}) };
};

type WhomProps = { way: Way; date: DateText; onDate: (date: DateText) => void; errorOf: (field: string) => ReactNode };

const Whom = ({ way, date, onDate, errorOf }: WhomProps) => (
  // Both stay in the form: what was typed is still there after a look at the other way.
  <>
    <div hidden={way !== 'name'}>
      <div className="flex flex-wrap items-start gap-5">
        <Field
          name="family-name"
          label={<Trans>Family name</Trans>}
          hint={<Trans>Whole family name, one or both</Trans>}
          error={errorOf('family-name')}
          autoComplete="off"
          className="min-w-56 flex-1"
        />
        <DateParts
          name="birth-date"
          label={<Trans>Birth date</Trans>}
          hint={<Trans>Month, day and year, for example 3 14 1968</Trans>}
          value={date}
          onChange={onDate}
          error={errorOf('birth-date')}
        />
      </div>
    </div>
    <div hidden={way !== 'mrn'}>
      <Field
        name="mrn"
        label={<Trans>Record number</Trans>}
        hint={<Trans>With or without letters, spaces and dashes</Trans>}
        error={errorOf('mrn')}
        autoComplete="off"
        className="max-w-xs [&_input]:[font-variant-numeric:slashed-zero]"
      />
    </div>
  </>
);

/** The reasons of most days, one press away; anybody may type her own. */
const Reasons = ({ onChoose }: { onChoose: (reason: string) => void }) => {
  const { t } = useLingui();
  const reasons = [t`Visit today`, t`Question by phone`, t`Result to go through`, t`Checking a record number`];
  return (
    <ul className="-mt-2 flex flex-wrap gap-1.5" aria-label={t`Common reasons`}>
      {reasons.map((reason) => (
        <li key={reason}>
          <button
            type="button"
            className="min-h-7 rounded-full border border-control bg-surface px-2.5 text-sm hover:bg-sunken"
            onClick={() => onChoose(reason)}
          >
            {reason}
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Finding a person takes a reason, because she will read it. */
export const FindPatientPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const [way, setWay] = useState<Way>('name');
  const [date, setDate] = useState(emptyDate);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [pending, setPending] = useState(false);
  const [found, setFound] = useState<{ answer: Found; mrn?: string }>();
  const [error, setError] = useState<CallError>();
  const [reason, setReason] = useState('');
  // The day's work begins here, before anything else is read.
  useEffect(() => document.getElementById('family-name')?.focus(), []);
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string): string => typedIn(form, field).trim();
    const typed: Typed = { way, date, familyName: text('family-name'), mrn: text('mrn'), reason: text('reason') };
    const wrong = problemsOf(typed);
    setProblems(wrong);
    if (wrong.length > 0 || pending) return;
    setPending(true);
    setError(undefined);
    setFound(undefined);
    call(searchDirectory, { body: bodyOf(typed) })
      .then((answer) => {
        remember(answer.hits);
        return setFound({ answer, ...(way === 'mrn' ? { mrn: typed.mrn } : {}) });
      })
      .catch((caught: unknown) => setError(caught instanceof CallError ? caught : new CallError('unexpected')))
      .finally(() => setPending(false));
  };
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHeading
        title={t`Find a patient`}
        clinic={clinic.name}
        lead={<Trans>Each patient you find will see your name and this reason.</Trans>}
      >
        <Trans>Find a patient</Trans>
      </PageHeading>
      <form noValidate onSubmit={submit} className="max-w-2xl space-y-4" autoComplete="off">
        <div className="max-w-md">
          <Segments<Way>
            label={t`How to search`}
            value={way}
            onChange={(next) => {
              setWay(next);
              setProblems([]);
            }}
            options={[
              { value: 'name', label: <Trans>Name and birth date</Trans> },
              { value: 'mrn', label: <Trans>Record number</Trans> },
            ]}
          />
        </div>
        <Whom way={way} date={date} onDate={setDate} errorOf={errorOf} />
        <Field
          name="reason"
          label={<Trans>Reason</Trans>}
          hint={<Trans>For example: visit today, question by phone</Trans>}
          error={errorOf('reason')}
          maxLength={200}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Reasons
          onChoose={(chosen) => {
            setReason(chosen);
            document.getElementById('reason')?.focus();
          }}
        />
        <Button type="submit" pending={pending}>
          <Trans>Find</Trans>
        </Button>
      </form>
      {error ? (
        <div className="mt-6">
          <Problem error={error} phone={clinic.phone} />
        </div>
      ) : null}
      {found ? <Hits found={found.answer} mrn={found.mrn} /> : <RecentFinds />}
    </>
  );
};
