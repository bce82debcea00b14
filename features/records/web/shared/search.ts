import type { Trend } from '../../trend.ts';
import type { LabText } from '../plain/load-plain.ts';
import { fold } from './fold.ts';

type Searchable = { trend: Trend; text: string };

/** What each test is found by: the lab's name, and ours. Made once for a list, not with every letter. */
export const searchable = (
  trends: readonly Trend[],
  findPlain: (loinc: string | null) => Pick<LabText, 'name' | 'also' | 'short'> | null,
): Searchable[] =>
  trends.map((trend) => {
    const plain = findPlain(trend.loinc);
    return { trend, text: fold([trend.title, plain?.name ?? '', plain?.also ?? '', plain?.short ?? ''].join(' ')) };
  });

/** Tests that hold every word that was typed. */
export const searchTrends = (all: readonly Searchable[], typed: string): Trend[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return all.filter(({ text }) => words.every((word) => text.includes(word))).map(({ trend }) => trend);
};
