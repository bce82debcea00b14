import { systemClock, type Clock } from '#platform/clock.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { Handler, WriteHandler } from '#platform/operation.ts';
import { createRecordIds, type RecordIds } from './intake/record-ids.ts';
import type { OnStored } from './intake/stored-change.ts';
import { createPatientNames } from './patients.ts';
import { intakeHandlers, recordsHandlers } from './routes.ts';
import type { AskCareTeam } from './statements/routes.ts';

export type Records = {
  /** Operations of people. */
  handlers: Handler[];
  /** Operations of the service actor `importer`, for `createServiceRunner(...).write`. */
  intake: { writeResource: WriteHandler; writeBundle: WriteHandler };
  recordIds: RecordIds;
  patients: ReturnType<typeof createPatientNames>;
};

/**
 * @param deps.sealer of the process role `app`
 * @param deps.importerSealer of the process role `app_importer`
 */
export const createRecords = async (deps: {
  sealer: Sealer;
  importerSealer: Sealer;
  clock?: Clock;
  /** The clinic's (IANA name), for working days; undefined: the server's own. */
  timeZone?: string | undefined;
  /** What else happens in the importer's transaction. */
  onStored?: OnStored | undefined;
  /** Port: asks the care team to look at what a patient says; absent in tests that say nothing. */
  ask?: AskCareTeam | undefined;
}): Promise<Records> => {
  await deps.sealer.prepare(['records']);
  await deps.importerSealer.prepare(['records']);
  const patients = createPatientNames({ sealer: deps.sealer });
  const nobody: AskCareTeam = () => Promise.reject(new Error('nobody takes what a patient says'));
  return {
    handlers: recordsHandlers({ sealer: deps.sealer, directory: patients.directory, ask: deps.ask ?? nobody }),
    intake: intakeHandlers({
      sealer: deps.importerSealer,
      clock: deps.clock ?? systemClock,
      timeZone: deps.timeZone,
      onStored: deps.onStored,
    }),
    recordIds: createRecordIds(deps.importerSealer),
    patients,
  };
};
