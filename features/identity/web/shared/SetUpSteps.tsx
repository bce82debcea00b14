import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { SignedIn } from '../../client/flows.ts';
import { AuthenticatorStep } from './AuthenticatorStep.tsx';
import { PasswordStep, type Authenticator } from './PasswordStep.tsx';
import { RecoveryCodeStep } from './RecoveryCodeStep.tsx';

type Props = { flow: string; name: string; onSignedIn: (signedIn: SignedIn) => Promise<void> };

const total = 4;

/** Password, authenticator, recovery code: the same for a new account and after a recovery. */
export const SetUpSteps = ({ flow, name, onSignedIn }: Props) => {
  const [authenticator, setAuthenticator] = useState<Authenticator>();
  const [recoveryCode, setRecoveryCode] = useState<string>();
  const number = recoveryCode ? 4 : authenticator ? 3 : 2;
  const kicker = (
    <Trans>
      Step {number} of {total}
    </Trans>
  );
  if (recoveryCode)
    return <RecoveryCodeStep flow={flow} recoveryCode={recoveryCode} name={name} kicker={kicker} onDone={onSignedIn} />;
  if (authenticator)
    return <AuthenticatorStep flow={flow} authenticator={authenticator} kicker={kicker} onDone={setRecoveryCode} />;
  return <PasswordStep flow={flow} name={name} kicker={kicker} onDone={setAuthenticator} />;
};
