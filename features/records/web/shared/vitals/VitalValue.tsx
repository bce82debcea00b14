import type { Result } from '../../../observation.ts';
import { pressureOf } from '../../../read/vital.ts';
import { ResultValueText } from '../ResultValueText.tsx';
import { useUnitWords } from '../unit-words.ts';

type Props = { result: Result; big?: boolean };

/** A measurement as people say it: "126/78 mmHg" for a blood pressure. */
export const VitalValue = ({ result, big = false }: Props) => {
  const unitWords = useUnitWords();
  const pressure = pressureOf(result);
  if (!pressure) return <ResultValueText result={result} big={big} />;
  return (
    <span className={`whitespace-nowrap ${result.withdrawn ? 'line-through' : ''}`}>
      <span className={big ? 'figures text-4xl tabular-nums' : 'text-lg font-semibold tabular-nums'}>
        {pressure.upper.text}/{pressure.lower.text}
      </span>
      {pressure.unit ? (
        <span className={`text-ink-2 ${big ? 'ml-2 text-lg' : 'ml-1 text-sm'}`}>{unitWords(pressure.unit)}</span>
      ) : null}
    </span>
  );
};
