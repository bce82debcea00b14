import type { InputOf } from '#platform/contract.ts';
import type { Tx } from '#platform/db/pool.ts';
import { AppError, isAppError } from '#platform/errors.ts';
import { systemSubject, type Sealer } from '#platform/kms/sealer.ts';
import type { Disclosed } from '../disclosed.ts';
import { unpackBody, type Internal } from '../event-body.ts';
import { eventContext } from '../recorder.ts';
import { REVIEW_DAYS, type searchLog } from './contract.ts';
import { kindOf } from './kinds.ts';
import { listByPatient, listByTime, type EventRow } from './store.ts';

type Body = InputOf<typeof searchLog>['body'];
export type Criteria = Omit<Body, 'cursor' | 'reason'>;
export type Place = { at: Date; id: string };

/** One event, opened; `said` is missing where its words do not open. */
export type Found = { row: EventRow; said?: { disclosed: Disclosed; internal: Internal } };

export type Page = {
  found: Found[];
  scanned: number;
  /** The last event gone through: the next page begins below it. Undefined when the whole time was searched. */
  next: Place | undefined;
  until: Date;
};

const dayMs = 86_400_000;
/** Rows fetched at once: their keys come in as many round trips as there are hundreds of patients. */
const batch = 500;
const highestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const wrong = (path: string, message: string): never => {
  throw new AppError('invalid', undefined, { fields: [{ path, message }] });
};

/** Where a search starts and how far it goes. Throws `invalid` for a time that is none, or that is too long. */
export const spanOf = (body: Pick<Body, 'from' | 'to' | 'cursor' | 'patientId'>): { from: Date; start: Place } => {
  const [from, to] = [new Date(body.from), new Date(body.to)];
  if (from >= to) wrong('body.to', 'must lie after the beginning');
  if (body.patientId === undefined && to.getTime() - from.getTime() > REVIEW_DAYS * dayMs)
    wrong('body.from', `a search without a patient spans ${REVIEW_DAYS} days at most`);
  const start = body.cursor === undefined ? { at: new Date(to.getTime() - 1), id: highestId } : placeOf(body.cursor);
  return { from, start };
};

const placeOf = (cursor: string): Place => {
  const [at = '', id = ''] = cursor.split('_');
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? wrong('body.cursor', 'is not a cursor of this search') : { at: time, id };
};

export const cursorOf = ({ at, id }: Place): string => `${at.toISOString()}_${id}`;

/** Opens events under their patients' keys. What does not open stays, without words: it must not vanish from a review. */
const openAll = async (sealer: Sealer, rows: readonly EventRow[], onIncident: () => void): Promise<Found[]> => {
  const keys = await sealer.keys([...new Set(rows.map((row) => row.patient_id))], 'audit');
  return rows.map((row) => {
    try {
      const body = unpackBody(keys.get(row.patient_id)!.open(eventContext(row.id), row.sealed));
      const disclosed = JSON.parse(body.disclosed.toString()) as Disclosed;
      return { row, said: { disclosed, internal: JSON.parse(body.internal.toString()) as Internal } };
    } catch (error) {
      const isDamage = error instanceof RangeError || error instanceof SyntaxError;
      if (!isDamage && !(isAppError(error) && error.kind === 'integrity')) throw error;
      onIncident();
      return { row };
    }
  });
};

const isOutcome = (wanted: Criteria['outcome'], outcome: string): boolean =>
  wanted === undefined || (wanted === 'not-ok' ? outcome !== 'ok' : outcome === wanted);

/** Entries that cannot be read match every search of their place and time: nobody hides by damaging. */
const matches = (criteria: Criteria, { said }: Found): boolean => {
  if (!said) return true;
  const kind = kindOf(said.disclosed.category);
  const isKind = criteria.kind === undefined ? kind !== 'log-review' : kind === criteria.kind;
  const isBy = criteria.accountId === undefined || said.internal.account === criteria.accountId;
  return isKind && isBy && isOutcome(criteria.outcome, said.disclosed.outcome);
};

/** Rows below `place`, newest first. Without a patient the time is searched in windows that double, so that sorting stays small. */
const createReader = (tx: Tx, criteria: Criteria, from: Date) => {
  let windowMs = dayMs;
  const read = (since: Date, place: Place) => {
    const values = [since, place.at, place.id, criteria.accountId ?? null, batch];
    return criteria.patientId === undefined
      ? tx.all(listByTime, values)
      : tx.all(listByPatient, [...values, criteria.patientId]);
  };
  return async (place: Place): Promise<EventRow[]> => {
    if (criteria.patientId !== undefined) return read(from, place);
    for (let below = place; ; windowMs *= 2) {
      const since = new Date(Math.max(from.getTime(), below.at.getTime() - windowMs));
      const rows = await read(since, below);
      if (rows.length > 0 || since <= from) return rows;
      below = { at: new Date(since.getTime() - 1), id: highestId };
    }
  };
};

/**
 * The newest entries of the criteria below `start`: until `limits.rows` were found, `limits.scan` gone through,
 * or the time is over.
 */
export const findEntries = async (
  tx: Tx,
  deps: { sealer: Sealer; onIncident?: () => void },
  criteria: Criteria,
  span: { from: Date; start: Place },
  limits: { rows: number; scan: number },
): Promise<Page> => {
  const next = createReader(tx, criteria, span.from);
  const found: Found[] = [];
  let place = span.start;
  let scanned = 0;
  for (;;) {
    const rows = await next(place);
    for (const one of await openAll(deps.sealer, rows, deps.onIncident ?? (() => {}))) {
      scanned += 1;
      place = { at: one.row.at, id: one.row.id };
      if (matches(criteria, one)) found.push(one);
      if (found.length === limits.rows) return { found, scanned, next: place, until: place.at };
    }
    if (rows.length === 0) return { found, scanned, next: undefined, until: span.from };
    if (scanned >= limits.scan) return { found, scanned, next: place, until: place.at };
  }
};

/** Patients whose entries are among these; the system's own events are about nobody. */
export const patientsIn = (found: readonly Found[]): string[] => [
  ...new Set(found.map(({ row }) => row.patient_id).filter((id) => id !== systemSubject)),
];
