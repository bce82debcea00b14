import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { flowDeps } from '../../../../web/lib/auth/flow-deps.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../web/ui/ErrorSummary.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { confirmCode } from '../../client/flows.ts';
import { CodeField, codeOf, isCode } from './CodeField.tsx';
import type { Authenticator } from './PasswordStep.tsx';
import { QrCode } from './QrCode.tsx';
import { useRefusals } from './refusals.tsx';
import { useStep } from './use-step.ts';

type Props = { flow: string; authenticator: Authenticator; kicker: ReactNode; onDone: (recoveryCode: string) => void };

/** Second factor: a picture for another phone's camera, a link for this phone, and the key to type. */
export const AuthenticatorStep = ({ flow, authenticator, kicker, onDone }: Props) => {
  const { t } = useLingui();
  const wordsFor = useRefusals();
  const [isCopied, setIsCopied] = useState(false);
  const step = useStep({
    check: (form) =>
      isCode(codeOf(form)) ? [] : [{ field: 'code', message: <Trans>Enter the 6 digits from your app</Trans> }],
    act: async (form) => onDone((await confirmCode(flowDeps, flow, codeOf(form))).recoveryCode),
    refused: (error) =>
      wordsFor(error, {
        invalid: {
          field: 'code',
          message: <Trans>This code is not right. Wait for the next one in your app and enter it.</Trans>,
        },
        unauthenticated: {
          message: <Trans>This took too long, or there were too many tries. Start again with your letter.</Trans>,
        },
      }),
  });
  const key = authenticator.totpSecret.replaceAll(/(.{4})(?=.)/g, '$1 ');
  return (
    <>
      <ErrorSummary problems={step.problems} />
      <PageHeading
        title={t`Authenticator app`}
        kicker={kicker}
        lead={
          <Trans>
            An authenticator app on your phone makes a new code every 30 seconds. Any such app will do; many phones have
            one built in.
          </Trans>
        }
      >
        <Trans>Set up your authenticator app</Trans>
      </PageHeading>
      <ol className="mb-8 list-decimal space-y-6 pl-6 marker:font-semibold">
        <li>
          <p className="mb-3">
            <Trans>In the app choose “add” and point the camera at this picture.</Trans>
          </p>
          <QrCode
            text={authenticator.otpauthUri}
            label={t`Picture for your authenticator app. The same key stands below as text.`}
          />
        </li>
        <li>
          <p>
            <Trans>
              On this phone? <a href={authenticator.otpauthUri}>Open the app</a>, or type this key into it:
            </Trans>
          </p>
          <p className="code-figures my-2 rounded-control bg-sunken px-3 py-2 font-semibold tracking-wider break-words">
            {key}
          </p>
          <Button
            look="secondary"
            onClick={() => void navigator.clipboard.writeText(authenticator.totpSecret).then(() => setIsCopied(true))}
          >
            {isCopied ? <Trans>Copied</Trans> : <Trans>Copy the key</Trans>}
          </Button>
        </li>
      </ol>
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <CodeField label={<Trans>6-digit code from the app</Trans>} error={step.errorOf('code')} />
        <Button type="submit" pending={step.pending}>
          <Trans>Continue</Trans>
        </Button>
      </form>
    </>
  );
};
