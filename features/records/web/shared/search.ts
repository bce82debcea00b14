import type { Trend } from '../../trend.ts';
import { plainWordsFor } from './plain-words.ts';

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Tests whose name (the lab's, or ours in either language) holds every word that was typed. */
export const searchTrends = (trends: readonly Trend[], typed: string): Trend[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...trends];
  return trends.filter((trend) => {
    const names = ['en', 'es'].map((locale) => plainWordsFor(trend, locale));
    const text = fold([trend.title, ...names.flatMap(({ name, short }) => [name, short ?? ''])].join(' '));
    return words.every((word) => text.includes(word));
  });
};
