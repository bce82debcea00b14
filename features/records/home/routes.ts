import { bind } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { reads, storedJson, type Handler } from '#platform/operation.ts';
import { contentOf, shownComment } from '../comments/routes.ts';
import { completenessOf, type HeldRow, type SourceRow } from '../completeness.ts';
import { sideOf, splicedList } from '../list-handlers.ts';
import { listHolding, type Area } from '../lists.ts';
import { openRow, type SealedRow } from '../open-rows.ts';
import { withoutBodies } from '../read/bodies.ts';
import { listSources } from '../store.ts';
import { getHome, type Home } from './contract.ts';
import * as sql from './store.ts';

type Row = SealedRow & {
  part: string;
  patient_id: string;
  at: Date;
  resource_id: string | null;
  since: Date;
  news: number;
};
type CommentRow = Row & { resource_id: string; edited_at: Date | null; is_mine: boolean };

type Counted = { area: string; resource_type: string; n: number };

/** Row policies give a trusted person the Patient resource for its name alone: it and the contacts are not counted for her. */
const countsOf = (rows: readonly Counted[], role: string): Home['counts'] => {
  const counts: Home['counts'] = {};
  for (const row of rows) {
    if (role === 'trusted_person' && row.area === 'demographics') continue;
    const list = listHolding(row.area as Area, row.resource_type);
    if (list) counts[list] = (counts[list] ?? 0) + row.n;
  }
  return counts;
};

const soonestFirst = new Set(['appointment', 'planned']);

const resourcesOf = (key: SubjectKey | undefined, rows: readonly Row[], ...parts: string[]): Buffer =>
  splicedList(
    parts.flatMap((part) =>
      rows
        .filter((row) => row.part === part)
        .toSorted((a, b) => (soonestFirst.has(part) ? 1 : -1) * (a.at.getTime() - b.at.getTime()))
        .map((row) => withoutBodies(openRow(key!, 'records.resource', row))),
    ),
  );

const commentsOf = (key: SubjectKey | undefined, rows: readonly CommentRow[]): Home['comments'] =>
  rows
    .filter((row) => row.part === 'comment')
    .map((row) => shownComment({ ...row, written_at: row.at }, contentOf(key!, { ...row, written_at: row.at })));

/** One flight, a bounded number of rows: the page of a record of 20,000 costs what that of a small one costs. */
export const homeHandler = ({ sealer }: { sealer: Sealer }): Handler =>
  reads(getHome, {
    plan: ({ params: { patientId } }, { actor }) => {
      const side = sideOf(actor.role);
      return {
        exposes: bind(sql.home[side], [patientId, actor.sessionId]),
        also: [
          bind(listSources, [patientId]),
          bind(sql.newSince, [patientId, actor.sessionId]),
          bind(sql.countLists, [patientId]),
          ...(side === 'staff'
            ? []
            : [bind(sql.listAllHeld, [patientId]), bind(sql.markSeen, [patientId, actor.sessionId])]),
        ],
      };
    },
    respond: async ({ rows, also, input, ctx }) => {
      const [sources = [], [since] = [], counted = [], held = []] = also;
      const key = rows.length === 0 ? undefined : await sealer.key(input.params.patientId, 'records');
      const counts = countsOf(counted as Counted[], ctx.actor.role);
      const completeness = completenessOf({
        checkedAt: ctx.clock.now(),
        sources: sources as SourceRow[],
        total: Object.values(counts).reduce((sum, n) => sum + n, 0),
        held: sideOf(ctx.actor.role) === 'staff' ? [] : (held as HeldRow[]),
      });
      const facts = {
        completeness,
        newSince: (since as { at: Date }).at.toISOString(),
        newResultsTotal: rows.find((row) => row.part !== 'comment')?.news ?? 0,
        comments: commentsOf(key, rows as CommentRow[]),
        counts,
      };
      const lists = {
        next: resourcesOf(key, rows, 'appointment', 'planned'),
        visits: resourcesOf(key, rows, 'visit'),
        newReports: resourcesOf(key, rows, 'report'),
        newResults: resourcesOf(key, rows, 'result'),
        newNotes: resourcesOf(key, rows, 'note'),
        commented: resourcesOf(key, rows, 'commented'),
      };
      return storedJson(
        Buffer.concat([
          Buffer.from(JSON.stringify(facts).slice(0, -1)),
          ...Object.entries(lists).flatMap(([name, list]) => [Buffer.from(`,${JSON.stringify(name)}:`), list]),
          Buffer.from('}'),
        ]),
      );
    },
  });
