import { Trans } from '@lingui/react/macro';
import type { Result } from '../../observation.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { usePlainWords } from './plain-words.ts';
import { ResultFlag } from './ResultFlag.tsx';
import { ResultValueText } from './ResultValueText.tsx';
import { useShownResults } from './results-context.ts';
import { useUnitWords } from './unit-words.ts';

/** The range with its unit as people read it; the sender's own words where it gave no numbers. */
const useRangeWords = (): ((result: Result) => string) => {
  const { number } = useFormats();
  const unitWords = useUnitWords();
  return ({ range, value }) => {
    if (!range) return '–';
    // Where there are numbers, both units mean the same; written alike they do not look like two.
    const written = value.kind === 'quantity' && value.unit ? value.unit : range.unit;
    const unit = written ? ` ${unitWords(written)}` : '';
    if (range.low !== null && range.high !== null) return `${number(range.low)}–${number(range.high)}${unit}`;
    if (range.high !== null) return `≤ ${number(range.high)}${unit}`;
    return range.low === null ? range.text : `≥ ${number(range.low)}${unit}`;
  };
};

/** The newest value of every test as one table on paper. */
export const PrintedResults = () => {
  const { state } = useShownResults();
  const formats = useFormats();
  const words = usePlainWords();
  const rangeWords = useRangeWords();
  return (
    <div className="print-only">
      <h1 className="mb-3 text-2xl">
        <Trans>Latest result of each test</Trans>
      </h1>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b border-ink">
            <th className="py-1.5 pr-3">
              <Trans>Test</Trans>
            </th>
            <th className="py-1.5 pr-3">
              <Trans>Value</Trans>
            </th>
            <th className="py-1.5 pr-3">
              <Trans>Range</Trans>
            </th>
            <th className="py-1.5 pr-3">
              <Trans>Where it stands</Trans>
            </th>
            <th className="py-1.5">
              <Trans>Date</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {state.trends.map(({ latest, title, loinc }, index) => (
            <tr key={latest.id ?? index} className="break-inside-avoid border-b border-line align-top">
              <td className="py-1.5 pr-3">{words({ loinc, title }).name}</td>
              <td className="py-1.5 pr-3">
                <ResultValueText result={latest} />
              </td>
              <td className="py-1.5 pr-3">{rangeWords(latest)}</td>
              <td className="py-1.5 pr-3">
                <ResultFlag result={latest} />
              </td>
              <td className="dates py-1.5 whitespace-nowrap">
                {latest.takenAt ? formats.shortDate(latest.takenAt) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {state.isComplete ? null : (
        <p className="mt-3 font-semibold">
          <Trans>This list is not complete: not everything could be loaded when it was printed.</Trans>
        </p>
      )}
    </div>
  );
};
