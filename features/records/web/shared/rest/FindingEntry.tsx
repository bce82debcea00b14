import { Trans } from '@lingui/react/macro';
import type { Result } from '../../../observation.ts';
import { usePlainLab, usePlainVital } from '../../plain/use-plain.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { ResultFlag } from '../ResultFlag.tsx';
import { ResultValueText } from '../ResultValueText.tsx';

/** The question, in our words where we have some. */
export const FindingName = ({ result }: { result: Pick<Result, 'loinc' | 'title'> }) => {
  const vital = usePlainVital()(result.loinc);
  const lab = usePlainLab()(result.loinc);
  return <bdi>{vital?.name ?? lab?.name ?? result.title}</bdi>;
};

/** One answer or finding: the question, the answer, when. */
export const FindingEntry = ({ result }: { result: Result }) => (
  <Entry
    title={<FindingName result={result} />}
    flags={result.withdrawn || result.state !== 'unknown' ? <ResultFlag result={result} /> : null}
    when={
      <Dotted
        parts={[
          result.takenAt ? <WhenText at={result.takenAt} short /> : <Trans>No date given</Trans>,
          result.performer ? <bdi>{result.performer}</bdi> : null,
        ]}
      />
    }
  >
    {result.value.kind === 'absent' && result.components.length > 0 ? (
      <ul className="mt-1">
        {result.components.map((part) => (
          <li key={part.loinc ?? part.title} className="flex flex-wrap justify-between gap-x-4">
            <FindingName result={part} />
            <ResultValueText result={part} />
          </li>
        ))}
      </ul>
    ) : (
      <p className="mt-0.5">
        <ResultValueText result={result} />
      </p>
    )}
    {result.notes.map((note) => (
      <p key={note} className="mt-1 text-sm whitespace-pre-line">
        {note}
      </p>
    ))}
  </Entry>
);
