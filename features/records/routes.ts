import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { reads, storedJson, writes, type Handler, type StoredJson } from '#platform/operation.ts';
import * as contract from './contract.ts';
import { completenessOf, type SourceRow } from './completeness.ts';
import { acceptResource, parseResource, type AcceptedResource } from './intake/accept.ts';
import { personFacts } from './intake/describe.ts';
import { createRecordIds } from './intake/record-ids.ts';
import { createBatchWriter, listTokenPurpose } from './intake/write-batch.ts';
import { openRow, type SealedRow } from './open-rows.ts';
import { searchDirectory } from './search-directory.ts';
import * as sql from './store.ts';

export type RecordsDeps = { sealer: Sealer };

/** Above every time and id: the first page starts here. */
const beginning = { at: '9999-12-31T23:59:59.999Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

const cursorOf = (text: string | undefined): { at: string; id: string } => {
  if (text === undefined) return beginning;
  const [at = '', id = ''] = text.split('_');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new AppError('invalid', undefined, {
      fields: [{ path: 'query.cursor', message: 'is not a cursor of this list' }],
    });
  }
  return { at, id };
};

type ListContract = typeof contract.listResults | typeof contract.listReports;

/** A list answers the stored bytes one after another; nothing is parsed on the way. */
const lists = (of: ListContract, list: 'laboratory' | 'report', { sealer }: RecordsDeps): Handler =>
  reads(of, {
    plan: async ({ params, query }) => {
      // The caller's right is not checked yet: no key is made, and a patient without one has no rows.
      const key = await sealer.find(params.patientId, 'records');
      const token = key?.token(listTokenPurpose, list) ?? Buffer.alloc(0);
      const { at, id } = cursorOf(query.cursor);
      return {
        exposes: bind(sql.listRows, [params.patientId, token, at, id, contract.PAGE_SIZE]),
        // A first page that is not full is its own count; a later one does not know what came before it.
        also: [
          bind(sql.listSources, [params.patientId]),
          ...(query.cursor === undefined ? [] : [bind(sql.countRows, [params.patientId, token])]),
        ],
      };
    },
    respond: async ({ rows, also, input, ctx }) => {
      const resources = rows.length === 0 ? [] : openAll(await sealer.key(input.params.patientId, 'records'), rows);
      const last = rows.length === contract.PAGE_SIZE ? rows.at(-1) : undefined;
      const completeness = completenessOf({
        checkedAt: ctx.clock.now(),
        sources: (also[0] ?? []) as SourceRow[],
        total: (also[1]?.[0] as { total: number } | undefined)?.total ?? rows[0]?.total ?? rows.length,
      });
      return spliced(completeness, resources, last ? `${last.at.toISOString()}_${last.id}` : null);
    },
  });

const openAll = (key: SubjectKey, rows: readonly SealedRow[]): Buffer[] =>
  rows.map((row) => openRow(key, 'records.resource', row));

const comma = Buffer.from(',');

/** One JSON text around bytes that were validated when they were written. */
const spliced = (
  completeness: contract.Completeness,
  resources: readonly Buffer[],
  next: string | null,
): StoredJson => {
  const parts: Buffer[] = [Buffer.from(`{"completeness":${JSON.stringify(completeness)},"resources":[`)];
  resources.forEach((bytes, index) => {
    if (index > 0) parts.push(comma);
    parts.push(bytes);
  });
  parts.push(Buffer.from(`],"next":${JSON.stringify(next)}}`));
  return storedJson(Buffer.concat(parts));
};

/** Handlers for people. */
export const recordsHandlers = (deps: RecordsDeps): Handler[] => [
  lists(contract.listResults, 'laboratory', deps),
  lists(contract.listReports, 'report', deps),
  reads(contract.getResource, {
    plan: ({ params }) => ({ exposes: bind(sql.findResult, [params.patientId, params.id]) }),
    respond: async ({ rows: [row], input }) => {
      if (!row) throw new AppError('not-found');
      const key = await deps.sealer.key(input.params.patientId, 'records');
      return storedJson(openRow(key, 'records.resource', row));
    },
  }),
  reads(contract.getPatient, {
    plan: ({ params }) => ({ exposes: bind(sql.findDemographics, [params.patientId]) }),
    respond: async ({ rows: [row], input }) => {
      if (!row) throw new AppError('not-found');
      const { patientId } = input.params;
      const key = await deps.sealer.key(patientId, 'records');
      const patient = JSON.parse(openRow(key, 'records.resource', row).toString()) as never;
      return { id: patientId, ...personFacts(patient).summary };
    },
  }),
  searchDirectory(deps),
];

/** Handlers for the importer (the service actor of that name), by operation. */
export const intakeHandlers = (deps: RecordsDeps) => {
  const ids = createRecordIds(deps.sealer);
  const writeBatch = createBatchWriter(deps);
  return {
    writeResource: writes(contract.writeResource, async (tx, { params, body }) => {
      const resource = parseResource(body.resource.json);
      if (resource.resourceType !== body.resource.resourceType) {
        throw new AppError('invalid', 'resource.resourceType: is not the announced type');
      }
      const recordId = ids.record(params.patientId, body.source, resource.resourceType, body.resource.sourceId);
      const accepted = acceptResource(resource, { recordId, patientId: params.patientId });
      const { outcomes } = await writeBatch(tx, { name: body.source, title: body.source }, [accepted]);
      return { id: recordId, outcome: outcomes[0]! };
    }),
    writeBundle: writes(contract.writeBundle, async (tx, { body }) => {
      const { counts } = await writeBatch(
        tx,
        { name: body.source, title: body.sourceTitle },
        body.resources as readonly AcceptedResource[],
      );
      return { counts };
    }),
  };
};
