import type { Tx } from '#platform/db/pool.ts';
import { systemSubject, type Sealer } from '#platform/kms/sealer.ts';
import { writes, type Handler, type WriteTx } from '#platform/operation.ts';
import { unpackIds } from '../event-body.ts';
import * as contract from './contract.ts';
import { EXPORT_ROWS, EXPORT_SCAN, REVIEW_PAGE, REVIEW_SCAN, type ReviewEntry } from './contract.ts';
import { exportText } from './export-file.ts';
import { cursorOf, findEntries, patientsIn, spanOf, type Criteria, type Found } from './find-entries.ts';

/** Who the patients of the entries are, read as the caller. Given by server/app.ts. */
export type ReviewPeople = (
  tx: Tx,
  patientIds: readonly string[],
) => Promise<ReadonlyMap<string, { name: string; mrn: string | null }>>;

/** Names of accounts by id, for steps before anybody was signed in. Given by server/app.ts. */
export type AccountNames = (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export type ReviewDeps = {
  sealer: Sealer;
  people: ReviewPeople;
  accountNames: AccountNames;
  onIncident?: () => void;
};

/** The account of a step that no actor is named for. */
const namelessAccount = ({ said }: Found): string | undefined =>
  said && !said.disclosed.actor.name ? (said.internal.account ?? undefined) : undefined;

const entryOf = (
  found: Found,
  people: Awaited<ReturnType<ReviewPeople>>,
  accounts: Awaited<ReturnType<AccountNames>>,
): ReviewEntry => {
  const { row, said } = found;
  const about = row.patient_id === systemSubject ? undefined : people.get(row.patient_id);
  return {
    id: row.id,
    at: said?.disclosed.at ?? row.at.toISOString(),
    unreadable: said === undefined,
    actor: {
      accountId: said?.internal.account || null,
      name: said?.disclosed.actor.name ?? '',
      role: said?.disclosed.actor.role ?? 'unknown',
    },
    onAccount: accounts.get(namelessAccount(found) ?? '') ?? null,
    operation: said?.disclosed.operation ?? '',
    action: said?.disclosed.action ?? '',
    category: said?.disclosed.category ?? '',
    outcome: said?.disclosed.outcome ?? 'failed',
    purpose: said?.disclosed.purpose ?? null,
    onBehalfOf: said?.disclosed.onBehalfOf ?? null,
    patient:
      row.patient_id === systemSubject
        ? null
        : { id: row.patient_id, name: about?.name ?? null, mrn: about?.mrn ?? null },
    own: said?.disclosed.own === true,
    records: unpackIds(row.exposed).length,
    detail: said?.internal.detail ?? null,
    ip: said?.internal.ip ?? null,
    device: said?.internal.userAgent ?? null,
    request: said?.disclosed.request ?? '',
  };
};

/** The words of a search, for the reviewers of reviewers; nothing about a patient is in them. */
const inWords = (criteria: Criteria, count: number): string => {
  const parts = [
    `${criteria.from} to ${criteria.to}`,
    criteria.patientId === undefined ? '' : 'one patient',
    criteria.accountId === undefined ? '' : `account ${criteria.accountId}`,
    criteria.kind ?? '',
    criteria.outcome ?? '',
  ];
  return `${count} entries; ${parts.filter(Boolean).join(', ')}`;
};

/** Each patient whose entries are shown gets one entry, as for every list of patients; a search always leaves its own. */
const record = (tx: WriteTx, criteria: Criteria, found: readonly Found[]): void => {
  const byPatient = Map.groupBy(found, ({ row }) => row.patient_id);
  const detail = inWords(criteria, found.length);
  for (const patientId of patientsIn(found))
    tx.audit({ patientId, recordIds: byPatient.get(patientId)!.map(({ row }) => row.id), detail });
  // The patient who was asked about learns of it although nothing was found.
  const asked = criteria.patientId;
  if (asked !== undefined && asked !== systemSubject && !byPatient.has(asked)) tx.audit({ patientId: asked, detail });
  tx.audit({ patientId: null, recordIds: (byPatient.get(systemSubject) ?? []).map(({ row }) => row.id), detail });
};

export const reviewHandlers = (deps: ReviewDeps): Handler[] => {
  const entriesOf = async (tx: Tx, found: readonly Found[]): Promise<ReviewEntry[]> => {
    const people = new Map<string, { name: string; mrn: string | null }>();
    const ids = patientsIn(found);
    for (let from = 0; from < ids.length; from += 100)
      for (const [id, person] of await deps.people(tx, ids.slice(from, from + 100))) people.set(id, person);
    const accounts = await deps.accountNames([...new Set(found.flatMap((one) => namelessAccount(one) ?? []))]);
    return found.map((one) => entryOf(one, people, accounts));
  };

  return [
    writes(contract.searchLog, async (tx, { body }) => {
      const { cursor: _cursor, reason: _reason, ...criteria } = body;
      const limits = { rows: REVIEW_PAGE, scan: REVIEW_SCAN };
      const page = await findEntries(tx, deps, criteria, spanOf(body), limits);
      record(tx, criteria, page.found);
      return {
        entries: await entriesOf(tx, page.found),
        scanned: page.scanned,
        until: page.until.toISOString(),
        next: page.next ? cursorOf(page.next) : null,
      };
    }),
    writes(contract.exportLog, async (tx, { body }, ctx) => {
      const { format, reason: _reason, ...criteria } = body;
      const limits = { rows: EXPORT_ROWS, scan: EXPORT_SCAN };
      const page = await findEntries(tx, deps, criteria, spanOf(body), limits);
      record(tx, criteria, page.found);
      const entries = await entriesOf(tx, page.found);
      return {
        fileName: `access-log-${ctx.clock.now().toISOString().slice(0, 10)}.${format}`,
        text: exportText(entries, format),
        rows: entries.length,
        complete: page.next === undefined,
        until: page.until.toISOString(),
      };
    }),
  ];
};
