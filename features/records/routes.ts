import type { Clock } from '#platform/clock.ts';
import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { reads, storedJson, writes, type Handler } from '#platform/operation.ts';
import * as contract from './contract.ts';
import { acceptResource, parseResource, type AcceptedResource } from './intake/accept.ts';
import { personFacts } from './intake/describe.ts';
import { createRecordIds } from './intake/record-ids.ts';
import { createBatchWriter, type BatchDeps } from './intake/write-batch.ts';
import { listHandlers, sideOf } from './list-handlers.ts';
import { openRow } from './open-rows.ts';
import { searchDirectory } from './search-directory.ts';
import * as sql from './store.ts';

export type RecordsDeps = { sealer: Sealer };
export type IntakeDeps = BatchDeps;

/** Handlers for people. */
export const recordsHandlers = (deps: RecordsDeps): Handler[] => [
  ...listHandlers(deps),
  reads(contract.getResource, {
    plan: ({ params }, { actor }) => ({
      exposes: bind(sql.findResult[sideOf(actor.role)], [params.patientId, params.id]),
    }),
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
export const intakeHandlers = (deps: IntakeDeps) => {
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
