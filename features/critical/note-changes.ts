import type { Clock } from '#platform/clock.ts';
import { bind, statement } from '#platform/db/statement.ts';
import type { OnStored, StoredChange } from '#features/records/index.ts';

/** What the importer's own transaction leaves behind, so that no critical and no corrected result is missed. */

/** The longest that the setting "recent" can be, and a day for dates without a time. Older news raise no alert. */
const longestRecentMs = (14 + 1) * 24 * 3_600_000;

const keepEarlier = statement({
  name: 'critical.keepEarlier',
  text: `insert into critical.earlier (patient_id, record_id, version, resource_type, stored_at, sealed)
    select r.patient_id, r.id, h.version, r.resource_type, r.stored_at, r.sealed
    from records.resource r join sealed.row_head h on h.subject_id = r.patient_id and h.row_id = r.id
    where r.patient_id = $1 and r.id = any($2) and r.area = 'results'
    on conflict do nothing`,
  params: ['uuid', 'uuid[]'],
});

/** Whom to tell is asked a minute later: whoever was reading in that very moment has left her entry by then. */
const noteChanges = statement({
  name: 'critical.noteChanges',
  text: `insert into critical.pending (patient_id, record_id, version, work, look_at)
    select $1, n.record_id, n.version::int8, n.work,
      clock_timestamp() + case when n.work = 'change' then interval '60 seconds' else interval '0' end
    from unnest($2::uuid[], $3::text[], $4::text[]) as n(record_id, version, work)
    on conflict do nothing`,
  params: ['uuid', 'uuid[]', 'text[]', 'text[]'],
});

const comparedTypes: readonly string[] = ['Observation', 'DiagnosticReport'];

const isCorrection = (change: StoredChange): boolean =>
  change.areaBefore === 'results' && comparedTypes.includes(change.resourceType);

/** The port that records asks for (OnStored). @param clock only leaves out what is far too old to be news */
export const createChangeNoter = (clock: Clock): OnStored => {
  return (patientId, changes) => {
    const corrected = changes.filter(isCorrection);
    const since = clock.now().getTime() - longestRecentMs;
    const news = changes.filter(
      ({ resourceType, area, at }) =>
        resourceType === 'Observation' && area === 'results' && (at === null || at.getTime() >= since),
    );
    // A correction of an old result may touch an alert that still waits.
    const looked = new Set([...news, ...corrected.filter(({ resourceType }) => resourceType === 'Observation')]);
    const notes = [
      ...[...looked].map((change) => ({ change, work: 'critical' })),
      ...corrected.map((change) => ({ change, work: 'change' })),
    ];
    const columns = [
      notes.map(({ change }) => change.recordId),
      notes.map(({ change }) => String(change.version)),
      notes.map(({ work }) => work),
    ];
    return {
      before: corrected.length === 0 ? [] : [bind(keepEarlier, [patientId, corrected.map((one) => one.recordId)])],
      after: notes.length === 0 ? [] : [bind(noteChanges, [patientId, ...columns])],
    };
  };
};
