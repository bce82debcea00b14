import type { RecordIds } from '#features/records/index.ts';
import type { CommandIndex, Known } from './command-index.ts';
import { pathIn } from './resolve-owners.ts';
import type { StoredLookup } from './stored-lookup.ts';
import { parseReference } from './reference.ts';
import { RefusedFile, type Survey, type SurveyedReference } from './survey-file.ts';

type Deps = { index: CommandIndex; stored: StoredLookup; recordIds: RecordIds; source: string };

export type Target =
  /** Written as `Type/record id`. */
  | { kind: 'record'; type: string; recordId: string; patientId: string | null }
  /** Kept as sent. */
  | { kind: 'unmatched' };

export type Resolver = (text: string, owner: string | null) => Target;

export const recordIdOf = (known: Known, recordIds: RecordIds, source: string): string =>
  known.owner === null || known.owner === undefined
    ? recordIds.shared(source, known.type, known.sourceId)
    : recordIds.record(known.owner, source, known.type, known.sourceId);

/**
 * Resolves every reference of a file across the command's files and what is stored. A clinical
 * reference of a bundle must resolve: half a record reads like a whole one. A file of one resource
 * and a page of an API are excerpts by nature: what they point at outside is kept and counted, except
 * the patient.
 * @throws RefusedFile for the first reference that resolves nowhere
 */
export const resolveReferences = async (
  survey: Survey,
  deps: Deps,
): Promise<{ resolve: Resolver; unmatched: Record<string, number> }> => {
  const excerpt = survey.bundleType === null || survey.bundleType === 'searchset';
  const owners = new Set(survey.resources.map((resource) => deps.index.byKey.get(resource.key)!.owner ?? null));
  const targets = new Map<string, Target>();
  const unmatched: Record<string, number> = {};
  for (const [text, reference] of survey.references) {
    const target = await targetOf(text, reference, survey, deps, owners);
    if (target.kind === 'unmatched') {
      if (!reference.mayStay && !excerpt) {
        const { entry, path } = reference;
        throw new RefusedFile({
          entry,
          path: pathIn(entry, path),
          message: 'points at nothing in these files or stored before',
        });
      }
      const name = nameOfUnmatched(reference);
      unmatched[name] = (unmatched[name] ?? 0) + reference.count;
    }
    targets.set(text, target);
  }
  return {
    unmatched,
    resolve: (text) => targets.get(text) ?? { kind: 'unmatched' },
  };
};

const nameOfUnmatched = ({ parsed }: SurveyedReference): string =>
  parsed.kind === 'local' || parsed.kind === 'identifier' || parsed.kind === 'search' ? parsed.type : 'other';

const targetOf = async (
  text: string,
  reference: SurveyedReference,
  survey: Survey,
  deps: Deps,
  owners: ReadonlySet<string | null>,
): Promise<Target> => {
  const refuse = (message: string): never => {
    const { entry, path } = reference;
    throw new RefusedFile({ entry, path: pathIn(entry, path), message });
  };
  const found = deps.index.find(text, survey.file);
  if (found === 'ambiguous') {
    return reference.mayStay ? { kind: 'unmatched' } : refuse('names several resources by one identifier');
  }
  if (found) {
    const patientId = found.owner ?? null;
    const people = [...owners].filter((owner) => owner !== null);
    if (patientId !== null && !owners.has(patientId)) {
      // Another person may be named (a mother, a twin); another person's record may not be pointed into.
      if (found.type === 'Patient' || people.length === 0) return { kind: 'unmatched' };
      refuse('points into another patient’s record');
    }
    return { kind: 'record', type: found.type, recordId: recordIdOf(found, deps.recordIds, deps.source), patientId };
  }
  const parsed = parseReference(text);
  if (parsed.kind === 'search' && !reference.mayStay) refuse('must name a resource, or an identifier');
  for (const owner of owners) {
    const stored = await deps.stored(parsed, owner);
    if (!stored) continue;
    if (stored.patientId !== null && !owners.has(stored.patientId)) return { kind: 'unmatched' };
    return { kind: 'record', type: stored.type, recordId: stored.recordId, patientId: stored.patientId };
  }
  return { kind: 'unmatched' };
};
