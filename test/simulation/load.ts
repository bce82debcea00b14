import { setTimeout as pause } from 'node:timers/promises';
import { newId, type RecordId, type RequestId } from '#platform/ids.ts';
import { findSocketFolder } from '#platform/db/embedded/socket-note.ts';
import { findReadyFile } from '../../server/ready-file.ts';
import { findGateway } from './endpoint.ts';

/** What was promised to callers: a write whose commit was answered, a read whose content was received. */
export type Promised = { readonly written: string[]; readonly read: string[] };

type Who = { readonly dataFolder: string; readonly patientId: string; readonly cookie: string };

const retryPauseMs = 30;
// Load enough to be hit in the middle of everything, little enough to be verified in seconds.
const writePauseMs = 40;
/** Written at the same time, so that they share commits. */
const writesAtOnce = 4;
const requestTimeoutMs = 5_000;

function observation(sourceId: string): string {
  return JSON.stringify({
    resourceType: 'Observation',
    id: sourceId,
    status: 'final',
    category: [
      {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium' },
    effectiveDateTime: new Date().toISOString(),
    valueQuantity: { value: 4.1, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  });
}

/** Writes results, a few at a time, until `signal`; only answered ones are noted. Failures are expected and tried again. */
export async function keepWriting(
  { dataFolder, patientId }: Who,
  promised: Promised,
  signal: AbortSignal,
): Promise<void> {
  let gateway = await findGateway(dataFolder);
  while (!signal.aborted) {
    if (!gateway || gateway.socketFolder !== findSocketFolder(dataFolder)) {
      await gateway?.portico.stop().catch(() => {});
      gateway = await findGateway(dataFolder);
      if (!gateway) await pause(retryPauseMs);
      continue;
    }
    const { portico } = gateway;
    const write = async (): Promise<void> => {
      const sourceId = newId<RecordId>();
      const resource = { resourceType: 'Observation', sourceId, json: observation(sourceId) };
      const call = { params: { patientId }, body: { source: 'simulation', resource } };
      const answer = await portico.importer.write(portico.records.intake.writeResource, call, newId<RequestId>());
      promised.written.push((answer as { id: string }).id);
    };
    const ends = await Promise.allSettled(Array.from({ length: writesAtOnce }, write));
    await pause(ends.some(({ status }) => status === 'rejected') ? retryPauseMs : writePauseMs);
  }
  await gateway?.portico.stop().catch(() => {});
}

/** Reads each written result once, as its patient, over HTTP; only whole answers are noted. */
export async function keepReading(who: Who, promised: Promised, signal: AbortSignal): Promise<void> {
  let next = 0;
  while (!signal.aborted) {
    const id = promised.written[next];
    const url = findReadyFile(who.dataFolder)?.url;
    if (id === undefined || url === undefined) {
      await pause(retryPauseMs);
      continue;
    }
    try {
      const answer = await fetch(`${url}/api/patients/${who.patientId}/records/${id}`, {
        headers: { cookie: who.cookie },
        signal: AbortSignal.timeout(requestTimeoutMs),
      });
      const text = await answer.text();
      if (answer.ok && text.includes(id)) promised.read.push(id);
      // Nothing but a stop of the server or its database may stand in the way of a written record.
      else if (answer.status < 500) throw new Unexpected(`reading ${id} answered ${answer.status}: ${text}`);
      next += 1;
    } catch (error) {
      if (error instanceof Unexpected) throw error;
      await pause(retryPauseMs);
    }
  }
}

/** An answer that no crash explains. */
class Unexpected extends Error {}
