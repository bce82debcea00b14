import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactNode } from 'react';
import { flowDeps } from '../../../../web/lib/auth/flow-deps.ts';
import { assessPassword, type Assessment } from '../../../../web/lib/auth/strength.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../web/ui/ErrorSummary.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { setPassword } from '../../client/flows.ts';
import { PasswordField } from './PasswordField.tsx';
import { useRefusals } from './refusals.tsx';
import { useStep } from './use-step.ts';

export type Authenticator = { totpSecret: string; otpauthUri: string };
type Props = {
  flow: string;
  /** Sign-in name: for the browser's password store, and no part of a good password. */
  name: string;
  /** Other words that anybody would try first, such as the person's own name. */
  personal: readonly string[];
  kicker: ReactNode;
  lead?: ReactNode;
  onDone: (authenticator: Authenticator) => void;
};

const pauseMs = 350;
const shortest = 15;

/** Follows the typing, with a short pause, and says how the password stands. */
const useCheck = (password: string, personal: readonly string[]): Assessment | undefined => {
  const [check, setCheck] = useState<Assessment>();
  const known = personal.join('\n');
  useEffect(() => {
    let isCurrent = true;
    setCheck(undefined);
    if (password.length === 0) return;
    const timer = setTimeout(() => {
      assessPassword(password, known.split('\n')).then(
        (found) => (isCurrent ? setCheck(found) : undefined),
        () => undefined,
      );
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [password, known]);
  return check;
};

const Hint = ({ password, check }: { password: string; check: Assessment | undefined }) => {
  const missing = shortest - Array.from(password).length;
  if (password.length === 0) return null;
  if (missing > 0) return <Plural value={missing} one="# more character needed" other="# more characters needed" />;
  if (!check) return <Trans>Checking…</Trans>;
  if (check.problem === null) return <Trans>This is a strong password</Trans>;
  if (check.problem === 'common') return <Trans>This is on lists of common passwords. Choose other words.</Trans>;
  if (check.problem === 'personal') return <Trans>This is mostly your own name. Choose other words.</Trans>;
  if (check.problem === 'long') return <Trans>This is too long. Use at most 256 characters.</Trans>;
  return <Trans>This is too easy to guess. Add one more word that has nothing to do with the others.</Trans>;
};

/** A new password: long enough and hard to guess, checked on this device only. */
export const PasswordStep = ({ flow, name, personal, kicker, lead, onDone }: Props) => {
  const { t } = useLingui();
  const wordsFor = useRefusals();
  const [password, setPasswordText] = useState('');
  const known = [name, ...personal].filter((word) => word !== '');
  const check = useCheck(password, known);
  const step = useStep({
    check: () => {
      if (Array.from(password).length < shortest)
        return [{ field: 'new-password', message: <Trans>Use at least 15 characters</Trans> }];
      if (check && check.problem !== null)
        return [{ field: 'new-password', message: <Trans>Choose a password that is harder to guess</Trans> }];
      return [];
    },
    act: async () => {
      const found = await assessPassword(password, known);
      if (found.problem !== null) throw new WeakPassword();
      onDone(await setPassword(flowDeps, flow, password));
    },
    refused: (error) =>
      error instanceof WeakPassword
        ? { field: 'new-password', message: <Trans>Choose a password that is harder to guess</Trans> }
        : wordsFor(error, {
            unauthenticated: { message: <Trans>This took too long. Start again with your letter.</Trans> },
          }),
  });
  return (
    <>
      <ErrorSummary problems={step.problems} />
      <PageHeading title={t`Choose a password`} kicker={kicker} lead={lead}>
        <Trans>Choose a password</Trans>
      </PageHeading>
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
        <PasswordField
          name="new-password"
          label={<Trans>New password</Trans>}
          hint={
            <Trans>
              At least 15 characters. Four or five unrelated words are strong and easy to type. Nobody at the clinic can
              see it.
            </Trans>
          }
          error={step.errorOf('new-password')}
          autoComplete="new-password"
          value={password}
          onType={(typed) => {
            setPasswordText(typed);
            step.clear();
          }}
        />
        <div aria-hidden className="h-2 overflow-hidden rounded-full bg-line">
          <div
            className={`h-full rounded-full transition-[width] ${check?.problem === null ? 'bg-ok' : 'bg-control'}`}
            style={{ width: `${Math.round((check?.strength ?? 0) * 100)}%` }}
          />
        </div>
        <p role="status" className={`min-h-6 font-semibold ${check?.problem === null ? 'text-ok' : 'text-ink-2'}`}>
          <Hint password={password} check={check} />
        </p>
        <Button type="submit" pending={step.pending}>
          <Trans>Save and continue</Trans>
        </Button>
      </form>
    </>
  );
};

class WeakPassword extends Error {}
