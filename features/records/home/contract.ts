import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';
import type { Comment } from '../comments/contract.ts';
import type { Completeness } from '../contract.ts';
import type { ListName } from '../lists.ts';

/** Rows that the first page opens at most, whatever the size of the record. */
export const HOME_LIMITS = {
  appointments: 5,
  plannedVisits: 5,
  visits: 5,
  reports: 12,
  results: 60,
  notes: 5,
  commented: 10,
  comments: 20,
} as const;

/** Records that came since the last sign-in and are looked at for the page; more are only counted. */
export const HOME_NEWS = 400;

/** Answer of `records.getHome`; FHIR resources as stored. */
export type Home<R = unknown> = {
  completeness: Completeness;
  /** Since when something is new: what the last sign-in before this one had seen (30 days at the first). */
  newSince: string;
  /** Appointments (FHIR Appointment), then planned visits (Encounter) to come, each the soonest first. */
  next: R[];
  /** The last visits (Encounter), newest first. */
  visits: R[];
  /** New reports and results, newest taken first. `newResultsTotal` counts both, up to HOME_NEWS. */
  newReports: R[];
  newResults: R[];
  newResultsTotal: number;
  /** New notes, without their bodies. */
  newNotes: R[];
  /** The results and reports that the new comments are about. */
  commented: R[];
  /** Comments written or changed since, newest first. */
  comments: Comment[];
  /** Records in each list that the caller may open. */
  counts: Partial<Record<ListName, number>>;
};

export const getHome = route({
  id: 'records.getHome',
  method: 'GET',
  path: '/api/patients/:patientId/home',
  summary: 'The first page of a record: what comes, what is new, how much there is',
  audience: 'any',
  resource: 'records.home',
  action: 'read',
  category: 'home',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid }),
  response: 'stored-json',
});
