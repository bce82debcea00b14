import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

const tickMs = 10_000;
const minuteMs = 60_000;

/** A moment of this page's own clock that moves on by itself. */
const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
};

type Props = {
  dueAt: string;
  /** What the server's clock said when it answered, and this page's when the answer came: whatever the page's clock says, the count is right. */
  askedAt: string;
  cameAt: number;
};

export const minutesLeft = ({ dueAt, askedAt, cameAt }: Props, now: number): number =>
  (Date.parse(dueAt) - Date.parse(askedAt) - (now - cameAt)) / minuteMs;

/** "12 minutes left", "late by 5 minutes": in words, so that it can be heard and needs no colour. */
export const Countdown = (props: Props) => {
  const left = minutesLeft(props, useNow());
  const late = Math.floor(-left);
  if (left <= 0 && late >= 120) {
    return <Plural value={Math.floor(late / 60)} one="late by # hour" other="late by # hours" />;
  }
  if (left <= 0)
    return late < 1 ? <Trans>late</Trans> : <Plural value={late} one="late by # minute" other="late by # minutes" />;
  if (left < 1) return <Trans>less than a minute left</Trans>;
  return <Plural value={Math.floor(left)} one="# minute left" other="# minutes left" />;
};
