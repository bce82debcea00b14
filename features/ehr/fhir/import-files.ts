import { AppError, isAppError } from '#platform/errors.ts';
import type { Pool } from '#platform/db/pool.ts';
import { newId, type RecordId, type RequestId } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { WriteHandler } from '#platform/operation.ts';
import type { ServiceRunner } from '#platform/service-runner.ts';
import {
  acceptResource,
  parseResource,
  type AcceptedResource,
  type Counts,
  type RecordIds,
} from '#features/records/index.ts';
import { indexSurveys, type CommandIndex } from './command-index.ts';
import { readFhirFile } from './read-file.ts';
import { eachReference } from './reference.ts';
import { ownPatients, resolveOwners } from './resolve-owners.ts';
import { recordIdOf, resolveReferences, type Resolver } from './resolve-references.ts';
import { createStoredLookup, type StoredLookup } from './stored-lookup.ts';
import { RefusedFile, atEntry, problemOf, surveyFile, type Problem, type Survey } from './survey-file.ts';

/** Files in one command. */
export const FILES_LIMIT = 5_000;

export type ImportDeps = {
  importer: ServiceRunner;
  intake: { writeBundle: WriteHandler };
  recordIds: RecordIds;
  /** Role `app_importer`. */
  pool: Pool;
  /** Of the role `app_importer`, prepared for the domain `records`. */
  sealer: Sealer;
  /** Where the records come from; "Imported files" when absent. Ids are unique within a source. */
  source?: { name: string; title: string };
  onFile?: (report: FileReport) => void;
  /** Told of errors that are no fault of a file as far as we know; the file is refused all the same. */
  onDefect?: (error: unknown) => void;
};

export type FileReport = {
  file: string;
  outcome: 'imported' | 'refused';
  /** Resources that the file holds; with `imported`: the sum of `counts` and `repeated`. */
  resources: number;
  counts: Counts;
  /** Resources that stand again, or newer, elsewhere in the same command. */
  repeated: number;
  /** References kept as sent because nothing answers to them, by type. */
  unmatched: Record<string, number>;
  problem?: Problem;
};

export type ImportReport = {
  files: FileReport[];
  counts: Counts;
  resources: number;
  repeated: number;
  unmatched: Record<string, number>;
  refused: number;
};

type Ready = { survey: Survey; resolve: Resolver; unmatched: Record<string, number> };

/**
 * Imports FHIR R4 files: bundles and single resources. Each file is stored in one transaction, all of
 * it or nothing; a file with anything wrong changes nothing and is named in the report, and so is a
 * file whose references need it. Running the same command again changes nothing.
 *
 * Two passes: the first checks every resource and keeps only ids and references; the second reads one
 * file at a time again, resolves its references and stores it.
 * @throws AppError when the import cannot go on at all (too many files, the database is away)
 */
export const importFhirFiles = async (paths: readonly string[], deps: ImportDeps): Promise<ImportReport> => {
  if (paths.length > FILES_LIMIT) throw new AppError('too-large', `At most ${FILES_LIMIT} files in one command.`);
  const source = deps.source ?? { name: 'files', title: 'Imported files' };
  const problems = new Map<string, Problem>();
  const refusals: Refusals = { problems, onDefect: deps.onDefect ?? (() => undefined) };
  let surveys: Survey[] = [];
  for (const path of new Set(paths)) {
    await refusing(path, refusals, async () => {
      surveys.push(await surveyFile(path));
    });
  }
  const surveyed = new Map(surveys.map((survey) => [survey.file, survey]));
  const stored = createStoredLookup({ ...deps, source: source.name });
  let ready: Ready[] = [];
  let index: CommandIndex;
  // A refused file takes its resources with it, so files that point at them are looked at again.
  for (;;) {
    index = indexSurveys(surveys);
    ready = await resolveAll(surveys, index, stored, { ...deps, source: source.name }, refusals);
    const left = surveys.filter((survey) => !problems.has(survey.file));
    if (left.length === surveys.length) break;
    surveys = left;
  }
  const reports = new Map<string, FileReport>();
  for (const one of ready) {
    await refusing(one.survey.file, refusals, async () => {
      reports.set(one.survey.file, await storeFile(one, index, deps, source));
    });
  }
  const files = [...new Set(paths)].map((file): FileReport => {
    const problem = problems.get(file);
    const report = reports.get(file);
    return report ?? refusedReport(file, surveyed.get(file), problem!);
  });
  for (const report of files) deps.onFile?.(report);
  return total(files);
};

type Refusals = { problems: Map<string, Problem>; onDefect: (error: unknown) => void };

/**
 * Notes what is wrong with a file instead of failing: whatever one file does to us, the others are
 * still imported. Only a database that is away ends the command.
 */
const refusing = async (file: string, { problems, onDefect }: Refusals, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefusedFile) {
      problems.set(file, error.problem);
      if (error.cause !== undefined) onDefect(error.cause);
      return;
    }
    if (isAppError(error) && error.kind === 'unavailable') throw error;
    // Never the error's own words, unless they are ours: a database quotes what it was given.
    if (isAppError(error) && error.fields.length > 0) return void problems.set(file, problemOf(error, null));
    const why = isAppError(error) ? error.kind : 'an error of the portal, see its log';
    problems.set(file, { entry: null, path: 'file', message: `could not be stored (${why})` });
    onDefect(error);
  }
};

const resolveAll = async (
  surveys: readonly Survey[],
  index: CommandIndex,
  stored: StoredLookup,
  deps: { recordIds: RecordIds; source: string },
  refusals: Refusals,
): Promise<Ready[]> => {
  const ready: Ready[] = [];
  const all = { index, stored, recordIds: deps.recordIds, source: deps.source };
  ownPatients(all);
  // Bundles of a person first: what they own decides what loose resources belong to.
  const owned: Survey[] = [];
  for (const survey of surveys.toSorted((a, b) => rank(a) - rank(b))) {
    await refusing(survey.file, refusals, async () => {
      await resolveOwners(survey, all);
      owned.push(survey);
    });
  }
  const inOrder = surveys.filter((survey) => owned.includes(survey));
  for (const survey of inOrder) {
    await refusing(survey.file, refusals, async () => {
      ready.push({ survey, ...(await resolveReferences(survey, all)) });
    });
  }
  return ready;
};

/** Files whose resources say themselves whose they are come before those that need others to tell. */
const rank = (survey: Survey): number => (survey.resources.some((resource) => resource.pointsAt) ? 1 : 0);

const storeFile = async (
  { survey, resolve, unmatched }: Ready,
  index: CommandIndex,
  deps: ImportDeps,
  source: { name: string; title: string },
): Promise<FileReport> => {
  const opened = await readFhirFile(survey.file);
  if (opened.sha256 !== survey.sha256) {
    throw new RefusedFile({ entry: null, path: 'file', message: 'was changed while it was read' });
  }
  const resources: AcceptedResource[] = [];
  const seen = new Set<string>();
  let position = 0;
  for (const entry of opened.entries()) {
    const { key } = survey.resources[position++]!;
    const newerElsewhere = index.differing.has(key) && index.lastFileOf.get(key) !== survey.file;
    if (seen.has(key) || newerElsewhere) continue;
    seen.add(key);
    const known = index.byKey.get(key)!;
    const patientId = known.owner ?? null;
    const recordId = recordIdOf(known, deps.recordIds, source.name) as RecordId;
    resources.push(
      atEntry(entry.index, () => {
        const resource = parseResource(entry.text);
        eachReference(resource, resource.resourceType, ({ text }) => {
          if (text.startsWith('#')) return text;
          const target = resolve(text, patientId);
          return target.kind === 'record' ? `${target.type}/${target.recordId}` : text;
        });
        return acceptResource(resource, { recordId, patientId });
      }),
    );
  }
  const input = { body: { source: source.name, sourceTitle: source.title, resources } };
  const answer = (await deps.importer.write(deps.intake.writeBundle, input, newId<RequestId>())) as { counts: Counts };
  return {
    file: survey.file,
    outcome: 'imported',
    resources: survey.resources.length,
    counts: answer.counts,
    repeated: survey.resources.length - resources.length,
    unmatched,
  };
};

const refusedReport = (file: string, survey: Survey | undefined, problem: Problem): FileReport => ({
  file,
  outcome: 'refused',
  resources: survey?.resources.length ?? 0,
  counts: {},
  repeated: 0,
  unmatched: {},
  problem,
});

const total = (files: FileReport[]): ImportReport => {
  const counts: Counts = {};
  const unmatched: Record<string, number> = {};
  for (const file of files) {
    for (const [type, some] of Object.entries(file.counts)) {
      const sum = (counts[type] ??= { created: 0, updated: 0, unchanged: 0 });
      sum.created += some.created;
      sum.updated += some.updated;
      sum.unchanged += some.unchanged;
    }
    for (const [type, some] of Object.entries(file.unmatched)) unmatched[type] = (unmatched[type] ?? 0) + some;
  }
  return {
    files,
    counts,
    unmatched,
    resources: files.reduce((sum, file) => sum + file.resources, 0),
    repeated: files.reduce((sum, file) => sum + file.repeated, 0),
    refused: files.filter((file) => file.outcome === 'refused').length,
  };
};
