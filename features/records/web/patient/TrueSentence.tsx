import { Plural, Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../web/lib/format.ts';
import { isProvenEmpty } from '../shared/Completeness.tsx';
import type { ResultsState } from '../shared/load-results.ts';
import type { NewestDay } from './newest-day.ts';

type Props = { state: ResultsState; day: NewestDay | undefined; urgentCount: number };

/** One sentence, and only what is proven: the page's heading. */
export const TrueSentence = ({ state, day, urgentCount }: Props) => {
  const formats = useFormats();
  if (state.error) return <Trans>Your record could not be loaded</Trans>;
  if (!state.completeness) return <Trans>Looking at your record…</Trans>;
  if (urgentCount > 0) {
    return <Plural value={urgentCount} one="One result needs a call today" other="# results need a call today" />;
  }
  if (!day) {
    return isProvenEmpty(state.completeness) ? (
      <Trans>There are no results for you yet</Trans>
    ) : (
      <Trans>We could not check everything, so we cannot say that there is nothing</Trans>
    );
  }
  const out = day.results.filter((result) => result.state !== 'in' && result.state !== 'unknown').length;
  const isAllIn = day.results.every((result) => result.state === 'in');
  const when = formats.date(day.takenAt);
  if (isAllIn) return <Trans>Your newest results, from {when}, are all in range</Trans>;
  if (out === 0) return <Trans>Your newest results are from {when}</Trans>;
  return (
    <Trans>
      Your newest results are from {when}.{' '}
      <Plural value={out} one="One is outside its range." other="# are outside their range." />
    </Trans>
  );
};
