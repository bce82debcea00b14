import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { welcomeQuery } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';

/** The end of setting up: what is needed next time, then on to the first page. */
export const SetUpDone = ({ onGo }: { onGo: () => Promise<void> }) => {
  const { t } = useLingui();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  const phone = clinic?.phone ?? '';
  const [state, setState] = useState<'ready' | 'going' | 'failed'>('ready');
  const go = () => {
    setState('going');
    onGo().catch(() => setState('failed'));
  };
  return (
    <>
      <PageHeading
        title={t`You're done`}
        clinic={clinic?.name}
        lead={<Trans>Next time: your password and a code from your app.</Trans>}
      >
        <Trans>You're done</Trans>
      </PageHeading>
      <Button pending={state === 'going'} onClick={go}>
        <Trans>Go to the portal</Trans>
      </Button>
      {state === 'failed' ? (
        <p role="alert" className="mt-3 font-semibold text-bad">
          <Trans>That did not work just now. Try again, or call us: {phone}</Trans>
        </p>
      ) : null}
    </>
  );
};
