import { hash } from 'node:crypto';
import { AppError } from '#platform/errors.ts';
import type { Clock } from '#platform/clock.ts';
import { newId, type RecordId, type SourceId } from '#platform/ids.ts';
import { bind, type Bound } from '#platform/db/statement.ts';
import { systemSubject, type Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import type { WriteRecord, WriteTx } from '#platform/operation.ts';
import type { AcceptedResource } from './accept.ts';
import { openRow } from '../open-rows.ts';
import type { FhirResource } from '../read/elements.ts';
import { opensAt } from '../timing/working-days.ts';
import { dangerousIn, heldBeside, partIdsOf } from './danger.ts';
import { bodyIdsOf, placesOfBodies } from './place.ts';
import { nameForms, numberForms, personTokens } from './person-tokens.ts';
import type { OnStored, StoredChange } from './stored-change.ts';
import * as sql from './write-statements.ts';

/** Rows in one statement: bounds memory, message size, and the time that one step holds the process. */
const CHUNK_ROWS = 500;
const CHUNK_BYTES = 4 * 1024 * 1024;

export type Outcome = 'created' | 'updated' | 'unchanged';
export type TypeCounts = { created: number; updated: number; unchanged: number };
export type Counts = Record<string, TypeCounts>;

type Stored = { id: string; content_token: Buffer; version: number | null; area?: string };
export type Change = {
  resource: AcceptedResource;
  version: number;
  contentToken: Buffer;
  areaBefore: string | undefined;
};

/** Where a row's bytes are bound to: they open nowhere else. */
export const rowContext = (table: string, rowId: string, version: number) => ({
  table,
  column: 'sealed',
  rowId,
  version,
});

const count = (counts: Counts, type: string, outcome: Outcome): void => {
  counts[type] ??= { created: 0, updated: 0, unchanged: 0 };
  counts[type][outcome]++;
};

export type BatchDeps = {
  sealer: Sealer;
  clock: Clock;
  timeZone?: string | undefined;
  onStored?: OnStored | undefined;
};

/**
 * Stores resources inside one transaction: new ones, and those whose bytes differ (a new version).
 * The same bytes again change nothing. One audit event per patient names every row written, with its
 * version and the SHA-256 of its sealed bytes.
 */
export const createBatchWriter = (deps: BatchDeps) => {
  const tokens = personTokens(deps.sealer);

  return async (
    tx: WriteTx,
    source: { name: string; title: string },
    sent: readonly AcceptedResource[],
  ): Promise<{ counts: Counts; outcomes: Outcome[] }> => {
    const counts: Counts = {};
    const outcomes = new Map<AcceptedResource, Outcome>();
    const placed = withPlacesOfBodies(sent);
    const opens = opensAt(deps.clock.now(), deps.timeZone);
    const bySubject = Map.groupBy(placed, (resource) => resource.patientId ?? systemSubject);
    // A fixed order of locks: two imports never wait for each other in a circle.
    for (const subjectId of [...bySubject.keys()].toSorted((a, b) => (a < b ? -1 : 1))) {
      const key = await deps.sealer.key(subjectId, 'records');
      const writes: WriteRecord[] = [];
      const isPatient = subjectId !== systemSubject;
      const chunks = [...chunksOf(bySubject.get(subjectId)!)];
      const find = (chunk: readonly AcceptedResource[]): Bound<Stored> =>
        bind(isPatient ? sql.findStored : sql.findStoredShared, [subjectId, chunk.map((one) => one.recordId)]);
      // What only asks goes in one round trip. The lock stands before the look at what is stored.
      const [[found], , first] = await tx.flight([
        bind(sql.touchSource, [newId<SourceId>(), source.name, source.title]),
        bind(sql.lockSubject, [subjectId]),
        find(chunks[0]!),
      ]);
      const sourceId = found!.id;
      for (const [nth, chunk] of chunks.entries()) {
        const stored = nth === 0 ? first : (await tx.flight([find(chunk)]))[0];
        const changes = changesOf(chunk, stored, key, outcomes);
        if (changes.length === 0) continue;
        const puts = isPatient
          ? putPatientRows(key, sourceId, changes, writes, opens)
          : putSharedRows(key, sourceId, changes, writes, tokens);
        const also = isPatient ? deps.onStored?.(subjectId, changes.map(storedChange)) : undefined;
        const all = [...(also?.before ?? []), ...puts];
        // A small delivery is written by the flight that commits; a large one as it goes, in bounded memory.
        if (bySubject.size === 1 && chunks.length === 1) tx.atCommit(...all);
        else await tx.flight(all);
        tx.atCommit(...(also?.after ?? []));
      }
      if (isPatient) {
        const open = await openDanger(tx, key, bySubject.get(subjectId)!);
        tx.atCommit(...open, bind(sql.touchFeed, [subjectId, sourceId]));
      }
      const recordIds = writes.map((write) => write.id);
      for (const resource of bySubject.get(subjectId)!) {
        if (resource.person && outcomes.get(resource) !== 'unchanged') {
          writes.push(await putPerson(tx, key, sourceId, resource, tokens));
        }
      }
      // A delivery that brought nothing new is no entry in anybody's log (the run itself leaves one).
      if (writes.length === 0) continue;
      tx.audit({ patientId: isPatient ? subjectId : null, recordIds, writes, detail: `source ${source.name}` });
    }
    for (const [resource, outcome] of outcomes) count(counts, resource.resourceType, outcome);
    return { counts, outcomes: placed.map((resource) => outcomes.get(resource)!) };
  };
};

const guessed = new Set(['Binary', 'Media']);

/** Files take the place of what names them in the same delivery. */
const withPlacesOfBodies = (sent: readonly AcceptedResource[]): readonly AcceptedResource[] => {
  const places = placesOfBodies(sent);
  if (places.size === 0) return sent;
  return sent.map((resource) => {
    const place = guessed.has(resource.resourceType) ? places.get(resource.recordId) : undefined;
    return place === undefined ? resource : { ...resource, ...place, isPlaced: true };
  });
};

/** A file that comes alone says nothing of its place: it stays where it stood. */
const settled = (resource: AcceptedResource, before: Stored | undefined): AcceptedResource =>
  before?.area !== undefined && guessed.has(resource.resourceType) && !resource.isPlaced
    ? { ...resource, area: before.area as AcceptedResource['area'] }
    : resource;

/** A dangerous value, and the reports that hold it, wait for nobody: those of this delivery, and those that came before. */
const openDanger = async (
  tx: WriteTx,
  key: SubjectKey,
  resources: readonly AcceptedResource[],
): Promise<Bound<unknown>[]> => {
  const patientId = key.subjectId;
  const beside = heldBeside(resources);
  const bounds = beside.ids.length > 0 ? [bind(sql.openBesideDanger, [patientId, beside.ids, beside.partIds])] : [];
  const found = dangerousIn(resources);
  if (found.size === 0) return bounds;
  for (const row of await tx.all(sql.findWaitingReports, [patientId])) {
    const report = JSON.parse(openRow(key, 'records.resource', row).toString()) as FhirResource;
    if (!partIdsOf(report).some((id) => found.has(id))) continue;
    for (const id of [row.id, ...bodyIdsOf(report)]) found.add(id);
  }
  return [bind(sql.openAtOnce, [patientId, [...found]]), ...bounds];
};

function* chunksOf(resources: readonly AcceptedResource[]): Generator<AcceptedResource[]> {
  let chunk: AcceptedResource[] = [];
  let bytes = 0;
  for (const resource of resources) {
    if (chunk.length > 0 && (chunk.length === CHUNK_ROWS || bytes + resource.text.length > CHUNK_BYTES)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(resource);
    bytes += resource.text.length;
  }
  if (chunk.length > 0) yield chunk;
}

const changesOf = (
  chunk: readonly AcceptedResource[],
  stored: readonly Stored[],
  key: SubjectKey,
  outcomes: Map<AcceptedResource, Outcome>,
): Change[] => {
  const known = new Map(stored.map((row) => [row.id, row]));
  const changes: Change[] = [];
  for (const sent of chunk) {
    const before = known.get(sent.recordId);
    const resource = settled(sent, before);
    const contentToken = key.token('records.resource.content_token', resource.text);
    if (before && before.version === null) throw new AppError('integrity', 'A stored record has lost its head.');
    // A row whose part of the record is named otherwise now (an older release stored it) is written again.
    const isInPlace = before?.area === undefined || before.area === resource.area;
    if (before?.content_token.equals(contentToken) && isInPlace) {
      outcomes.set(sent, 'unchanged');
      continue;
    }
    outcomes.set(sent, before ? 'updated' : 'created');
    changes.push({ resource, version: (before?.version ?? 0) + 1, contentToken, areaBefore: before?.area });
  }
  return changes;
};

export const storedChange = ({ resource, version, areaBefore }: Change): StoredChange => ({
  recordId: resource.recordId,
  resourceType: resource.resourceType,
  area: resource.area,
  areaBefore,
  at: resource.at,
  version,
});

export type SealedChange = { sealed: Buffer; mac: Buffer };

export const sealChange = (key: SubjectKey, table: string, change: Change, writes: WriteRecord[]): SealedChange => {
  const { resource, version } = change;
  const sealed = key.seal(rowContext(table, resource.recordId, version), Buffer.from(resource.text));
  writes.push(writeOf(table, resource.recordId, version, sealed));
  return { sealed, mac: key.head({ table, rowId: resource.recordId, version, deleted: false }) };
};

const writeOf = (table: string, id: string, version: number, sealed: Buffer): WriteRecord => ({
  table,
  id,
  version,
  hash: hash('sha256', sealed, 'hex'),
});

const headsBound = (subjectId: string, table: string, changes: readonly Change[], sealed: readonly SealedChange[]) =>
  bind(sql.putHeads, [
    subjectId,
    table,
    changes.map((change) => change.resource.recordId),
    changes.map((change) => change.version),
    sealed.map((one) => one.mac),
    changes.map((change) => (table === 'records.resource' ? change.resource.area : '')),
  ]);

/** Purpose of the clear token of a row's code. */
export const codeTokenPurpose = 'records.resource.code_token';

const putPatientRows = (
  key: SubjectKey,
  sourceId: string,
  changes: readonly Change[],
  writes: WriteRecord[],
  opens: Date,
): Bound<unknown>[] => {
  const table = 'records.resource';
  const sealed = changes.map((change) => sealChange(key, table, change, writes));
  const column = <T>(of: (resource: AcceptedResource) => T): T[] => changes.map((change) => of(change.resource));
  const tokenOf = (purpose: string, value: string | null) => (value === null ? null : key.token(purpose, value));
  return [
    bind(sql.putResources, [
      key.subjectId,
      sourceId,
      column((resource) => resource.recordId),
      column((resource) => resource.resourceType),
      column((resource) => resource.area),
      column((resource) => resource.at?.toISOString() ?? null),
      column((resource) => tokenOf(codeTokenPurpose, resource.code)),
      changes.map((change) => change.contentToken),
      sealed.map((one) => one.sealed),
      column((resource) => resource.heldAs),
      opens,
    ]),
    headsBound(key.subjectId, table, changes, sealed),
  ];
};

const putSharedRows = (
  key: SubjectKey,
  sourceId: string,
  changes: readonly Change[],
  writes: WriteRecord[],
  tokens: ReturnType<typeof personTokens>,
): Bound<unknown>[] => {
  const table = 'records.shared_resource';
  const sealed = changes.map((change) => sealChange(key, table, change, writes));
  const ids = changes.map((change) => change.resource.recordId);
  const named = changes.flatMap(({ resource }) =>
    resource.identifiers.map((one) => ({
      id: resource.recordId,
      token: tokens.sharedIdentifier(resource.resourceType, one.system, one.value),
    })),
  );
  return [
    bind(sql.putShared, [
      sourceId,
      ids,
      changes.map((change) => change.resource.resourceType),
      changes.map((change) => change.contentToken),
      sealed.map((one) => one.sealed),
    ]),
    headsBound(key.subjectId, table, changes, sealed),
    bind(sql.dropSharedTokens, [ids]),
    bind(sql.putSharedTokens, [named.map((one) => one.token), named.map((one) => one.id)]),
  ];
};

/** The directory's summary of a person follows her Patient resource, with its tokens. */
const putPerson = async (
  tx: WriteTx,
  key: SubjectKey,
  sourceId: string,
  resource: AcceptedResource,
  tokens: ReturnType<typeof personTokens>,
): Promise<WriteRecord> => {
  const patientId = key.subjectId;
  const person = resource.person!;
  const before = await tx.find(sql.findPerson, [patientId]);
  if (before && before.version === null) throw new AppError('integrity', 'A stored record has lost its head.');
  const id = (before?.id ?? newId<RecordId>()) as RecordId;
  const version = (before?.version ?? 0) + 1;
  const table = 'records.patient';
  const sealed = key.seal(rowContext(table, id, version), Buffer.from(JSON.stringify(person.summary)));
  const { birthDate } = person.summary;
  const forms = [...new Set(person.families.flatMap(nameForms))].slice(0, 20);
  const numbers = person.identifiers
    .filter((one) => person.authorities.includes(one.system))
    .flatMap(({ system, value }) => numberForms(value).map((form) => ({ system, form })));
  const all = [
    ...person.identifiers.map((one) => tokens.identifier(one.system, one.value)),
    ...numbers.map((one) => tokens.recordNumber(one.system, one.form)),
    ...(birthDate?.length === 10 ? forms.map((form) => tokens.nameAndBirthDate(form, birthDate)) : []),
    ...(birthDate ? forms.map((form) => tokens.soundAndBirthYear(form, birthDate.slice(0, 4))) : []),
  ];
  await tx.flight([
    bind(sql.putPerson, [patientId, id, sourceId, sealed]),
    bind(sql.putHeads, [
      patientId,
      table,
      [id],
      [version],
      [key.head({ table, rowId: id, version, deleted: false })],
      [''],
    ]),
    bind(sql.dropPersonTokens, [patientId]),
    bind(sql.putPersonTokens, [patientId, all.map((one) => one.kind), all.map((one) => one.token)]),
    bind(sql.putAuthorities, [person.authorities]),
  ]);
  return writeOf(table, id, version, sealed);
};
