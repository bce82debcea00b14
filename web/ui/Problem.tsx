import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { CallError } from '../lib/client.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

const reason = (error: unknown): ReactNode => {
  const kind = error instanceof CallError ? error.kind : 'unexpected';
  if (kind === 'offline') return <Trans>We could not reach the clinic's server. Check your internet connection.</Trans>;
  if (kind === 'integrity') {
    return (
      <Trans>
        Something stored here does not match its seal, so we will not show it. The clinic has been told. Nothing you did
        caused this.
      </Trans>
    );
  }
  if (kind === 'too-many')
    return <Trans>There were many tries in a short time. Wait a few minutes, then try again.</Trans>;
  if (kind === 'forbidden' || kind === 'not-found')
    return <Trans>This page is not open to you, or it does not exist.</Trans>;
  return <Trans>The portal could not finish this just now.</Trans>;
};

type Props = { error: unknown; retry?: () => unknown; phone?: string | undefined };

/** A page that did not load: what happened, one "Try again", then another way to reach help. */
export const Problem = ({ error, retry, phone }: Props) => {
  const [tries, setTries] = useState(0);
  const isOffline = error instanceof CallError && error.kind === 'offline';
  // Not an error, and trying again changes nothing.
  if (error instanceof CallError && (error.kind === 'forbidden' || error.kind === 'not-found'))
    return (
      <Notice tone="info" live>
        <p>{reason(error)}</p>
        {phone ? (
          <p>
            <Trans>
              Questions? Call us: <a href={`tel:${phone}`}>{phone}</a>
            </Trans>
          </p>
        ) : null}
      </Notice>
    );
  return (
    <Notice
      tone="bad"
      live
      title={tries === 0 ? <Trans>There is a problem</Trans> : <Trans>There is still a problem</Trans>}
    >
      <p>{reason(error)}</p>
      {phone && (tries > 0 || isOffline) ? (
        <p>
          <Trans>
            You can call us: <a href={`tel:${phone}`}>{phone}</a>. In an emergency call <a href="tel:911">911</a>.
          </Trans>
        </p>
      ) : null}
      {retry ? (
        <Button
          look="secondary"
          className="mt-2"
          onClick={() => {
            setTries((count) => count + 1);
            retry();
          }}
        >
          <Trans>Try again</Trans>
        </Button>
      ) : null}
    </Notice>
  );
};
