import { statement } from '#platform/db/statement.ts';
import { isHeld, isNews, mayBeHeld, sealedRow } from '../store.ts';
import { HOME_LIMITS, HOME_NEWS } from './contract.ts';

/** Times that a person's earlier session had seen; $1 patient, $2 session. */
const since = `(select coalesce(
    (select case when s.session_id = $2 then s.previous_at else s.seen_at end from records.seen s
      where s.patient_id = $1 and s.account_id = (select access.account_id())), now() - interval '30 days') as at)`;

type Part = { part: string; where: string; order: string; limit: number };

const ofType = (area: string, type: string): string => `r.area = '${area}' and r.resource_type = '${type}'`;

const plainParts: readonly Part[] = [
  {
    part: 'appointment',
    where: `${ofType('appointments', 'Appointment')} and r.at > now()`,
    order: 'r.at, r.id',
    limit: HOME_LIMITS.appointments,
  },
  {
    part: 'planned',
    where: `${ofType('visits', 'Encounter')} and r.at > now()`,
    order: 'r.at, r.id',
    limit: HOME_LIMITS.plannedVisits,
  },
  {
    part: 'visit',
    where: `${ofType('visits', 'Encounter')} and r.at <= now()`,
    order: 'r.at desc, r.id desc',
    limit: HOME_LIMITS.visits,
  },
];

const newParts = [
  { part: 'report', of: ofType('results', 'DiagnosticReport'), limit: HOME_LIMITS.reports },
  { part: 'result', of: ofType('results', 'Observation'), limit: HOME_LIMITS.results },
  {
    part: 'note',
    of: `r.area = 'documents' and r.resource_type not in ('Media', 'ImagingStudy')`,
    limit: HOME_LIMITS.notes,
  },
] as const;

/**
 * Everything that the page shows, in one statement, so that its event names exactly these rows. `news` looks at a
 * bounded number of what came lately; sealed bytes are fetched for the chosen rows alone.
 */
const homeRows = (isStaff: boolean) => {
  const notHeld = isStaff ? '' : ` and not ${isHeld}`;
  const chosen = plainParts.map(
    ({ part, where, order, limit }) => `(select '${part}' as part, r.id, r.at from records.resource r
        where r.patient_id = $1 and ${where} order by ${order} limit ${limit})`,
  );
  const fresh = newParts.map(
    ({ part, of, limit }) =>
      `(select '${part}', r.id, r.at from news r where ${of} order by r.at desc, r.id limit ${limit})`,
  );
  return statement({
    name: `records.home${isStaff ? '' : 'Held'}`,
    text: `with since as materialized (select at from ${since} s),
      news as materialized (
        select r.id, r.at, r.area, r.resource_type from records.resource r
        where r.patient_id = $1 and r.held_as is not null and r.arrived_at > (select at from since) and ${isNews}${notHeld}
        order by r.arrived_at desc limit ${HOME_NEWS}),
      said as materialized (
        select c.id, c.resource_id, c.written_at, c.edited_at, c.author_id, c.sealed from records.comment c
        where c.patient_id = $1 and coalesce(c.edited_at, c.written_at) > (select at from since)
        order by c.written_at desc limit ${HOME_LIMITS.comments}),
      chosen as (
        ${[...chosen, ...fresh].join(' union all ')}
        union all (select distinct 'commented', r.id, r.at from records.resource r
          where r.patient_id = $1 and r.area = 'results' and r.id in (select s.resource_id from said s)${notHeld}
          limit ${HOME_LIMITS.commented}))
      select r.id, r.patient_id, r.sealed, h.version, h.deleted, h.mac, c.part, r.at, null::uuid as resource_id,
        null::timestamptz as edited_at, false as is_mine, (select at from since) as since,
        (select count(*)::int4 from news n
          where n.area = 'results' and n.resource_type in ('Observation', 'DiagnosticReport')) as news
      from chosen c join records.resource r on r.patient_id = $1 and r.id = c.id
        left join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id
      union all
      select s.id, $1, s.sealed, h.version, h.deleted, h.mac, 'comment', s.written_at, s.resource_id, s.edited_at,
        s.author_id = (select access.account_id()), (select at from since), 0
      from said s left join sealed.row_head h on h.subject_id = $1 and h.row_id = s.id`,
    params: ['uuid', 'uuid'],
    columns: {
      ...sealedRow,
      part: 'text',
      at: 'timestamptz',
      resource_id: 'uuid?',
      edited_at: 'timestamptz?',
      is_mine: 'bool',
      since: 'timestamptz',
      news: 'int4',
    },
  });
};

export const home = { staff: homeRows(true), 'patient-side': homeRows(false) };

/** Since when something is new to the caller; for a page that shows no row. */
export const newSince = statement({
  name: 'records.newSince',
  text: `select s.at from ${since} s`,
  params: ['uuid', 'uuid'],
  columns: { at: 'timestamptz' },
});

export const countLists = statement({
  name: 'records.countLists',
  text: `select r.area, r.resource_type, count(*)::int4 as n from records.resource r
    where r.patient_id = $1 group by r.area, r.resource_type limit 200`,
  params: ['uuid'],
  columns: { area: 'text', resource_type: 'text', n: 'int4' },
});

/** What is held back now in every part of the record, the next to open first. */
export const listAllHeld = statement({
  name: 'records.listAllHeld',
  text: `select r.id, r.arrived_at, r.opens_at, (count(*) over ())::int4 as total from records.resource r
    where r.patient_id = $1 and ${mayBeHeld} and ${isHeld} order by r.opens_at, r.id limit 50`,
  params: ['uuid'],
  columns: { id: 'uuid', arrived_at: 'timestamptz', opens_at: 'timestamptz', total: 'int4' },
});

/** This session has seen the page: the next one begins with what comes after now. */
export const markSeen = statement({
  name: 'records.markSeen',
  text: `insert into records.seen (patient_id, account_id, session_id, seen_at)
    values ($1, (select access.account_id()), $2, now())
    on conflict (patient_id, account_id) do update set seen_at = now(), session_id = excluded.session_id,
      previous_at = case when seen.session_id = excluded.session_id then seen.previous_at else seen.seen_at end`,
  params: ['uuid', 'uuid'],
});
