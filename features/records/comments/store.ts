import { statement } from '#platform/db/statement.ts';
import { isNews, resourceColumns, sealedRow, withHead } from '../store.ts';

const commentColumns = `c.id, c.patient_id, c.sealed, h.version, h.deleted, h.mac, c.resource_id, c.written_at,
  c.edited_at, c.author_id = (select access.account_id()) as is_mine`;
const commentRow = {
  ...sealedRow,
  resource_id: 'uuid',
  written_at: 'timestamptz',
  edited_at: 'timestamptz?',
  is_mine: 'bool',
} as const;
const headOfComment = `left join sealed.row_head h on h.subject_id = c.patient_id and h.row_id = c.id`;

export type CommentRow = {
  id: string;
  patient_id: string;
  resource_id: string;
  written_at: Date;
  edited_at: Date | null;
  is_mine: boolean;
  sealed: Buffer;
  version: number | null;
  deleted: boolean | null;
  mac: Buffer | null;
};

export const listComments = statement({
  name: 'records.listComments',
  text: `select ${commentColumns} from records.comment c ${headOfComment}
    where c.patient_id = $1 order by c.written_at desc, c.id desc limit $2`,
  params: ['uuid', 'int4'],
  columns: commentRow,
});

export const findComment = statement({
  name: 'records.findComment',
  text: `select ${commentColumns} from records.comment c ${headOfComment}
    where c.patient_id = $1 and c.id = $2 for update of c`,
  params: ['uuid', 'uuid'],
  columns: commentRow,
});

export const addComment = statement({
  name: 'records.addComment',
  text: `insert into records.comment (patient_id, id, resource_id, author_id, sealed)
    values ($1, $2, $3, (select access.account_id()), $4) returning written_at`,
  params: ['uuid', 'uuid', 'uuid', 'bytea'],
  columns: { written_at: 'timestamptz' },
});

/** Only the author's own row. */
export const changeComment = statement({
  name: 'records.changeComment',
  text: `update records.comment set sealed = $3, edited_at = now()
    where patient_id = $1 and id = $2 and author_id = (select access.account_id()) returning edited_at`,
  params: ['uuid', 'uuid', 'bytea'],
  columns: { edited_at: 'timestamptz' },
});

/** A comment opens what the patient's choice of timing held back; a reason once given only becomes stronger. */
export const releaseCommented = statement({
  name: 'records.releaseCommented',
  text: `insert into records.release (patient_id, resource_id, reason)
    select $1, n.id, 'comment' from unnest($2::uuid[]) as n(id)
    on conflict (patient_id, resource_id) do update set reason = 'comment'`,
  params: ['uuid', 'uuid[]'],
});

/**
 * What came lately about the patients whose care team the caller is in, without a comment. Bounded for each patient and
 * in all; $1 days, $2 rows for each patient, $3 in all.
 */
export const listUncommented = statement({
  name: 'records.listUncommented',
  text: `with mine as materialized (
      select patient_id from access.my_patients() where kind = 'care_team' limit 500),
    found as materialized (
      select n.patient_id, n.id, n.arrived_at from mine m cross join lateral (
        select r.patient_id, r.id, r.arrived_at from records.resource r
        where r.patient_id = m.patient_id and r.area = 'results' and r.held_as is not null
          and r.resource_type in ('Observation', 'DiagnosticReport')
          and r.arrived_at > now() - make_interval(days => $1) and ${isNews}
          and not exists (select from records.release l
            where l.patient_id = r.patient_id and l.resource_id = r.id and l.reason = 'comment')
        order by r.arrived_at desc limit $2) n
      order by n.arrived_at desc limit $3)
    select ${resourceColumns}, r.resource_type, r.arrived_at from found f
      join records.resource r on r.patient_id = f.patient_id and r.id = f.id ${withHead}
    order by r.arrived_at desc, r.id`,
  params: ['int4', 'int4', 'int4'],
  columns: { ...sealedRow, resource_type: 'text', arrived_at: 'timestamptz' },
});
