import { Trans } from '@lingui/react/macro';
import { CircleHelp, CircleSlash } from 'lucide-react';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import type { FamilyHistory } from '../../../read/family-history.ts';
import { useCommonWord, usePlainCondition } from '../../plain/use-plain.ts';
import { codingsOf } from '../health/codings.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';

/** "45 a" of the record as people say it; a date or words stay as they are. */
const AgeText = ({ since }: { since: string }) => {
  const years = /^(\d+(?:\.\d+)?) ?(?:a|yr|years?|y)$/i.exec(since)?.[1];
  return years ? <Trans>at age {years}</Trans> : <WhenText at={since} short />;
};

type Condition = FamilyHistory['conditions'][number];

const ConditionLine = ({ condition }: { condition: Condition }) => {
  const plain = usePlainCondition()(codingsOf(condition.concept));
  return (
    <li>
      <bdi>{plain?.name ?? condition.name}</bdi>{' '}
      <span className="text-sm text-ink-2">
        <Dotted
          parts={[
            condition.since ? <AgeText since={condition.since} /> : null,
            condition.causedDeath ? <Trans>the cause of death</Trans> : null,
            condition.outcome,
          ]}
        />
      </span>
    </li>
  );
};

export const FamilyConditions = ({ relative }: { relative: FamilyHistory }) =>
  relative.conditions.length === 0 ? (
    <Trans>No health problem noted</Trans>
  ) : (
    <ul>
      {relative.conditions.map((condition, index) => (
        <ConditionLine key={`${index} ${condition.name}`} condition={condition} />
      ))}
    </ul>
  );

export const FamilyState = ({ relative: { state, died } }: { relative: FamilyHistory }) => (
  <>
    {state === 'withdrawn' ? (
      <Pill tone="quiet" icon={CircleSlash}>
        <Trans>Entered by mistake</Trans>
      </Pill>
    ) : null}
    {state === 'unknown' ? (
      <Pill tone="quiet" icon={CircleHelp}>
        <Trans>Health not known</Trans>
      </Pill>
    ) : null}
    {died !== null && died !== 'No' ? (
      <span className="text-sm text-ink-2">
        <Trans>has died</Trans>
      </span>
    ) : null}
  </>
);

/** One relative and her or his health problems. */
export const FamilyEntry = ({ relative }: { relative: FamilyHistory }) => {
  const commonWord = useCommonWord();
  return (
    <Entry
      title={
        relative.relation ? (
          <bdi className="inline-block first-letter:uppercase">{commonWord(relative.relation)}</bdi>
        ) : (
          <Trans>Relative</Trans>
        )
      }
      sub={relative.name}
      flags={<FamilyState relative={relative} />}
    >
      <div className="mt-1">
        <FamilyConditions relative={relative} />
      </div>
      <NotesText notes={relative.notes} />
    </Entry>
  );
};
