import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { welcomeQuery } from '../../../../web/lib/session.ts';
import type { SignedIn } from '../../client/flows.ts';
import { AuthenticatorStep } from './AuthenticatorStep.tsx';
import { PasswordStep, type Authenticator } from './PasswordStep.tsx';
import { RecoveryCodeStep } from './RecoveryCodeStep.tsx';
import { SetUpDone } from './SetUpDone.tsx';

type Props = {
  flow: string;
  /** Sign-in name as the server keeps it. */
  name: string;
  /** The person's own name, where it is known: no part of a good password. */
  person?: string;
  /** See RecoveryCodeStep. */
  deskKey?: string | undefined;
  /** What is to come, on the first of these pages. */
  lead?: ReactNode;
  onSignedIn: (signedIn: SignedIn) => Promise<void>;
};

const total = 4;

/** Password, authenticator, recovery code: the same for a new account and after a recovery. */
export const SetUpSteps = ({ flow, name, person = '', deskKey, lead, onSignedIn }: Props) => {
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const [authenticator, setAuthenticator] = useState<Authenticator>();
  const [recoveryCode, setRecoveryCode] = useState<string>();
  const [signedIn, setSignedIn] = useState<SignedIn>();
  const number = recoveryCode ? 4 : authenticator ? 3 : 2;
  const kicker = (
    <Trans>
      Step {number} of {total}
    </Trans>
  );
  if (signedIn) return <SetUpDone onGo={() => onSignedIn(signedIn)} />;
  if (recoveryCode)
    return (
      <RecoveryCodeStep
        flow={flow}
        recoveryCode={recoveryCode}
        name={name}
        deskKey={deskKey}
        kicker={kicker}
        onDone={setSignedIn}
      />
    );
  if (authenticator)
    return <AuthenticatorStep flow={flow} authenticator={authenticator} kicker={kicker} onDone={setRecoveryCode} />;
  return (
    <PasswordStep
      flow={flow}
      name={name}
      personal={[person, clinic?.name ?? '']}
      kicker={kicker}
      lead={lead}
      onDone={setAuthenticator}
    />
  );
};
