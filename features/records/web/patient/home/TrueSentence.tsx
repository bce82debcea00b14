import { Plural, Trans } from '@lingui/react/macro';
import { daysAgo, useFormats } from '../../../../../web/lib/format.ts';
import { isTroubled } from '../../shared/Completeness.tsx';
import type { Whose } from '../../shared/whose.ts';
import { countChanges } from './changes.ts';
import type { HomeState } from './load-home.ts';

type Props = { state: HomeState; urgentCount: number; whose: Whose };

const Urgent = ({ count, whose }: { count: number; whose: Whose }) => {
  const { name } = whose;
  if (whose.side === 'own')
    return <Plural value={count} one="One result needs a call now" other="# results need a call now" />;
  return count === 1 ? (
    <Trans>
      One of <bdi>{name}</bdi>'s results needs a call now
    </Trans>
  ) : (
    <Trans>
      {count} of <bdi>{name}</bdi>'s results need a call now
    </Trans>
  );
};

/** A day of the last week by its name, an older one by its date. */
const useSince = (): ((since: string) => { day: string; kind: 'today' | 'yesterday' | 'weekday' | 'date' }) => {
  const formats = useFormats();
  return (since) => {
    const days = daysAgo(since, new Date());
    if (days <= 0) return { day: '', kind: 'today' };
    if (days === 1) return { day: '', kind: 'yesterday' };
    return days < 7
      ? { day: formats.dayName(since), kind: 'weekday' }
      : { day: formats.dayAndMonth(since), kind: 'date' };
  };
};

const Changed = ({ count, since }: { count: number; since: string }) => {
  const { day, kind } = useSince()(since);
  if (kind === 'today')
    return (
      <Plural value={count} one="One thing changed since earlier today" other="# things changed since earlier today" />
    );
  if (kind === 'yesterday')
    return <Plural value={count} one="One thing changed since yesterday" other="# things changed since yesterday" />;
  return <Plural value={count} one={`One thing changed since ${day}`} other={`# things changed since ${day}`} />;
};

const Nothing = ({ since }: { since: string }) => {
  const { day, kind } = useSince()(since);
  if (kind === 'today') return <Trans>Nothing new since earlier today</Trans>;
  if (kind === 'yesterday') return <Trans>Nothing new since yesterday</Trans>;
  return <Trans>Nothing new since {day}</Trans>;
};

/** One sentence, and only what is proven: the page's heading. */
export const TrueSentence = ({ state, urgentCount, whose }: Props) => {
  const { home, changes } = state;
  const isOwn = whose.side === 'own';
  if (state.error)
    return isOwn ? <Trans>Your record could not be loaded</Trans> : <Trans>The record could not be loaded</Trans>;
  if (!home || state.isPending)
    return isOwn ? <Trans>Looking at your record…</Trans> : <Trans>Looking at the record…</Trans>;
  if (urgentCount > 0) return <Urgent count={urgentCount} whose={whose} />;
  const count = countChanges(changes);
  if (changes.isMore) return <Trans>Many things changed since you were here</Trans>;
  if (count > 0) return <Changed count={count} since={changes.since} />;
  if (isTroubled(home.completeness) || state.resultsError)
    return <Trans>We could not check everything, so we cannot say that nothing is new</Trans>;
  return <Nothing since={changes.since} />;
};
