import { Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../web/lib/format.ts';
import { useIsPatientSide } from '../../../../web/lib/session.ts';
import type { Result } from '../../observation.ts';
import type { TrendPoint } from '../../trend.ts';
import { LetterHeading } from './LetterHeading.tsx';
import type { PlainWords } from './plain-words.ts';
import { isUrgent } from './standing.ts';
import { useUnitWords } from './unit-words.ts';

type Props = { result: Result; words: PlainWords; previous: TrendPoint | null };

const Change = ({ result, previous }: Pick<Props, 'result' | 'previous'>) => {
  const formats = useFormats();
  const unitWords = useUnitWords();
  if (!previous || result.value.kind !== 'quantity' || result.value.comparator) return null;
  const before = `${previous.text}${result.value.unit ? ` ${unitWords(result.value.unit)}` : ''}`;
  const when = formats.date(previous.at);
  if (result.value.number > previous.number)
    return (
      <Trans>
        It is up from <bdi>{before}</bdi> on {when}.
      </Trans>
    );
  if (result.value.number < previous.number)
    return (
      <Trans>
        It is down from <bdi>{before}</bdi> on {when}.
      </Trans>
    );
  return <Trans>It is the same as on {when}.</Trans>;
};

const Where = ({ result }: { result: Result }) => {
  if (result.withdrawn || result.value.kind === 'absent') return null;
  // "Not detected" says it itself.
  if (result.value.kind === 'text' && result.state === 'unknown') return null;
  if (result.state === 'in') return <Trans>Your value is in the typical range.</Trans>;
  if (result.state === 'above') return <Trans>Your value is above the typical range.</Trans>;
  if (result.state === 'below') return <Trans>Your value is below the typical range.</Trans>;
  if (result.state === 'abnormal') return <Trans>The lab marked this value as outside the usual.</Trans>;
  if (result.state === 'critical' && isUrgent(result))
    return <Trans>Your value is far outside the typical range. Please call us today.</Trans>;
  if (result.state === 'critical') return <Trans>At that time the value was far outside the typical range.</Trans>;
  return <Trans>The lab gave no range, so we cannot say whether it is high or low. Ask your care team.</Trans>;
};

/** What the test measures, where the value stands, what that can mean, and what comes next. */
export const LetterMeaning = ({ result, words, previous }: Props) => {
  const isPatientSide = useIsPatientSide();
  if (!isPatientSide) {
    return (
      <p>
        <Change result={result} previous={previous} />
      </p>
    );
  }
  const isOut = !result.withdrawn && result.state !== 'in' && result.state !== 'unknown';
  const direction = result.direction === 'high' ? words.high : result.direction === 'low' ? words.low : null;
  return (
    <section className="max-w-prose space-y-3">
      <LetterHeading>
        <Trans>What this means</Trans>
      </LetterHeading>
      {words.measures ? <p>{words.measures}</p> : null}
      <p>
        <span className="font-semibold">
          <Where result={result} />
        </span>{' '}
        <Change result={result} previous={previous} />
      </p>
      {isOut && direction ? <p>{direction}</p> : null}
      {words.next ? (
        <>
          <LetterHeading className="pt-2">
            <Trans>What comes next</Trans>
          </LetterHeading>
          <p>{words.next}</p>
        </>
      ) : null}
    </section>
  );
};
