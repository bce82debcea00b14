import { statement } from '#platform/db/statement.ts';

/**
 * SQL over schema `records`. Every row that holds health information is joined with its head
 * (`sealed.row_head`): a left join, so that a missing head is noticed and not a missing row.
 */
export const sealedRow = {
  id: 'uuid',
  patient_id: 'uuid',
  sealed: 'bytea',
  version: 'int8?',
  deleted: 'bool?',
  mac: 'bytea?',
} as const;

export const resourceColumns = `r.id, r.patient_id, r.sealed, h.version, h.deleted, h.mac`;
export const withHead = `left join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id`;

/**
 * What a patient's choice of timing holds back, for her and those she trusts: the choice is "with a comment", and it
 * has not come, she has not asked, and the time has not passed. Never for staff.
 */
export const isHeld = `(r.opens_at is not null and r.opens_at > now() and (select records.anybody_waits())
      and records.is_held(r.patient_id, r.id, r.held_as, r.arrived_at))`;

/** Came while it was fresh: a history that is loaded on one day is no news. What names no time counts as fresh. */
export const isNews = `r.at > r.arrived_at - interval '60 days'`;

type Kinds = 'one' | 'several';
type Whom = 'staff' | 'patient-side';

/**
 * One page of a list, newest first; the cursor is the last row seen. `total` counts held rows too, and is null when the
 * page was not filled: then the rows before it and its own are all there are, and nothing needs to be counted.
 * One type alone is read in the order of its index; several are sorted. The page is read in the order in which it was made.
 */
const pageOf = (kinds: Kinds, whom: Whom) => {
  const ofList = `r.patient_id = $1 and r.area = $2 and r.resource_type = ${kinds === 'one' ? '$3' : 'any($3)'}`;
  const type = kinds === 'one' ? 'text' : 'text[]';
  return statement({
    name: `records.list${kinds === 'one' ? 'One' : 'Several'}${whom === 'staff' ? '' : 'Held'}`,
    text: `with page as materialized (
        select ${resourceColumns}, r.at from records.resource r ${withHead}
        where ${ofList} and (r.at, r.id) < ($4, $5)${whom === 'staff' ? '' : ` and not ${isHeld}`}
        order by r.at desc, r.id desc limit $6)
      select id, patient_id, sealed, version, deleted, mac, at,
        case when (select count(*) from page) = $6 then (
          select count(*)::int4 from records.resource r where ${ofList}) end as total
      from page`,
    params: ['uuid', 'text', type, 'timestamptz', 'uuid', 'int4'],
    columns: { ...sealedRow, at: 'timestamptz', total: 'int4?' },
  });
};

export const listPages = {
  one: { staff: pageOf('one', 'staff'), 'patient-side': pageOf('one', 'patient-side') },
  several: { staff: pageOf('several', 'staff'), 'patient-side': pageOf('several', 'patient-side') },
};

/** All rows of a list, held ones too: the index alone answers it. */
export const countRows = statement({
  name: 'records.countRows',
  text: `select count(*)::int4 as total from records.resource r
    where r.patient_id = $1 and r.area = $2 and r.resource_type = any($3)`,
  params: ['uuid', 'text', 'text[]'],
  columns: { total: 'int4' },
});

/** What can be held came lately: nothing waits for a week (working-days.ts). Finds it by the index of what came. */
export const mayBeHeld = `r.held_as is not null and r.arrived_at > now() - interval '8 days'`;

/** What of a list is held back now, the next to open first; `total` over all of them. */
export const listHeld = statement({
  name: 'records.listHeld',
  text: `select r.id, r.arrived_at, r.opens_at, (count(*) over ())::int4 as total from records.resource r
    where r.patient_id = $1 and r.area = $2 and r.resource_type = any($3) and ${mayBeHeld} and ${isHeld}
    order by r.opens_at, r.id limit 50`,
  params: ['uuid', 'text', 'text[]'],
  columns: { id: 'uuid', arrived_at: 'timestamptz', opens_at: 'timestamptz', total: 'int4' },
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

const findResultFor = (whom: Whom) =>
  statement({
    name: `records.findResult${whom === 'staff' ? '' : 'Held'}`,
    text: `select ${resourceColumns} from records.resource r ${withHead}
      where r.patient_id = $1 and r.id = $2 and r.area = 'results'${whom === 'staff' ? '' : ` and not ${isHeld}`}`,
    params: ['uuid', 'uuid'],
    columns: sealedRow,
  });

export const findResult = { staff: findResultFor('staff'), 'patient-side': findResultFor('patient-side') };

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
