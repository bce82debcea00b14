import { useQuery } from '@tanstack/react-query';
import { useLingui as useLinguiContext } from '@lingui/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { typedIn } from '../../../../web/lib/form.ts';
import { flowDeps } from '../../../../web/lib/auth/flow-deps.ts';
import { call, CallError } from '../../../../web/lib/client.ts';
import { birthDateProblem } from '../../../../web/lib/date-problem.tsx';
import { welcomeQuery } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { DateParts, emptyDate, isoOf } from '../../../../web/ui/DateParts.tsx';
import { ErrorSummary } from '../../../../web/ui/ErrorSummary.tsx';
import { Field } from '../../../../web/ui/Field.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { startEnrolment, type SignedIn } from '../../client/flows.ts';
import { previewInvitation } from '../../contract.ts';
import { useRefusals } from './refusals.tsx';
import { HeldLetter, RoleOffer, UnapprovedLetter } from './OtherLetters.tsx';
import { SetUpSteps } from './SetUpSteps.tsx';
import { useBrought } from './use-brought.ts';
import { useStep } from './use-step.ts';

type Preview = ResultOf<typeof previewInvitation> & { invitation: string };
type Started = { flow: string; signInName: string; person: string };

/** A letter that renews keeps the account's name: nothing to choose. */
const KeptName = ({ name }: { name: string }) => (
  <p>
    <Trans>
      Your sign-in name stays: <strong className="break-all">{name}</strong>
    </Trans>
  </p>
);

/** How many tries a wrong birth date leaves, as the server's answer says it. */
const triesLeftIn = (error: unknown): number =>
  error instanceof CallError ? Number(/\d+/.exec(error.detail ?? '')?.[0] ?? Number.NaN) : Number.NaN;

const WrongDate = ({ left }: { left: number }) => {
  if (Number.isNaN(left)) return <Trans>This does not match your letter. After five wrong tries it ends.</Trans>;
  if (left <= 0) return <Trans>This birth date does not match. The letter has ended. Ask us for a new one.</Trans>;
  return (
    <Trans>
      This birth date does not match. <Plural value={left} one="You have # try left." other="You have # tries left." />
    </Trans>
  );
};

type CodeProps = { code: string; onPreview: (preview: Preview) => void };

const CodeStep = ({ code, onPreview }: CodeProps) => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const wordsFor = useRefusals();
  const phone = clinic?.phone ?? '';
  const step = useStep({
    check: (form) =>
      typedIn(form, 'invitation').replaceAll(/[^0-9A-Za-z]/g, '').length < 12
        ? [{ field: 'invitation', message: <Trans>Enter the whole code from your letter</Trans> }]
        : [],
    act: async (form) => {
      const invitation = typedIn(form, 'invitation').trim();
      onPreview({ ...(await call(previewInvitation, { body: { invitation } })), invitation });
    },
    refused: (error) => {
      const unknown = {
        field: 'invitation',
        message: (
          <Trans>We do not know this code. It may be mistyped, used or too old. For a new one call us: {phone}</Trans>
        ),
      };
      return wordsFor(error, { 'not-found': unknown, invalid: unknown });
    },
  });
  return (
    <>
      <ErrorSummary problems={step.problems} />
      <PageHeading
        title={t`Invitation`}
        clinic={clinic?.name}
        lead={
          <Trans>
            It takes about three minutes. Have your phone with an authenticator app and, if you can, a printer at hand.
          </Trans>
        }
      >
        <Trans>Set up your account</Trans>
      </PageHeading>
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <Field
          name="invitation"
          label={<Trans>Code from your letter</Trans>}
          hint={<Trans>Spaces and dashes do not matter.</Trans>}
          error={step.errorOf('invitation')}
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="[&_input]:tracking-wider"
        />
        <Button type="submit" pending={step.pending}>
          <Trans>Continue</Trans>
        </Button>
      </form>
    </>
  );
};

const WhoStep = ({ preview, onStarted }: { preview: Preview; onStarted: (started: Started) => void }) => {
  const { t } = useLingui();
  const { locale } = useLinguiContext().i18n;
  const wordsFor = useRefusals();
  const [date, setDate] = useState(emptyDate);
  const kept = preview.renewal ? (preview.suggestedName ?? undefined) : undefined;
  const step = useStep({
    check: (form) => [
      ...(preview.needsBirthDate && birthDateProblem(date)
        ? [{ field: 'birth-date', message: birthDateProblem(date) }]
        : []),
      ...(kept === undefined && typedIn(form, 'name').trim().length < 3
        ? [{ field: 'name', message: <Trans>Enter a sign-in name, like name@example.com</Trans> }]
        : []),
    ],
    act: async (form) => {
      const name = kept ?? typedIn(form, 'name').trim();
      const birthDate = isoOf(date);
      const started = await startEnrolment(flowDeps, {
        invitation: preview.invitation,
        name,
        language: locale === 'es' ? 'es' : 'en',
        ...(preview.needsBirthDate && birthDate ? { birthDate } : {}),
      });
      onStarted(started);
    },
    refused: (error) =>
      wordsFor(error, {
        invalid: {
          field: preview.needsBirthDate ? 'birth-date' : 'name',
          message: preview.needsBirthDate ? (
            <WrongDate left={triesLeftIn(error)} />
          ) : (
            <Trans>Enter a sign-in name, like name@example.com</Trans>
          ),
        },
        conflict: { field: 'name', message: <Trans>Somebody has this sign-in name. Choose another one.</Trans> },
        'not-found': { message: <Trans>This invitation has ended. Ask us for a new one.</Trans> },
      }),
  });
  return (
    <>
      <ErrorSummary problems={step.problems} />
      <PageHeading
        title={t`About you`}
        kicker={<Trans>Step 1 of 4</Trans>}
        lead={
          preview.renewal ? (
            <Trans>This letter renews your account. Your old password and codes stop working.</Trans>
          ) : undefined
        }
      >
        {preview.needsBirthDate ? <Trans>Who are you?</Trans> : <Trans>Your sign-in name</Trans>}
      </PageHeading>
      <form noValidate className="space-y-6" onSubmit={step.submit}>
        {preview.needsBirthDate ? (
          <DateParts
            isBirthDate
            name="birth-date"
            label={<Trans>Your birth date</Trans>}
            hint={<Trans>Month, day and year, for example 3 14 1968</Trans>}
            value={date}
            onChange={setDate}
            error={step.errorOf('birth-date')}
          />
        ) : null}
        {kept === undefined ? (
          <Field
            name="name"
            label={<Trans>Sign-in name</Trans>}
            hint={<Trans>Your e-mail address, or the name printed on the letter</Trans>}
            error={step.errorOf('name')}
            defaultValue={preview.suggestedName ?? ''}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        ) : (
          <KeptName name={kept} />
        )}
        <Button type="submit" pending={step.pending}>
          <Trans>Continue</Trans>
        </Button>
      </form>
    </>
  );
};

/** From a letter to an account: code, who, password, authenticator, recovery code. */
export const EnrolForm = ({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => Promise<void> }) => {
  const brought = useBrought();
  const [preview, setPreview] = useState<Preview>();
  const [started, setStarted] = useState<Started>();
  if (started) {
    const { flow, signInName, person } = started;
    return (
      <SetUpSteps flow={flow} name={signInName} person={person} deskKey={brought?.deskKey} onSignedIn={onSignedIn} />
    );
  }
  if (preview?.waitsForApproval) return <UnapprovedLetter />;
  if (preview?.addsRole) return <RoleOffer invitation={preview.invitation} />;
  if (preview?.opensAt) return <HeldLetter opensAt={preview.opensAt} />;
  if (preview) return <WhoStep preview={preview} onStarted={setStarted} />;
  return <CodeStep code={brought?.code ?? ''} onPreview={setPreview} />;
};
