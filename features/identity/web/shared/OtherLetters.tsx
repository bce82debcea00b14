import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call, CallError } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useRoleNames } from '../../../../web/lib/role-names.ts';
import { welcomeQuery, type Session } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { acceptRole } from '../../contract.ts';

type Outcome = { role: Session['role'] } | 'sign-in-first' | 'not-yours' | 'failed';

const outcomeOf = (error: unknown): Outcome => {
  const kind = error instanceof CallError ? error.kind : 'unexpected';
  if (kind === 'unauthenticated') return 'sign-in-first';
  return kind === 'not-found' || kind === 'conflict' ? 'not-yours' : 'failed';
};

const Said = ({ outcome, phone }: { outcome: Outcome; phone: string }) => {
  const roleNames = useRoleNames();
  if (outcome === 'sign-in-first') {
    return (
      <Notice tone="warn" live title={<Trans>Sign in first</Trans>}>
        <p>
          <Trans>
            Sign in with the account you have, then come back to this page and enter the code again. Nothing about your
            sign-in changes.
          </Trans>
        </p>
        <p>
          <Link to="/sign-in">
            <Trans>Sign in</Trans>
          </Link>
        </p>
      </Notice>
    );
  }
  if (outcome === 'not-yours') {
    return (
      <Notice tone="bad" live title={<Trans>This letter is for another account</Trans>}>
        <p>
          <Trans>Sign in with the account the letter names, or ask for a new one: {phone}</Trans>
        </p>
      </Notice>
    );
  }
  if (outcome === 'failed') {
    return (
      <Notice tone="bad" live>
        <p>
          <Trans>That did not work just now. Try again, or call us: {phone}</Trans>
        </p>
      </Notice>
    );
  }
  const role = roleNames[outcome.role];
  return (
    <Notice tone="ok" live title={<Trans>You now have the role: {role}</Trans>}>
      <p>
        <Trans>Change to it in your account menu, or at your next sign-in.</Trans>
      </p>
    </Notice>
  );
};

/** A letter that adds a role to an account that exists: taken while signed in to it, without new factors. */
export const RoleOffer = ({ invitation }: { invitation: string }) => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const [outcome, setOutcome] = useState<Outcome>();
  const [isPending, setPending] = useState(false);
  const take = async () => {
    setPending(true);
    const result = await call(acceptRole, { body: { invitation } }).catch(outcomeOf);
    setOutcome(typeof result === 'string' || !('roles' in result) ? result : { role: result.role });
    setPending(false);
  };
  return (
    <div className="space-y-5">
      <PageHeading
        title={t`A role for your account`}
        clinic={clinic?.name}
        lead={<Trans>This letter adds a role to the account you have. Your password and codes stay as they are.</Trans>}
      >
        <Trans>A role for your account</Trans>
      </PageHeading>
      {outcome ? <Said outcome={outcome} phone={clinic?.phone ?? ''} /> : null}
      {outcome && typeof outcome !== 'string' ? null : (
        <Button pending={isPending} onClick={() => void take()}>
          <Trans>Take the role</Trans>
        </Button>
      )}
    </div>
  );
};

/** A letter that opens later: its account is in use, and whoever uses it may say no until then. */
export const HeldLetter = ({ opensAt }: { opensAt: string }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const when = formats.dateTime(opensAt);
  const phone = clinic?.phone ?? '';
  return (
    <>
      <PageHeading title={t`Not open yet`} clinic={clinic?.name}>
        <Trans>Your letter opens on {when}</Trans>
      </PageHeading>
      <p>
        <Trans>
          Somebody used this account in the last days. So that nobody else can take it over, the letter waits for one
          day, and whoever is signed in can stop it. Come back then with the same code. Questions? Call us: {phone}
        </Trans>
      </p>
    </>
  );
};

/** A letter for staff that a second person has not approved yet. */
export const UnapprovedLetter = () => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const phone = clinic?.phone ?? '';
  return (
    <>
      <PageHeading title={t`Not open yet`} clinic={clinic?.name}>
        <Trans>Your letter waits for a second person</Trans>
      </PageHeading>
      <p>
        <Trans>
          Every role of staff is approved by two people. Come back with the same code when the second one has said yes.
          Questions? Call us: {phone}
        </Trans>
      </p>
    </>
  );
};
