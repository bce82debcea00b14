import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { Ban, Check, Hourglass, Undo2, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { call } from '../../../../../web/lib/client.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useRoleNames } from '../../../../../web/lib/role-names.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { writtenLanguage } from '../../../../../web/lib/written-language.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { decideRole, type RoleRequest } from '../../../staff/contract.ts';
import { useRefusals } from '../../shared/refusals.tsx';
import { conflictWords, useFreshStaff } from './ChangeWithReason.tsx';
import { requestsQuery } from './load-people.ts';

const outcomes: Record<
  NonNullable<RoleRequest['outcome']>,
  { tone: PillTone; icon: LucideIcon; text: () => ReactNode }
> = {
  approved: { tone: 'ok', icon: Check, text: () => <Trans>Approved</Trans> },
  refused: { tone: 'quiet', icon: Ban, text: () => <Trans>Refused</Trans> },
  'taken-back': { tone: 'quiet', icon: Undo2, text: () => <Trans>Taken back</Trans> },
  lapsed: { tone: 'quiet', icon: Hourglass, text: () => <Trans>Ended unanswered</Trans> },
};

const Facts = ({ request }: { request: RoleRequest }) => {
  const formats = useFormats();
  const roleNames = useRoleNames();
  return (
    <div className="min-w-0">
      <p>
        <span className="font-semibold">{request.name}</span>{' '}
        <span className="break-all text-sm text-ink-2">{request.signInName}</span>
      </p>
      <p>
        {request.kind === 'letter' ? (
          <Trans>
            New account by letter, role <strong>{roleNames[request.role]}</strong>
          </Trans>
        ) : (
          <Trans>
            Role <strong>{roleNames[request.role]}</strong>
          </Trans>
        )}
        {request.until ? (
          <>
            {' '}
            <Trans>until {formats.shortDate(request.until)}</Trans>
          </>
        ) : null}
      </p>
      {request.reason ? (
        <p lang={writtenLanguage(request.reason)} className="text-ink-2">
          “{request.reason}”
        </p>
      ) : null}
      <p className="text-sm text-ink-2">
        <Trans>
          Asked by <bdi>{request.askedBy}</bdi>, {formats.dateTime(request.askedAt)}
        </Trans>
      </p>
    </div>
  );
};

const Decide = ({ request }: { request: RoleRequest }) => {
  const fresh = useFreshStaff();
  const wordsFor = useRefusals();
  const [pending, setPending] = useState<'yes' | 'no'>();
  const [problem, setProblem] = useState<ReactNode>();
  const decide = (approve: boolean) => {
    setPending(approve ? 'yes' : 'no');
    setProblem(undefined);
    call(decideRole, { params: { requestId: request.id }, body: { approve } })
      .then(fresh)
      .catch((error: unknown) => setProblem(wordsFor(error, { conflict: { message: conflictWords(error) } }).message))
      .finally(() => setPending(undefined));
  };
  return (
    <div className="flex shrink-0 flex-wrap content-start gap-2">
      {problem ? (
        <p role="alert" className="w-full font-semibold text-bad">
          {problem}
        </p>
      ) : null}
      {request.mayApprove ? (
        <Button pending={pending === 'yes'} onClick={() => decide(true)}>
          <Trans>Approve {request.name}</Trans>
        </Button>
      ) : null}
      <Button look="secondary" pending={pending === 'no'} onClick={() => decide(false)}>
        {request.isOwn ? <Trans>Take back</Trans> : <Trans>Refuse</Trans>}
      </Button>
      {request.mayApprove ? null : (
        <p className="w-full text-sm text-ink-2">
          <Trans>You asked, or it is for you: somebody else approves.</Trans>
        </p>
      )}
    </div>
  );
};

/** Roles that wait for a second person, and what was said of late. */
export const ApprovalsPage = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const { clinic } = useSession();
  const query = useQuery({ ...requestsQuery, refetchOnMount: 'always' });
  const waiting = query.data?.requests.filter(({ outcome }) => outcome === null) ?? [];
  const decided = query.data?.requests.filter(({ outcome }) => outcome !== null) ?? [];
  return (
    <div className="max-w-4xl">
      <PageHeading
        title={t`Roles to approve`}
        clinic={clinic.name}
        lead={<Trans>A role of staff begins when two people have said yes: one who asks, and one who approves.</Trans>}
      >
        <Trans>Roles to approve</Trans>
      </PageHeading>
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      {query.isPending ? <Waiting /> : null}
      {query.data && waiting.length === 0 ? (
        <EmptyState title={<Trans>Nothing waits</Trans>}>
          <Trans>Every role that was asked for has its answer.</Trans>
        </EmptyState>
      ) : null}
      {waiting.length > 0 ? (
        <ul className="rounded-card border border-line bg-surface">
          {waiting.map((request) => (
            <li
              key={request.id}
              data-row
              tabIndex={-1}
              className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-3 first:border-t-0"
            >
              <Facts request={request} />
              <Decide request={request} />
            </li>
          ))}
        </ul>
      ) : null}
      {decided.length > 0 ? (
        <section className="mt-6">
          <h2 className="mb-2 text-xl">
            <Trans>Decided in the last 30 days</Trans>
          </h2>
          <ul className="rounded-card border border-line bg-surface">
            {decided.map((request) => {
              const { tone, icon, text } = outcomes[request.outcome!];
              return (
                <li
                  key={request.id}
                  className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0"
                >
                  <Facts request={request} />
                  <div>
                    <Pill tone={tone} icon={icon}>
                      {text()}
                    </Pill>
                    {request.decidedBy && request.decidedAt ? (
                      <p className="mt-1 text-sm text-ink-2">
                        {request.decidedBy}, {formats.shortDate(request.decidedAt)}
                      </p>
                    ) : null}
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </div>
  );
};
