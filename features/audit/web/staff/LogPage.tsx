import { useLocation } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { ErrorSummary, type FieldProblem } from '../../../../web/ui/ErrorSummary.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { criteriaOf, dayProblem, lastWeek, type Criteria, type Typed } from './criteria.ts';
import { Entries } from './Entries.tsx';
import { LogForm } from './LogForm.tsx';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Whose entries to review: chosen on the page before, never in the address. */
    reviewOf?: { id: string; name: string };
  }
}

const daysWrong = {
  missing: <Trans>Choose the first and the last day</Trans>,
  order: <Trans>The last day lies before the first one</Trans>,
  long: <Trans>Choose at most one year, or one patient</Trans>,
};

const problemsOf = (typed: Typed): FieldProblem[] => {
  const days = dayProblem(typed);
  return [
    ...(days ? [{ field: 'from-day', message: daysWrong[days] }] : []),
    ...(typed.reason.trim().length < 4
      ? [{ field: 'review-reason', message: <Trans>Say why you are looking, in a few words</Trans> }]
      : []),
  ];
};

/** The privacy officer's view of the log. Every search is itself an entry, and patients read its reason. */
export const LogPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const chosen = useLocation({ select: (location) => location.state.reviewOf });
  const [typed, setTyped] = useState<Typed>(() => ({ ...lastWeek(), patient: chosen }));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [shown, setShown] = useState<{ criteria: Criteria; nth: number }>();
  const search = (wanted: Typed) => {
    setTyped(wanted);
    const wrong = problemsOf(wanted);
    setProblems(wrong);
    if (wrong.length === 0) setShown((before) => ({ criteria: criteriaOf(wanted), nth: (before?.nth ?? 0) + 1 }));
  };
  return (
    <>
      <ErrorSummary problems={problems} />
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <PageHeading
          title={t`Access log`}
          clinic={clinic.name}
          lead={<Trans>Each patient whose entries you see reads your name and this reason in their own log.</Trans>}
        >
          <Trans>Access log</Trans>
        </PageHeading>
        <Button
          look="secondary"
          className="mb-4"
          onClick={() =>
            search({
              ...lastWeek(),
              kind: 'sign-in',
              outcome: 'not-ok',
              reason: t`Review of failed sign-ins`,
            })
          }
        >
          <KeyRound aria-hidden size={17} /> <Trans>Failed sign-ins</Trans>
        </Button>
      </div>
      <LogForm typed={typed} onChange={setTyped} problems={problems} onSearch={() => search(typed)} />
      {shown ? <Entries key={shown.nth} criteria={shown.criteria} /> : null}
    </>
  );
};
