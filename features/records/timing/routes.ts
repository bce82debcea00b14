import { AppError } from '#platform/errors.ts';
import { bind, statement } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { reads, writes, type Handler } from '#platform/operation.ts';
import { openRow } from '../open-rows.ts';
import { openedWith } from '../intake/place.ts';
import type { FhirResource } from '../read/elements.ts';
import { isHeld, resourceColumns, sealedRow, withHead } from '../store.ts';
import * as contract from './contract.ts';

const list = statement({
  name: 'records.listTiming',
  text: `select category, choice from records.timing where patient_id = $1 limit 10`,
  params: ['uuid'],
  columns: { category: 'text', choice: 'text' },
});

const set = statement({
  name: 'records.setTiming',
  text: `insert into records.timing (patient_id, category, choice) values ($1, $2, $3)
    on conflict (patient_id, category) do update set choice = excluded.choice,
      set_at = case when records.timing.choice = excluded.choice then records.timing.set_at else now() end`,
  params: ['uuid', 'text', 'text'],
});

const findHeld = statement({
  name: 'records.findHeld',
  text: `select ${resourceColumns} from records.resource r ${withHead}
    where r.patient_id = $1 and r.id = $2 and ${isHeld}`,
  params: ['uuid', 'uuid'],
  columns: sealedRow,
});

const findAny = statement({
  name: 'records.findAnyRecord',
  text: `select r.id from records.resource r where r.patient_id = $1 and r.id = $2`,
  params: ['uuid', 'uuid'],
  columns: { id: 'uuid' },
});

const release = statement({
  name: 'records.releaseAsked',
  text: `insert into records.release (patient_id, resource_id, reason)
    select $1, n.id, 'asked' from unnest($2::uuid[]) as n(id) on conflict (patient_id, resource_id) do nothing`,
  params: ['uuid', 'uuid[]'],
});

const timingOf = (rows: readonly { category: string; choice: string }[]): contract.Timing => {
  const chosen = (category: contract.TimingCategory): contract.TimingChoice =>
    (rows.find((row) => row.category === category)?.choice as contract.TimingChoice | undefined) ?? 'now';
  return { laboratory: chosen('laboratory'), reports: chosen('reports'), notes: chosen('notes') };
};

export const timingHandlers = ({ sealer }: { sealer: Sealer }): Handler[] => [
  reads(contract.getTiming, {
    plan: ({ params }) => ({ also: [bind(list, [params.patientId])] }),
    respond: ({ also: [rows = []] }) => timingOf(rows as { category: string; choice: string }[]),
  }),
  writes(contract.setTiming, async (tx, { params: { patientId }, body: { category, choice } }) => {
    const [, rows] = await tx.flight([bind(set, [patientId, category, choice]), bind(list, [patientId])]);
    tx.audit({ patientId, detail: `${category}: ${choice}` });
    return timingOf(rows);
  }),
  writes(contract.openHeldResult, async (tx, { params: { patientId, id } }) => {
    const row = await tx.find(findHeld, [patientId, id]);
    if (!row) {
      // Open already: asking again changes nothing.
      if (!(await tx.find(findAny, [patientId, id]))) throw new AppError('not-found');
      return { opened: [] };
    }
    const key = await sealer.key(patientId, 'records');
    const resource = JSON.parse(openRow(key, 'records.resource', row).toString()) as FhirResource;
    const opened = [id, ...openedWith(resource)];
    await tx.flight([bind(release, [patientId, opened])]);
    tx.audit({ patientId, recordIds: opened });
    return { opened };
  }),
];
