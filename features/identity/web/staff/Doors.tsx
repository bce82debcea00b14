import { useQueryClient } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { EnrolForm } from '../shared/EnrolForm.tsx';
import { enter } from '../shared/enter.ts';
import { RecoverForm } from '../shared/RecoverForm.tsx';
import { SignInForm } from '../shared/SignInForm.tsx';

export const SignInPage = () => {
  const queryClient = useQueryClient();
  return (
    <SignInForm
      heading={<Trans>Staff sign-in</Trans>}
      onSignedIn={(signedIn) => enter(queryClient, 'staff', signedIn)}
    />
  );
};

export const EnrolPage = () => {
  const queryClient = useQueryClient();
  return <EnrolForm onSignedIn={(signedIn) => enter(queryClient, 'staff', signedIn)} />;
};

export const RecoverPage = () => {
  const queryClient = useQueryClient();
  return <RecoverForm onSignedIn={(signedIn) => enter(queryClient, 'staff', signedIn)} />;
};
