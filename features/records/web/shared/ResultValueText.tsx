import { Trans } from '@lingui/react/macro';
import type { Result } from '../../observation.ts';
import { useCommonWord } from '../plain/use-plain.ts';
import { useUnitWords } from './unit-words.ts';

type Props = { result: Result; big?: boolean; tile?: boolean };

/** A value as a person reads it, the unit behind it in a quieter voice. */
export const ResultValueText = ({ result, big = false, tile = false }: Props) => {
  const unitWords = useUnitWords();
  const commonWord = useCommonWord();
  const { value } = result;
  const struck = result.withdrawn ? 'line-through' : '';
  if (value.kind === 'absent') {
    return <span className="text-ink-2">{value.reason ?? <Trans>No value sent</Trans>}</span>;
  }
  if (value.kind === 'text') {
    return (
      <span
        className={`${big ? 'figures text-2xl' : tile ? 'figures text-xl sm:text-2xl' : 'font-semibold'} ${struck}`}
      >
        {commonWord(value.text)}
      </span>
    );
  }
  return (
    <span className={`whitespace-nowrap ${struck}`}>
      <span
        className={
          big
            ? 'figures text-4xl tabular-nums'
            : tile
              ? 'figures text-3xl tabular-nums'
              : 'text-lg font-semibold tabular-nums'
        }
      >
        {value.display}
      </span>
      {value.unit ? (
        <span
          className={`text-ink-2 ${big ? 'ml-2 text-lg' : tile ? 'block text-sm sm:ml-1 sm:inline' : 'ml-1 text-sm'}`}
        >
          {unitWords(value.unit)}
        </span>
      ) : null}
    </span>
  );
};
