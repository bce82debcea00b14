import type { InputOf } from '#platform/contract.ts';
import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { reads, storedJson, writes, writesAtOnce, type Handler } from '#platform/operation.ts';
import { commentsHandlers } from './comments/routes.ts';
import type { Directory } from './comments/uncommented.ts';
import * as contract from './contract.ts';
import { homeHandler } from './home/routes.ts';
import { acceptResource, parseResource, type AcceptedResource } from './intake/accept.ts';
import { personFacts } from './intake/describe.ts';
import { createRecordIds } from './intake/record-ids.ts';
import { createNewWriter } from './intake/write-new.ts';
import { createBatchWriter, type BatchDeps } from './intake/write-batch.ts';
import { listHandlers, sideOf } from './list-handlers.ts';
import { namesHandler } from './names/routes.ts';
import { notesHandlers } from './notes/routes.ts';
import { openRow } from './open-rows.ts';
import { searchHandler } from './search/routes.ts';
import { searchDirectory } from './search-directory.ts';
import { statementsHandlers, type AskCareTeam } from './statements/routes.ts';
import * as sql from './store.ts';
import { timingHandlers } from './timing/routes.ts';

/** `ask` is a port: what a patient says about a medicine becomes work of the care team (server/app.ts). */
export type RecordsDeps = { sealer: Sealer; directory: Directory; ask: AskCareTeam };
export type IntakeDeps = BatchDeps;

/** Handlers for people. */
export const recordsHandlers = (deps: RecordsDeps): Handler[] => [
  ...listHandlers(deps),
  reads(contract.getResource, {
    weight: 1,
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
    weight: 1,
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
  namesHandler(deps),
  ...notesHandlers(deps),
  ...commentsHandlers(deps),
  ...timingHandlers(deps),
  ...statementsHandlers(deps),
  searchHandler(deps),
  homeHandler(deps),
];

/** Handlers for the importer (the service actor of that name), by operation. */
export const intakeHandlers = (deps: IntakeDeps) => {
  const ids = createRecordIds(deps.sealer);
  const writeBatch = createBatchWriter(deps);
  const planNew = createNewWriter(deps);
  const accept = (patientId: string, { source, resource: sent }: InputOf<typeof contract.writeResource>['body']) => {
    const resource = parseResource(sent.json);
    if (resource.resourceType !== sent.resourceType) {
      throw new AppError('invalid', 'resource.resourceType: is not the announced type');
    }
    const recordId = ids.record(patientId, source, resource.resourceType, sent.sourceId);
    return acceptResource(resource, { recordId, patientId });
  };
  return {
    writeResource: writesAtOnce(
      contract.writeResource,
      async ({ params, body }) => {
        const accepted = accept(params.patientId, body);
        const planned = await planNew(body.source, accepted);
        return planned && { ...planned, answer: { id: accepted.recordId, outcome: 'created' } };
      },
      async (tx, { params, body }) => {
        const accepted = accept(params.patientId, body);
        const { outcomes } = await writeBatch(tx, { name: body.source, title: body.source }, [accepted]);
        return { id: accepted.recordId, outcome: outcomes[0]! };
      },
    ),
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
