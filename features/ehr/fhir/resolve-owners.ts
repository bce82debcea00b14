import { kindOf, type RecordIds } from '#features/records/index.ts';
import type { CommandIndex, Known } from './command-index.ts';
import { parseReference } from './reference.ts';
import type { StoredLookup } from './stored-lookup.ts';
import { RefusedFile, type Survey, type Surveyed } from './survey-file.ts';

type Deps = { index: CommandIndex; stored: StoredLookup; recordIds: RecordIds; source: string };

/** Patient bundles are about one person; pages of an API (`searchset`) may show several. */
const isOnePersons = (survey: Survey): boolean => survey.bundleType !== null && survey.bundleType !== 'searchset';

export const pathIn = (entry: number | null, path: string): string =>
  entry === null ? path : `Bundle.entry[${entry}].resource${path.slice(path.search(/[.[]|$/))}`;

/** A Binary is the body of somebody’s document: alone it says not whose, and must come in the bundle of its patient. */
const isPersonal = (type: string): boolean => kindOf(type) === 'person' || type === 'Binary';

const refuse = (resource: Pick<Surveyed, 'index'>, path: string, message: string): never => {
  throw new RefusedFile({ entry: resource.index, path: pathIn(resource.index, path), message });
};

/** Whose record every Patient of the command is: its own. */
export const ownPatients = ({ index, recordIds, source }: Deps): void => {
  for (const known of index.byKey.values()) {
    if (known.type === 'Patient') known.owner = recordIds.patient(source, known.sourceId);
  }
};

/**
 * Works out whose record each resource of a file is: by its own element (subject, patient ...), by
 * what it points at, or by being in the bundle of one person. Never by a name or a birth date.
 * @throws RefusedFile when a person cannot be found, or a bundle is about two
 */
export const resolveOwners = async (survey: Survey, deps: Deps): Promise<void> => {
  const patients = survey.resources.filter((resource) => resource.type === 'Patient');
  if (survey.bundleType !== null && new Set(patients.map((one) => one.key)).size > 1) {
    refuse(
      patients.find((one) => one.key !== patients[0]!.key)!,
      'Patient',
      'is a second patient in one bundle',
    );
  }
  const bundleOwner =
    patients[0] && survey.bundleType !== null ? deps.index.byKey.get(patients[0].key)!.owner! : undefined;
  for (const resource of survey.resources) {
    const known = deps.index.byKey.get(resource.key)!;
    if (resource.owner) await ownerFromElement(resource, known, survey, deps);
  }
  for (const resource of survey.resources) {
    const known = deps.index.byKey.get(resource.key)!;
    if (known.owner !== undefined || !resource.pointsAt) continue;
    const owners = await ownersPointedAt(resource, survey, deps);
    if (owners.size === 1) known.owner = [...owners][0]!;
    else if (owners.size > 1 && isOnePersons(survey) && bundleOwner !== undefined) {
      refuse(resource, resource.type, 'is about two patients');
    } else if (owners.size === 0 && bundleOwner !== undefined) known.owner = bundleOwner;
    else if (isPersonal(resource.type)) refuse(resource, resource.type, 'names no patient');
    else known.owner = null;
  }
  if (isOnePersons(survey)) requireOnePerson(survey, deps.index, bundleOwner);
};

const ownerFromElement = async (resource: Surveyed, known: Known, survey: Survey, deps: Deps): Promise<void> => {
  const { text, path } = resource.owner!;
  const target = deps.index.find(text, survey.file);
  if (target === 'ambiguous') refuse(resource, path, 'names several patients');
  else if (target) {
    // A device, a group or a place as the subject: nobody's record.
    setOwner(resource, known, target.type === 'Patient' ? target.owner! : null);
  } else {
    const parsed = parseReference(text);
    const found = await deps.stored(parsed, null);
    if (!found) refuse(resource, path, 'points at a patient that is neither in these files nor stored');
    else setOwner(resource, known, found.type === 'Patient' ? found.patientId : null);
  }
};

const setOwner = (resource: Surveyed, known: Known, owner: string | null): void => {
  if (known.owner !== undefined && known.owner !== owner) {
    refuse(resource, resource.owner!.path, 'gives this resource to another patient than an earlier file');
  }
  known.owner = owner;
};

const ownersPointedAt = async (resource: Surveyed, survey: Survey, deps: Deps): Promise<Set<string>> => {
  const owners = new Set<string>();
  for (const text of resource.pointsAt!) {
    const target = deps.index.find(text, survey.file);
    const owner =
      target === undefined
        ? (await deps.stored(parseReference(text), null))?.patientId
        : target === 'ambiguous'
          ? null
          : target.owner;
    if (typeof owner === 'string') owners.add(owner);
  }
  return owners;
};

const requireOnePerson = (survey: Survey, index: CommandIndex, bundleOwner: string | undefined): void => {
  let person = bundleOwner;
  for (const resource of survey.resources) {
    const { owner } = index.byKey.get(resource.key)!;
    if (typeof owner !== 'string') continue;
    person ??= owner;
    if (owner !== person) {
      refuse(resource, resource.owner?.path ?? resource.type, 'is about another patient than the rest of this bundle');
    }
  }
};
