import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import type { Result, ResultStatus } from '../../../observation.ts';
import type { Range } from '../../../range.ts';
import { LabFlagText } from './LabFlagText.tsx';
import { LetterHeading } from './LetterHeading.tsx';
import { usePlainWords } from '../plain-words.ts';
import { ResultFlag } from '../ResultFlag.tsx';
import { ResultValueText } from '../ResultValueText.tsx';
import { useUnitWords } from '../unit-words.ts';

const Fact = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div className="gap-x-3 border-t border-line py-1.5 first:border-t-0 sm:grid sm:grid-cols-[11rem_1fr]">
    <dt className="text-ink-2">{label}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
);

/** Everything else that the lab sent, in its own words. */
export const LetterFacts = ({ result, name }: { result: Result; name: string }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const words = usePlainWords();
  const unitWords = useUnitWords();
  // The unit is written as beside the value: two spellings look like two units.
  const rangeText = ({ text, unit }: Range): string => (unit ? text.replace(unit, unitWords(unit)) : text);
  const statuses: Record<ResultStatus, string> = {
    registered: t`Registered`,
    preliminary: t`Preliminary`,
    final: t`Final`,
    amended: t`Amended`,
    corrected: t`Corrected`,
    cancelled: t`Cancelled`,
    'entered-in-error': t`Entered in error`,
    unknown: t`Not given`,
  };
  const { value, labFlag, range } = result;
  const exact = value.kind === 'quantity' && value.text !== value.display ? value.text : null;
  return (
    <section>
      {result.components.length > 0 ? (
        <ul className="mb-5 rounded-control border border-line">
          {result.components.map((part) => (
            <li
              key={part.loinc ?? part.title}
              className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-2.5 first:border-t-0"
            >
              <span className="font-semibold">{words(part).name}</span>
              <span className="flex flex-wrap items-center gap-3">
                <ResultValueText result={part} />
                <ResultFlag result={part} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <LetterHeading>
        <Trans>Details from the lab</Trans>
      </LetterHeading>
      <dl className="text-sm">
        {result.title === name ? null : <Fact label={<Trans>The lab's name for it</Trans>}>{result.title}</Fact>}
        {exact ? <Fact label={<Trans>Value as sent</Trans>}>{exact}</Fact> : null}
        {range?.from === 'lab' ? <Fact label={<Trans>Range as sent</Trans>}>{rangeText(range)}</Fact> : null}
        <Fact label={<Trans>The lab's flag</Trans>}>
          {labFlag ? <LabFlagText flag={labFlag} /> : <Trans>None noted</Trans>}
        </Fact>
        <Fact label={<Trans>Status</Trans>}>{statuses[result.status]}</Fact>
        <Fact label={<Trans>Sample taken</Trans>}>
          {result.takenAt ? formats.date(result.takenAt) : <Trans>None noted</Trans>}
        </Fact>
        <Fact label={<Trans>Reported</Trans>}>
          {result.issuedAt ? formats.dateTime(result.issuedAt) : <Trans>None noted</Trans>}
        </Fact>
        <Fact label={<Trans>Reported by</Trans>}>{result.performer ?? <Trans>None noted</Trans>}</Fact>
      </dl>
    </section>
  );
};
