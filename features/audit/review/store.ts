import { statement, type RowOf } from '#platform/db/statement.ts';

/**
 * Events as the privacy officer may read them (role `app`, row security: policy 'audit.review'). The newest
 * first below (`$2`, `$3`), not before `$1`. `account_id` is what the row claims; the sealed words decide.
 */
const columns = {
  id: 'uuid',
  patient_id: 'uuid',
  at: 'timestamptz',
  sealed: 'bytea',
  exposed: 'bytea',
  // A row put in behind the program may name another account than its words do.
  account_id: 'uuid?',
} as const;
const list = Object.keys(columns).join(', ');

export const listByTime = statement({
  name: 'audit.reviewByTime',
  text: `select ${list} from audit.event
    where at >= $1 and at <= $2 and (at, id) < ($2, $3) and ($4::uuid is null or account_id = $4)
    order by at desc, id desc limit $5`,
  params: ['timestamptz', 'timestamptz', 'uuid', 'uuid', 'int4'],
  columns,
});

export const listByPatient = statement({
  name: 'audit.reviewByPatient',
  text: `select ${list} from audit.event
    where patient_id = $6 and at >= $1 and at <= $2 and (at, id) < ($2, $3) and ($4::uuid is null or account_id = $4)
    order by at desc, id desc limit $5`,
  params: ['timestamptz', 'timestamptz', 'uuid', 'uuid', 'int4', 'uuid'],
  columns,
});

export type EventRow = RowOf<typeof listByTime>;
