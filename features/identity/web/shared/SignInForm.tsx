import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactNode } from 'react';
import { typedIn } from '../../../../web/lib/form.ts';
import { welcomeQuery } from '../../../../web/lib/session.ts';
import { enterCode, startSignIn, type SignedIn } from '../../client/flows.ts';
import { flowDeps } from '../../../../web/lib/auth/flow-deps.ts';
import { warmUp } from '../../../../web/lib/auth/opaque.ts';
import { CallError } from '../../../../web/lib/client.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../web/ui/ErrorSummary.tsx';
import { Field } from '../../../../web/ui/Field.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { CodeField, codeOf, isCode } from './CodeField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useRefusals } from './refusals.tsx';
import { useStep } from './use-step.ts';

type Props = { heading: ReactNode; lead?: ReactNode; onSignedIn: (signedIn: SignedIn) => Promise<void> };

/** First factor. A wrong password leaves the fields filled, so that a slip is mended quickly. */
const PasswordStep = ({ heading, lead, onFlow }: Omit<Props, 'onSignedIn'> & { onFlow: (flow: string) => void }) => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const wordsFor = useRefusals();
  // Strangers have used up the tries of this name: whoever holds its authenticator goes past them.
  const [asksCode, setAsksCode] = useState(false);
  const step = useStep({
    check: (form) => [
      ...(typedIn(form, 'name').trim().length < 3
        ? [{ field: 'name', message: <Trans>Enter your sign-in name, like name@example.com</Trans> }]
        : []),
      ...(typedIn(form, 'password') ? [] : [{ field: 'password', message: <Trans>Enter your password</Trans> }]),
      ...(asksCode && !isCode(codeOf(form))
        ? [{ field: 'code', message: <Trans>Enter the six digits that your app shows now</Trans> }]
        : []),
    ],
    act: async (form) => {
      const [name, password] = [typedIn(form, 'name').trim(), typedIn(form, 'password')];
      const { flow } = await startSignIn(flowDeps, name, password, asksCode ? codeOf(form) : undefined);
      onFlow(flow);
    },
    refused: (error) => {
      if (error instanceof CallError && error.kind === 'too-many' && error.fields.includes('body.code')) {
        setAsksCode(true);
        return {
          field: 'code',
          message: (
            <Trans>
              Somebody tried this name too often. Enter the code of your authenticator app here; after it, you will be
              asked for the next one.
            </Trans>
          ),
        };
      }
      return wordsFor(error, {
        unauthenticated: {
          field: 'name',
          message: <Trans>This name and password do not go together. Check both.</Trans>,
        },
      });
    },
  });
  const title = t`Sign in`;
  return (
    <>
      <ErrorSummary problems={step.problems} />
      <PageHeading title={step.problems.length > 0 ? t`Error: ${title}` : title} clinic={clinic?.name} lead={lead}>
        {heading}
      </PageHeading>
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <Field
          name="name"
          label={<Trans>Sign-in name</Trans>}
          hint={<Trans>Your e-mail address, or the name on your letter</Trans>}
          error={step.errorOf('name')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label={<Trans>Password</Trans>}
          error={step.errorOf('password')}
          autoComplete="current-password"
        />
        {asksCode ? (
          <CodeField label={<Trans>Code of your authenticator app</Trans>} error={step.errorOf('code')} />
        ) : null}
        <Button type="submit" pending={step.pending} className="w-full sm:w-auto">
          {step.pending ? <Trans>Checking…</Trans> : <Trans>Continue</Trans>}
        </Button>
      </form>
      <ul className="mt-8 space-y-3">
        <li>
          <Link to="/recover">
            <Trans>I forgot my password, or lost my phone</Trans>
          </Link>
        </li>
        <li>
          <Link to="/enrol">
            <Trans>I have an invitation letter</Trans>
          </Link>
        </li>
      </ul>
    </>
  );
};

const CodeStep = ({
  flow,
  onSignedIn,
  onOver,
}: {
  flow: string;
  onSignedIn: Props['onSignedIn'];
  onOver: () => void;
}) => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const wordsFor = useRefusals();
  const step = useStep({
    check: (form) =>
      isCode(codeOf(form)) ? [] : [{ field: 'code', message: <Trans>Enter the 6 digits from your app</Trans> }],
    act: async (form) => onSignedIn(await enterCode(flowDeps, flow, codeOf(form))),
    refused: (error) =>
      wordsFor(error, {
        invalid: {
          field: 'code',
          message: <Trans>This code is not right. Wait for the next one in your app and enter it.</Trans>,
        },
        unauthenticated: { message: <Trans>This took too long, or there were too many tries. Start again.</Trans> },
      }),
  });
  return (
    <>
      <ErrorSummary problems={step.problems} />
      <PageHeading title={t`Sign in: code`} clinic={clinic?.name} kicker={<Trans>Step 2 of 2</Trans>}>
        <Trans>What is the code in your app?</Trans>
      </PageHeading>
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <CodeField
          label={<Trans>6-digit code</Trans>}
          hint={<Trans>Open your authenticator app. The code changes every 30 seconds, and each one works once.</Trans>}
          error={step.errorOf('code')}
        />
        <Button type="submit" pending={step.pending} className="w-full sm:w-auto">
          <Trans>Sign in</Trans>
        </Button>
      </form>
      <p className="mt-8">
        <Button look="quiet" className="-ml-5" onClick={onOver}>
          <Trans>Start again</Trans>
        </Button>
      </p>
    </>
  );
};

/** Sign-in name and password, then the six digits. */
export const SignInForm = ({ heading, lead, onSignedIn }: Props) => {
  const [flow, setFlow] = useState<string>();
  useEffect(() => warmUp(), []);
  return flow === undefined ? (
    <PasswordStep heading={heading} lead={lead} onFlow={setFlow} />
  ) : (
    <CodeStep flow={flow} onSignedIn={onSignedIn} onOver={() => setFlow(undefined)} />
  );
};
