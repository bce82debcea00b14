import { statement } from '#platform/db/statement.ts';

/**
 * SQL over schema `records`. Every row that holds health information is joined with its head
 * (`sealed.row_head`): a left join, so that a missing head is noticed and not a missing row.
 */
const sealedRow = {
  id: 'uuid',
  patient_id: 'uuid',
  sealed: 'bytea',
  version: 'int8?',
  deleted: 'bool?',
  mac: 'bytea?',
} as const;

const resourceColumns = `r.id, r.patient_id, r.sealed, h.version, h.deleted, h.mac`;
const withHead = `left join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id`;

/**
 * One page of a list, newest first; the cursor is the last row seen. `total` is null when the page was
 * not filled: then the rows before it and its own are all there are, and nothing needs to be counted.
 */
export const listRows = statement({
  name: 'records.listRows',
  text: `with page as materialized (
      select ${resourceColumns}, r.at from records.resource r ${withHead}
      where r.patient_id = $1 and r.list_token = $2 and (r.at, r.id) < ($3, $4) and r.area = 'results'
      order by r.at desc, r.id desc limit $5)
    select id, patient_id, sealed, version, deleted, mac, at,
      case when (select count(*) from page) = $5 then (
        select count(*)::int4 from records.resource
        where patient_id = $1 and list_token = $2 and area = 'results') end as total
    from page order by at desc, id desc`,
  params: ['uuid', 'bytea', 'timestamptz', 'uuid', 'int4'],
  columns: { ...sealedRow, at: 'timestamptz', total: 'int4?' },
});

export const countRows = statement({
  name: 'records.countRows',
  text: `select count(*)::int4 as total from records.resource
    where patient_id = $1 and list_token = $2 and area = 'results'`,
  params: ['uuid', 'bytea'],
  columns: { total: 'int4' },
});

/**
 * What a person's lists are based on: every scheduled feed, and what was ever brought by hand about
 * her, with the time of that.
 */
export const listSources = statement({
  name: 'records.listSources',
  text: `select s.id, s.title, s.last_failure_at, s.problem,
      case when s.expected_every is null then f.last_success_at else s.last_success_at end as last_success_at,
      coalesce(s.last_success_at < now() - s.expected_every, false) as late
    from records.source s left join records.patient_feed f on f.patient_id = $1 and f.source_id = s.id
    where s.expected_every is not null or f.patient_id is not null
    order by s.title limit 50`,
  params: ['uuid'],
  columns: {
    id: 'uuid',
    title: 'text',
    last_failure_at: 'timestamptz?',
    problem: 'text?',
    last_success_at: 'timestamptz?',
    late: 'bool',
  },
});

export const findResult = statement({
  name: 'records.findResult',
  text: `select ${resourceColumns} from records.resource r ${withHead}
    where r.patient_id = $1 and r.id = $2 and r.area = 'results'`,
  params: ['uuid', 'uuid'],
  columns: sealedRow,
});

/** The Patient resource; one per person and source, the newest first. */
export const findDemographics = statement({
  name: 'records.findDemographics',
  text: `select ${resourceColumns} from records.resource r ${withHead}
    where r.patient_id = $1 and r.resource_type = 'Patient' and r.area = 'demographics'
    order by r.stored_at desc limit 1`,
  params: ['uuid'],
  columns: sealedRow,
});

/** People whose token matches; $3: one more than is shown, to know whether there are more. */
export const searchPeople = statement({
  name: 'records.searchPeople',
  text: `select r.id, r.patient_id, r.sealed, h.version, h.deleted, h.mac,
      r.patient_id = any((select access.patient_ids('records.results', 'read'))::uuid[]) as may_open
    from records.patient r
    left join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id
    where r.patient_id in (select t.patient_id from records.patient_token t where t.kind = $1 and t.token = any($2))
    order by r.patient_id limit $3`,
  params: ['text', 'bytea[]', 'int4'],
  columns: { ...sealedRow, may_open: 'bool' },
});

export const listAuthorities = statement({
  name: 'records.listAuthorities',
  text: `select system from records.authority order by system limit 50`,
  params: [],
  columns: { system: 'text' },
});

/** Patient resources of several people, as far as the caller may see them; the newest of each. */
export const listDemographics = statement({
  name: 'records.listDemographics',
  text: `select distinct on (r.patient_id) ${resourceColumns} from records.resource r ${withHead}
    where r.patient_id = any($1) and r.resource_type = 'Patient' and r.area = 'demographics'
    order by r.patient_id, r.stored_at desc limit 200`,
  params: ['uuid[]'],
  columns: sealedRow,
});
