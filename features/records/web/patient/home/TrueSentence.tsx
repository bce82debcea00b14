import { Plural, Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import { isProvenEmpty } from '../../shared/Completeness.tsx';
import type { ResultsState } from '../../shared/load-results.ts';
import type { Whose } from '../../shared/whose.ts';
import type { NewestDay } from './newest-day.ts';

type Props = { state: ResultsState; day: NewestDay | undefined; urgentCount: number; whose: Whose };

const Newest = ({ count, when, whose }: { count: number; when: string; whose: Whose }) => {
  const { name } = whose;
  if (whose.side === 'own')
    return count === 1 ? (
      <Trans>Your newest result is from {when}</Trans>
    ) : (
      <Trans>Your newest results are from {when}</Trans>
    );
  return count === 1 ? (
    <Trans>
      The newest result of <bdi>{name}</bdi> is from {when}
    </Trans>
  ) : (
    <Trans>
      The newest results of <bdi>{name}</bdi> are from {when}
    </Trans>
  );
};

const AllIn = ({ count, when, whose }: { count: number; when: string; whose: Whose }) => {
  const { name } = whose;
  if (whose.side === 'own')
    return count === 1 ? (
      <Trans>Your newest result, from {when}, is in range</Trans>
    ) : (
      <Trans>Your newest results, from {when}, are all in range</Trans>
    );
  return count === 1 ? (
    <Trans>
      The newest result of <bdi>{name}</bdi>, from {when}, is in range
    </Trans>
  ) : (
    <Trans>
      The newest results of <bdi>{name}</bdi>, from {when}, are all in range
    </Trans>
  );
};

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

/** One sentence, and only what is proven: the page's heading. */
export const TrueSentence = ({ state, day, urgentCount, whose }: Props) => {
  const formats = useFormats();
  const isOwn = whose.side === 'own';
  if (state.error)
    return isOwn ? <Trans>Your record could not be loaded</Trans> : <Trans>The record could not be loaded</Trans>;
  if (!state.completeness)
    return isOwn ? <Trans>Looking at your record…</Trans> : <Trans>Looking at the record…</Trans>;
  if (urgentCount > 0) return <Urgent count={urgentCount} whose={whose} />;
  if (!day) {
    if (!isProvenEmpty(state.completeness))
      return <Trans>We could not check everything, so we cannot say that there is nothing</Trans>;
    return isOwn ? <Trans>There are no results for you yet</Trans> : <Trans>There are no results yet</Trans>;
  }
  const out = day.results.filter((result) => result.state !== 'in' && result.state !== 'unknown').length;
  const count = day.results.length;
  const when = formats.date(day.takenAt);
  if (count > 0 && day.results.every((result) => result.state === 'in'))
    return <AllIn count={count} when={when} whose={whose} />;
  return (
    <>
      <Newest count={count} when={when} whose={whose} />
      {out === 0 ? null : (
        <>
          {'. '}
          {count === 1 ? (
            <Trans>It is outside its range.</Trans>
          ) : (
            <Plural value={out} one="One is outside its range." other="# are outside their range." />
          )}
        </>
      )}
    </>
  );
};
