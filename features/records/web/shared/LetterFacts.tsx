import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../web/lib/format.ts';
import type { Result, ResultStatus } from '../../observation.ts';
import { LetterHeading } from './LetterHeading.tsx';
import { usePlainWords } from './plain-words.ts';
import { ResultFlag } from './ResultFlag.tsx';
import { ResultValueText } from './ResultValueText.tsx';

const Fact = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div className="flex flex-wrap gap-x-3 border-t border-line py-1.5 first:border-t-0">
    <dt className="w-44 shrink-0 text-ink-2">{label}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
);

/** Everything else that the lab sent, in its own words. */
export const LetterFacts = ({ result, name }: { result: Result; name: string }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const words = usePlainWords();
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
        {range?.from === 'lab' ? <Fact label={<Trans>Range as sent</Trans>}>{range.text}</Fact> : null}
        <Fact label={<Trans>The lab's flag</Trans>}>{labFlag ? labFlag.text : <Trans>None noted</Trans>}</Fact>
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
