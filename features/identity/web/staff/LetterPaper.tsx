import { Trans } from '@lingui/react/macro';
import type { ResultOf } from '#platform/contract.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import type { invitePatient } from '../../contract.ts';

/** What a letter says; more than this the paper does not need. */
export type OnPaper = Pick<
  ResultOf<typeof invitePatient>,
  'invitation' | 'suggestedName' | 'expiresAt' | 'renewal' | 'addsRole' | 'opensAt'
>;

const NewSignIn = ({ name, isRenewal }: { name: string; isRenewal: boolean }) => (
  <>
    <li>
      <Trans>
        Your sign-in name is <strong className="break-all">{name}</strong>
      </Trans>
    </li>
    <li>
      <Trans>Choose a password of at least 15 characters.</Trans>
    </li>
    <li>
      <Trans>
        Set up an authenticator app: it shows a new 6-digit code every 30 seconds. You need a free one, for example one
        already on your phone.
      </Trans>{' '}
      {isRenewal ? <Trans>Old codes stop working when you finish.</Trans> : null}
    </li>
  </>
);

const LetterHead = () => {
  const formats = useFormats();
  const { clinic } = useSession();
  return (
    <header className="mb-6 flex justify-between gap-6">
      <p className="font-serif text-2xl font-medium">{clinic.name}</p>
      <p className="text-right text-ink-2">
        {clinic.phone}
        <br />
        {formats.date(new Date())}
      </p>
    </header>
  );
};

const LetterTitle = ({ invited, isPatient }: { invited: OnPaper; isPatient: boolean }) => {
  const clinicName = useSession().clinic.name;
  if (invited.addsRole) return <Trans>A role for your account</Trans>;
  if (invited.renewal) return <Trans>Your new key to the patient portal</Trans>;
  return isPatient ? (
    <Trans>Your invitation to the patient portal</Trans>
  ) : (
    <Trans>Your account for work at {clinicName}</Trans>
  );
};

type Props = { invited: OnPaper; name: string; isPatient: boolean; className?: string };

/** The letter as the page shows and prints it, in the language on screen. */
export const LetterPaper = ({ invited, name, isPatient, className = '' }: Props) => {
  const formats = useFormats();
  const { clinic } = useSession();
  const address = `${location.origin}${isPatient ? '/enrol' : '/staff/enrol'}`;
  const until = formats.date(invited.expiresAt);
  const opens = invited.opensAt ? formats.dateTime(invited.opensAt) : '';
  return (
    <article className={`rounded-card border border-line bg-surface p-8 print:border-0 print:p-0 ${className}`}>
      <LetterHead />
      <h2 className="mb-3 text-xl">
        <LetterTitle invited={invited} isPatient={isPatient} />
      </h2>
      <p className="mb-3">
        <Trans>For {name}</Trans>
      </p>
      <ol className="list-decimal space-y-3 pl-6">
        {invited.addsRole ? (
          <li>
            <Trans>
              Sign in with your account <strong className="break-all">{invited.suggestedName}</strong>
            </Trans>
          </li>
        ) : null}
        <li>
          <Trans>
            Go to <strong className="break-all">{address}</strong>
          </Trans>
        </li>
        <li>
          <Trans>Enter this code:</Trans>
          <p className="code-figures mt-1 text-xl font-semibold tracking-widest break-words">{invited.invitation}</p>
        </li>
        {isPatient ? (
          <li>
            <Trans>Enter your birth date.</Trans>
          </li>
        ) : null}
        {invited.addsRole ? (
          <li>
            <Trans>Take the role. Your password and codes stay as they are.</Trans>
          </li>
        ) : (
          <NewSignIn name={invited.suggestedName} isRenewal={invited.renewal} />
        )}
      </ol>
      {opens ? (
        <p className="mt-5">
          <Trans>The code works from {opens}.</Trans>
        </p>
      ) : null}
      <p className="mt-5">
        <Trans>The code works once, until {until}. Nobody from the clinic will ever ask you for it.</Trans>
      </p>
      <p className="mt-2">
        <Trans>Stuck? Call us: {clinic.phone}</Trans>
      </p>
    </article>
  );
};
