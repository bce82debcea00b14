import type { Completeness, SourceState } from './contract.ts';

export type SourceRow = {
  id: string;
  title: string;
  last_success_at: Date | null;
  last_failure_at: Date | null;
  problem: string | null;
  late: boolean;
};

export type HeldRow = { id: string; arrived_at: Date; opens_at: Date; total: number };

const stateOf = (row: SourceRow): SourceState => {
  if (row.last_failure_at && (!row.last_success_at || row.last_failure_at > row.last_success_at)) return 'failed';
  if (!row.last_success_at) return 'never';
  return row.late ? 'late' : 'ok';
};

/** What a list is based on, said plainly: every source with its last success, and what went wrong. */
export const completenessOf = (known: {
  checkedAt: Date;
  sources: readonly SourceRow[];
  total: number;
  held?: readonly HeldRow[];
}): Completeness => ({
  checkedAt: known.checkedAt.toISOString(),
  sources: known.sources.map((row) => {
    const state = stateOf(row);
    return {
      id: row.id,
      name: row.title,
      lastSuccessAt: row.last_success_at?.toISOString() ?? null,
      state,
      ...(state === 'failed' && row.problem ? { problem: row.problem } : {}),
    };
  }),
  withheld: known.held?.[0]?.total ?? 0,
  ...(known.held && known.held.length > 0
    ? {
        held: known.held.map((row) => ({
          id: row.id,
          arrivedAt: row.arrived_at.toISOString(),
          opensAt: row.opens_at.toISOString(),
        })),
      }
    : {}),
  total: known.total,
});
