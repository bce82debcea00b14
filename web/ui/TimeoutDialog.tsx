import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

type Props = {
  /** When the session ends, in ms on this device's clock. */
  untilMs: number;
  isAbsolute: boolean;
  onStay: () => Promise<void>;
  onSignOut: () => Promise<void>;
};

const tickMs = 1_000;
/** Announced at these moments only: a voice that counts every second is no help. */
const announcedSeconds = [120, 60, 20];

const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Two minutes before the session ends: stay or go, the same in every tab. */
export const TimeoutDialog = ({ untilMs, isAbsolute, onStay, onSignOut }: Props) => {
  const { t } = useLingui();
  const [seconds, setSeconds] = useState(() => Math.ceil((untilMs - Date.now()) / 1000));
  const [pending, setPending] = useState<'stay' | 'go'>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((untilMs - Date.now()) / 1000))), tickMs);
    return () => clearInterval(timer);
  }, [untilMs]);
  const announced = announcedSeconds.findLast((moment) => seconds <= moment);
  const words = (left: number): string => {
    if (left >= 120) return t`2 minutes left before you are signed out.`;
    return left >= 60
      ? t`1 minute left before you are signed out.`
      : t`${left} seconds left before you are signed out.`;
  };
  const act = (which: 'stay' | 'go', action: () => Promise<void>) => () => {
    setPending(which);
    setHasFailed(false);
    action().catch(() => {
      setPending(undefined);
      setHasFailed(true);
    });
  };
  return (
    <Dialog alert isOpen title={<Trans>Are you still here?</Trans>}>
      <p>
        <Trans>To protect your record we sign you out in</Trans>{' '}
        <span className="font-semibold tabular-nums" aria-hidden>
          {clockText(seconds)}
        </span>
      </p>
      <p role="status" className="sr-only">
        {announced ? words(announced) : ''}
      </p>
      {isAbsolute ? (
        <p className="mt-2">
          <Trans>You have been signed in for a long time, so you will need to sign in again.</Trans>
        </p>
      ) : null}
      {hasFailed ? (
        <p role="alert" className="mt-2 font-semibold text-bad">
          <Trans>That did not work. Check your internet connection and try again.</Trans>
        </p>
      ) : null}
      <div className="mt-5 flex flex-wrap gap-3">
        {isAbsolute ? null : (
          <Button pending={pending === 'stay'} onClick={act('stay', onStay)} autoFocus>
            <Trans>Stay signed in</Trans>
          </Button>
        )}
        <Button look="secondary" pending={pending === 'go'} onClick={act('go', onSignOut)}>
          <Trans>Sign out now</Trans>
        </Button>
      </div>
    </Dialog>
  );
};
