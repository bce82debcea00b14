import type { Tx } from '#platform/db/pool.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { writes, type Handler } from '#platform/operation.ts';
import type { PatientSummary } from '../contract.ts';
import { parseExact } from '../exact-json.ts';
import { textOf, type FhirDiagnosticReport, type FhirObservation } from '../fhir-shapes.ts';
import { interpretObservation, type Person, type Result } from '../observation.ts';
import { openRow } from '../open-rows.ts';
import { bySeverity, partsOf, worstState } from '../panel.ts';
import { recordIdsIn, type FhirResource } from '../read/elements.ts';
import * as contract from './contract.ts';
import * as sql from './store.ts';

/** Name, birth date and number of patients that the caller may find (patients.ts). */
export type Directory = (
  tx: Tx,
  patientIds: readonly string[],
) => Promise<ReadonlyMap<string, Pick<PatientSummary, 'name' | 'birthDate' | 'mrn'>>>;

/** Rows opened for one patient and in all: what one look at the list may cost. */
const rowsPerPatient = 60;
const rowsInAll = 600;
const valuesShown = 12;

type Row = { id: string; patient_id: string; arrived_at: Date };
type Opened = Row & { resource: FhirResource };
type Item = Omit<contract.Uncommented, 'patient'>;

const valueText = ({ value }: Result): string => {
  if (value.kind === 'quantity')
    return `${value.comparator ?? ''}${value.display}${value.unit ? ` ${value.unit}` : ''}`;
  return value.kind === 'text' ? value.text : '';
};

const itemOf = (row: Opened, title: string, at: string | null, results: readonly Result[]): Item => {
  const parts = results
    .flatMap(partsOf)
    .filter((part) => part.components.length === 0 || part.value.kind !== 'absent')
    .toSorted((a, b) => bySeverity(a.state, b.state));
  return {
    patientId: row.patient_id,
    recordId: row.id,
    resourceType: row.resource.resourceType as Item['resourceType'],
    title,
    at,
    arrivedAt: row.arrived_at.toISOString(),
    worst: worstState(parts.map(({ state }) => state)),
    values: parts.slice(0, valuesShown).map((part) => ({
      title: part.title,
      value: valueText(part),
      state: part.state,
      flag: part.labFlag?.text ?? null,
    })),
    count: parts.length,
  };
};

/** Reports with their results, and the results that stand in none of them. */
const itemsOf = (rows: readonly Opened[], personOf: (patientId: string) => Person): Item[] => {
  const observations = new Map(
    rows.filter(({ resource }) => resource.resourceType === 'Observation').map((row) => [row.id, row]),
  );
  const read = (row: Opened): Result => interpretObservation(row.resource as FhirObservation, personOf(row.patient_id));
  const inReport = new Set<string>();
  const items: Item[] = [];
  for (const row of rows) {
    if (row.resource.resourceType !== 'DiagnosticReport' || row.resource.status === 'entered-in-error') continue;
    const report = row.resource as FhirDiagnosticReport;
    const ids = recordIdsIn(row.resource.result, 'Observation').filter((id) => observations.has(id));
    for (const id of ids) inReport.add(id);
    const at = report.effectiveDateTime ?? report.effectivePeriod?.start ?? report.issued ?? null;
    items.push(
      itemOf(
        row,
        textOf(report.code) ?? '',
        at,
        ids.map((id) => read(observations.get(id)!)),
      ),
    );
  }
  for (const row of observations.values()) {
    if (inReport.has(row.id)) continue;
    const result = read(row);
    if (!result.withdrawn) items.push(itemOf(row, result.title, result.takenAt, [result]));
  }
  return items.toSorted((a, b) => bySeverity(a.worst, b.worst) || a.arrivedAt.localeCompare(b.arrivedAt));
};

/** The work list of results to comment on. A look at several patients: each has an event of her own. */
export const uncommentedHandler = ({ sealer, directory }: { sealer: Sealer; directory: Directory }): Handler =>
  writes(contract.listUncommented, async (tx) => {
    const rows = await tx.all(sql.listUncommented, [contract.UNCOMMENTED_DAYS, rowsPerPatient, rowsInAll]);
    const patientIds = [...new Set(rows.map((row) => row.patient_id))];
    const keys = await sealer.keys(patientIds, 'records');
    const people = patientIds.length === 0 ? new Map() : await directory(tx, patientIds);
    const opened = rows.map((row) => ({
      ...row,
      resource: parseExact(openRow(keys.get(row.patient_id)!, 'records.resource', row).toString()) as FhirResource,
    }));
    const all = itemsOf(opened, (patientId) => ({ birthDate: people.get(patientId)?.birthDate ?? undefined }));
    const items = all.slice(0, contract.UNCOMMENTED_SHOWN);
    const shownOf = Map.groupBy(items, ({ patientId }) => patientId);
    for (const [patientId, some] of shownOf) {
      tx.audit({ patientId, recordIds: some.map(({ recordId }) => recordId), detail: 'results to comment on' });
    }
    if (items.length === 0) tx.audit({ patientId: null, detail: 'nothing to comment on' });
    return {
      results: items.map((item) => ({ ...item, patient: people.get(item.patientId) ?? null })),
      more: all.length > items.length || rows.length === rowsInAll,
    };
  });
