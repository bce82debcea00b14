import type { Result } from '../../../observation.ts';
import { dayOf } from '../../../../../web/lib/format.ts';
import type { Panel } from '../../../panel.ts';

/** Everything that was taken on the newest day in the record. */
export type NewestDay = { takenAt: string; panels: Panel[]; results: Result[] };

const rank: readonly Result['state'][] = ['critical', 'above', 'below', 'abnormal', 'unknown', 'in'];

/** Results of the newest day with a known date, each once, what stands out first. */
export const newestDay = (panels: readonly Panel[]): NewestDay | undefined => {
  const takenAt = panels.find((panel) => panel.takenAt !== null)?.takenAt;
  if (!takenAt) return undefined;
  const day = dayOf(takenAt);
  const ofDay = panels.filter((panel) => panel.takenAt !== null && dayOf(panel.takenAt) === day);
  const byId = new Map(ofDay.flatMap((panel) => panel.results).map((result) => [result.id ?? result.title, result]));
  const results = [...byId.values()]
    .filter((result) => !result.withdrawn)
    .toSorted((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state));
  return { takenAt, panels: ofDay, results };
};
