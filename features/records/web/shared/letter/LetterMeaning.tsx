import { Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useIsPatientSide, useSession } from '../../../../../web/lib/session.ts';
import type { Result } from '../../../observation.ts';
import type { TrendPoint } from '../../../trend.ts';
import { LetterHeading } from './LetterHeading.tsx';
import type { AtGoal } from '../goals/use-goals.ts';
import type { PlainWords } from '../plain-words.ts';
import { ResultValueText } from '../ResultValueText.tsx';
import { isUrgent } from '../standing.ts';
import { useUnitWords } from '../unit-words.ts';

type Props = { result: Result; words: PlainWords; previous: TrendPoint | null; goal: AtGoal | undefined };

type Alone = { isUp: boolean; isSame: boolean; before: string; when: string };

const ChangeAlone = ({ isUp, isSame, before, when }: Alone) => {
  if (isSame) return <Trans>The same as on {when}</Trans>;
  return isUp ? (
    <Trans>
      Up from <bdi>{before}</bdi> on {when}
    </Trans>
  ) : (
    <Trans>
      Down from <bdi>{before}</bdi> on {when}
    </Trans>
  );
};

/** How it moved since the one before; a sentence among sentences for patients, a fragment alone for staff. */
const Change = ({ result, previous, isAlone = false }: Pick<Props, 'result' | 'previous'> & { isAlone?: boolean }) => {
  const formats = useFormats();
  const unitWords = useUnitWords();
  if (!previous || result.value.kind !== 'quantity' || result.value.comparator) return null;
  const before = `${previous.text}${result.value.unit ? ` ${unitWords(result.value.unit)}` : ''}`;
  const when = formats.date(previous.at);
  if (isAlone)
    return (
      <ChangeAlone
        isUp={result.value.number > previous.number}
        isSame={result.value.number === previous.number}
        before={before}
        when={when}
      />
    );
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

const Where = ({ result, phone }: { result: Result; phone: string }) => {
  if (result.withdrawn || result.value.kind === 'absent') return null;
  // "Not detected" says it itself.
  if (result.value.kind === 'text' && result.state === 'unknown') return null;
  if (result.state === 'in') return <Trans>This value is in the typical range.</Trans>;
  if (result.state === 'above') return <Trans>This value is above the typical range.</Trans>;
  if (result.state === 'below') return <Trans>This value is below the typical range.</Trans>;
  if (result.state === 'abnormal') return <Trans>The lab marked this value as outside the usual.</Trans>;
  if (result.state === 'critical' && isUrgent(result))
    return <Trans>This value is far outside the typical range. Call {phone} now.</Trans>;
  if (result.state === 'critical') return <Trans>At that time the value was far outside the typical range.</Trans>;
  return <Trans>The lab gave no range, so we cannot say whether it is high or low. Ask the care team.</Trans>;
};

/** The care team's goal, said before the typical range: it is the one that was agreed. */
const GoalSentence = ({ goal: { goal, standing } }: { goal: AtGoal }) => {
  const isOwn = useSession().role === 'patient';
  const by = goal.by?.name ?? null;
  if (standing !== 'at-goal')
    return isOwn ? (
      <Trans>It has not reached the goal that your care team set.</Trans>
    ) : (
      <Trans>It has not reached the goal that the care team set.</Trans>
    );
  if (by === null)
    return isOwn ? <Trans>It is at the goal that your care team set.</Trans> : <Trans>It is at the goal.</Trans>;
  return isOwn ? (
    <Trans>
      It is at the goal that <bdi>{by}</bdi> set with you.
    </Trans>
  ) : (
    <Trans>
      It is at the goal that <bdi>{by}</bdi> set.
    </Trans>
  );
};

/** A critical value: what to say and ask on the phone. Nothing here tells anybody to change a medicine. */
const UrgentNext = ({ result, name }: { result: Result; name: string }) => (
  <>
    <LetterHeading className="pt-2">
      <Trans>What comes next</Trans>
    </LetterHeading>
    <ul className="list-disc space-y-1 pl-6">
      <li>
        <Trans>
          Say on the phone: “My result of {name} is critical: <ResultValueText result={result} />
          .”
        </Trans>
      </li>
      <li>
        <Trans>Say how you feel now, and which medicines you take.</Trans>
      </li>
      <li>
        <Trans>Ask what to do today, and about your next dose. Do not stop or change a medicine on your own.</Trans>
      </li>
      <li>
        <Trans>Do not wait for your next visit, even if it is soon and even if you feel well.</Trans>
      </li>
    </ul>
  </>
);

/** What the test measures, where the value stands, what that can mean, and what comes next. */
export const LetterMeaning = ({ result, words, previous, goal }: Props) => {
  const isPatientSide = useIsPatientSide();
  const { clinic } = useSession();
  if (!isPatientSide) {
    return (
      <p>
        <Change result={result} previous={previous} isAlone />
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
        {goal && result.state !== 'critical' ? (
          <>
            <span className="font-semibold">
              <GoalSentence goal={goal} />
            </span>{' '}
          </>
        ) : null}
        <span className={goal ? undefined : 'font-semibold'}>
          <Where result={result} phone={clinic.phone} />
        </span>{' '}
        <Change result={result} previous={previous} />
      </p>
      {isOut && direction ? <p>{direction}</p> : null}
      {isUrgent(result) ? <UrgentNext result={result} name={words.name} /> : null}
      {words.next && !isUrgent(result) ? (
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
