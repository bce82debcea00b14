import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { flowDeps } from '../../../../web/lib/auth/flow-deps.ts';
import { Button, buttonClass } from '../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../web/ui/ErrorSummary.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { confirmCode } from '../../client/flows.ts';
import { CodeField, codeOf, isCode } from './CodeField.tsx';
import type { Authenticator } from './PasswordStep.tsx';
import { QrCode } from './QrCode.tsx';
import { useRefusals } from './refusals.tsx';
import { useStep } from './use-step.ts';

type Props = { flow: string; authenticator: Authenticator; kicker: ReactNode; onDone: (recoveryCode: string) => void };

/** Whether the app is likely to be on this very device. */
const usePhone = (): boolean => useState(() => matchMedia('(pointer: coarse), (max-width: 40rem)').matches)[0];

/** The key as a link for this device, as a picture for another one's camera, and as text. */
const WaysIn = ({ authenticator }: { authenticator: Authenticator }) => {
  const { t } = useLingui();
  const isPhone = usePhone();
  const [isCopied, setIsCopied] = useState(false);
  const key = authenticator.totpSecret.replaceAll(/(.{4})(?=.)/g, '$1 ');
  return (
    <>
      {isPhone ? (
        <>
          <p className="mb-6">
            <a href={authenticator.otpauthUri} className={buttonClass()}>
              <Trans>Open my authenticator app</Trans>
            </a>
          </p>
          <h2 className="mb-3 text-xl">
            <Trans>Or use another device</Trans>
          </h2>
        </>
      ) : null}
      <p className="mb-3">
        <Trans>In the app choose “add” and point the camera at this picture.</Trans>
      </p>
      <QrCode
        text={authenticator.otpauthUri}
        label={t`Picture for your authenticator app. The same key stands below as text.`}
      />
      <p className="mt-6">
        {isPhone ? (
          <Trans>Or type this key into the app:</Trans>
        ) : (
          <Trans>
            No camera? Type this key into the app, or <a href={authenticator.otpauthUri}>open an app on this device</a>:
          </Trans>
        )}
      </p>
      <p className="code-figures my-2 rounded-control bg-sunken px-3 py-2 font-semibold tracking-wider break-words">
        {key}
      </p>
      <Button
        look="secondary"
        className="mb-8"
        onClick={() => void navigator.clipboard.writeText(authenticator.totpSecret).then(() => setIsCopied(true))}
      >
        {isCopied ? <Trans>Copied</Trans> : <Trans>Copy the key</Trans>}
      </Button>
    </>
  );
};

/** Second factor: a picture for another phone's camera, a link for this phone, and the key to type. */
export const AuthenticatorStep = ({ flow, authenticator, kicker, onDone }: Props) => {
  const { t } = useLingui();
  const wordsFor = useRefusals();
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
      <WaysIn authenticator={authenticator} />
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <CodeField label={<Trans>6-digit code from the app</Trans>} error={step.errorOf('code')} />
        <Button type="submit" pending={step.pending}>
          <Trans>Continue</Trans>
        </Button>
      </form>
    </>
  );
};
