import { useQueryClient } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { sessionQuery, type Session } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { stopRenewal } from '../../contract.ts';

/** Somebody holds a letter that will replace this account's factors: said on every page, with the way to stop it. */
export const RenewalNotice = ({ session }: { session: Session }) => {
  const queryClient = useQueryClient();
  const formats = useFormats();
  const [state, setState] = useState<'asked' | 'stopping' | 'stopped' | 'failed'>('asked');
  const phone = session.clinic.phone;
  const stop = async () => {
    setState('stopping');
    try {
      await call(stopRenewal, { body: {} });
      setState('stopped');
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    } catch {
      setState('failed');
    }
  };
  if (state === 'stopped') {
    return (
      <Notice tone="ok" live className="screen-only mb-4">
        <p>
          <Trans>
            The letter is stopped: nobody can use it. Please call us, so that we learn what happened: {phone}
          </Trans>
        </p>
      </Notice>
    );
  }
  if (!session.renewalAsked) return null;
  const asked = formats.dateTime(session.renewalAsked.askedAt);
  const opens = formats.dateTime(session.renewalAsked.opensAt);
  return (
    <Notice
      tone="bad"
      className="screen-only mb-4"
      title={<Trans>Somebody asked at the desk for a new sign-in to your account</Trans>}
    >
      <p>
        <Trans>
          A letter was printed on {asked}. From {opens} on, whoever holds it can replace your password and codes. If
          that was not you, stop it now.
        </Trans>
      </p>
      <Button look="danger" pending={state === 'stopping'} onClick={() => void stop()}>
        <Trans>That was not me: stop it</Trans>
      </Button>
      {state === 'failed' ? (
        <p role="alert">
          <Trans>That did not work just now. Try again, or call us: {phone}</Trans>
        </p>
      ) : null}
    </Notice>
  );
};
