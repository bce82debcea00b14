import type { Home } from '../../../home/contract.ts';
import { recordIdsIn, type FhirResource } from '../../../read/elements.ts';

/** What is new since the last sign-in, counted as people count: a panel of ten values is one thing. */
export type Changes = {
  since: string;
  /** Record ids of new reports, and of new results that stand in none of them. */
  results: string[];
  comments: number;
  notes: number;
  /** Not everything that is new was looked at: there may be more. */
  isMore: boolean;
};

const dayMs = 86_400_000;
/** What came lately but is older than this is history that was filled in, not news. */
const staleDays = 60;

const takenAt = (resource: FhirResource): number => {
  const period = resource.effectivePeriod as { start?: string } | undefined;
  const text = [resource.effectiveDateTime, period?.start, resource.date, resource.issued].find(
    (one) => typeof one === 'string',
  );
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment;
};

export const changesOf = (home: Home<FhirResource> | undefined): Changes => {
  if (!home) return { since: new Date().toISOString(), results: [], comments: 0, notes: 0, isMore: false };
  const oldest = Date.parse(home.newSince) - staleDays * dayMs;
  const isNews = (resource: FhirResource): boolean => takenAt(resource) >= oldest;
  const reports = home.newReports.filter(isNews);
  const inReports = new Set(home.newReports.flatMap((report) => recordIdsIn(report.result, 'Observation')));
  const alone = home.newResults.filter((result) => isNews(result) && !inReports.has(result.id ?? ''));
  return {
    since: home.newSince,
    results: [...reports, ...alone].flatMap(({ id }) => id ?? []),
    comments: home.comments.length,
    notes: home.newNotes.filter(isNews).length,
    isMore: home.newResultsTotal > home.newReports.length + home.newResults.length,
  };
};

export const countChanges = ({ results, comments, notes }: Changes): number => results.length + comments + notes;
