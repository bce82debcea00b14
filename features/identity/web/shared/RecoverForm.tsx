import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { typedIn } from '../../../../web/lib/form.ts';
import { flowDeps } from '../../../../web/lib/auth/flow-deps.ts';
import { welcomeQuery } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { ErrorSummary, type FieldProblem } from '../../../../web/ui/ErrorSummary.tsx';
import { Field, FieldError } from '../../../../web/ui/Field.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { MistypedRecoveryCode, recoverWithCode, recoverWithPassword, type SignedIn } from '../../client/flows.ts';
import { normalName } from '../../sign-in-name.ts';
import { CodeField, codeOf, isCode } from './CodeField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useRefusals } from './refusals.tsx';
import { SetUpSteps } from './SetUpSteps.tsx';
import { useStep } from './use-step.ts';

type Lost = 'phone' | 'password';

const textIn = (form: FormData, field: string): string => typedIn(form, field).trim();

const checkFor =
  (lost: Lost) =>
  (form: FormData): FieldProblem[] => [
    ...(textIn(form, 'name').length < 3
      ? [{ field: 'name', message: <Trans>Enter your sign-in name, like name@example.com</Trans> }]
      : []),
    ...(lost === 'phone' && !typedIn(form, 'password')
      ? [{ field: 'password', message: <Trans>Enter your password</Trans> }]
      : []),
    ...(lost === 'password' && !isCode(codeOf(form))
      ? [{ field: 'code', message: <Trans>Enter the 6 digits from your app</Trans> }]
      : []),
    // As the fields stand on the page.
    ...(textIn(form, 'recovery')
      ? []
      : [{ field: 'recovery', message: <Trans>Enter the recovery code from your paper</Trans> }]),
  ];

type ChoiceProps = { lost: Lost | undefined; onChange: (lost: Lost) => void; error: ReactNode };

/** Which of the three is lost. Nothing is chosen at first: a guess of ours would ask for the wrong things. */
const Choice = ({ lost, onChange, error }: ChoiceProps) => {
  const options = [
    { value: 'phone', label: <Trans>I lost my phone</Trans> },
    { value: 'password', label: <Trans>I forgot my password</Trans> },
  ] as const;
  return (
    <fieldset aria-describedby={error ? 'lost-error' : undefined}>
      <legend className="mb-1 font-semibold">
        <Trans>What is lost?</Trans>
      </legend>
      {error ? <FieldError id="lost-error">{error}</FieldError> : null}
      {options.map(({ value, label }, index) => (
        <label key={value} className="flex min-h-11 items-center gap-3 in-[.staff]:min-h-9">
          <input
            type="radio"
            name="lost"
            id={index === 0 ? 'lost' : undefined}
            value={value}
            checked={lost === value}
            onChange={() => onChange(value)}
            className="size-5 accent-[var(--brand)] in-[.staff]:size-4"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
};

type FieldsProps = { lost: Lost; errorOf: (field: string) => ReactNode };

/** What is asked for: everything but what is lost. */
const Fields = ({ lost, errorOf }: FieldsProps) => {
  return (
    <>
      <Field
        name="name"
        label={<Trans>Sign-in name</Trans>}
        error={errorOf('name')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      {lost === 'phone' ? (
        <PasswordField
          name="password"
          label={<Trans>Password</Trans>}
          error={errorOf('password')}
          autoComplete="current-password"
        />
      ) : (
        <CodeField label={<Trans>6-digit code from the app</Trans>} error={errorOf('code')} />
      )}
      <Field
        name="recovery"
        label={<Trans>Recovery code</Trans>}
        hint={<Trans>All groups, one after the other. Spaces and dashes do not matter.</Trans>}
        error={errorOf('recovery')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </>
  );
};

/** Two of three are left: the recovery code stands for the one that is lost. */
export const RecoverForm = ({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => Promise<void> }) => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const wordsFor = useRefusals();
  const [lost, setLost] = useState<Lost>();
  const [started, setStarted] = useState<{ flow: string; name: string }>();
  const phone = clinic?.phone ?? '';
  const step = useStep({
    check: (form) =>
      lost === undefined ? [{ field: 'lost', message: <Trans>Choose what is lost</Trans> }] : checkFor(lost)(form),
    act: async (form) => {
      const name = normalName(textIn(form, 'name'));
      const recoveryCode = textIn(form, 'recovery');
      const flow =
        lost === 'phone'
          ? await recoverWithPassword(flowDeps, { name, password: typedIn(form, 'password'), recoveryCode })
          : await recoverWithCode(flowDeps, { name, code: codeOf(form), recoveryCode });
      setStarted({ flow, name });
    },
    refused: (error) =>
      error instanceof MistypedRecoveryCode
        ? {
            field: 'recovery',
            message: <Trans>This recovery code is mistyped. Compare it with your paper, group by group.</Trans>,
          }
        : wordsFor(error, {
            unauthenticated: {
              message: <Trans>These do not go together. Check each of them, or call us: {phone}</Trans>,
            },
            invalid: { message: <Trans>These do not go together. Check each of them, or call us: {phone}</Trans> },
          }),
  });
  if (started) {
    const lead = <Trans>Now you set up everything new: password, app, code.</Trans>;
    return <SetUpSteps flow={started.flow} name={started.name} lead={lead} onSignedIn={onSignedIn} />;
  }
  return (
    <>
      <ErrorSummary problems={step.problems} />
      <PageHeading
        title={t`Recover your account`}
        clinic={clinic?.name}
        kicker={<Trans>Step 1 of 4</Trans>}
        lead={
          <Trans>
            You need the recovery code that you printed. Without it, call us: we check who you are and send a new
            letter.
          </Trans>
        }
      >
        <Trans>Get back in</Trans>
      </PageHeading>
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <Choice
          lost={lost}
          error={step.errorOf('lost')}
          onChange={(chosen) => {
            setLost(chosen);
            step.clear();
          }}
        />
        {lost === undefined ? null : <Fields lost={lost} errorOf={step.errorOf} />}
        <Button type="submit" pending={step.pending}>
          <Trans>Continue</Trans>
        </Button>
      </form>
    </>
  );
};
