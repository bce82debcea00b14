import type { Trend } from '../../trend.ts';
import type { LabText } from '../plain/load-plain.ts';

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Tests whose name (the lab's, or ours in either language) holds every word that was typed. */
export const searchTrends = (
  trends: readonly Trend[],
  typed: string,
  findPlain: (loinc: string | null) => Pick<LabText, 'name' | 'also' | 'short'> | null,
): Trend[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...trends];
  return trends.filter((trend) => {
    const plain = findPlain(trend.loinc);
    const text = fold([trend.title, plain?.name ?? '', plain?.also ?? '', plain?.short ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
};
