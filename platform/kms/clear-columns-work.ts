import type { ClearColumns } from './clear-columns.ts';

/** Columns in clear of tasks and of critical results. */
export const workColumns: readonly ClearColumns[] = [
  {
    table: 'tasks.task',
    columns: ['pool', 'origin', 'urgent'],
    holds: 'word',
    reason:
      'Which role it waits for (row-level security reads it), who made it, and its order. What the work is about is sealed.',
  },
  {
    table: 'tasks.task',
    columns: ['cause_token'],
    holds: 'token',
    reason: 'Same work, same token, under the patient’s own key: it is not asked for twice.',
  },
  {
    table: 'tasks.step',
    columns: ['clinical'],
    holds: 'word',
    reason: 'Whether somebody who sees charts wrote it: row-level security keeps it from desk and billing.',
  },
  {
    table: 'critical.settings',
    columns: ['only_row', 'uses_limits'],
    holds: 'word',
    reason: 'The clinic’s settings: nothing about a patient.',
  },
  {
    table: 'critical.settings',
    columns: ['answer_minutes', 'recent_hours'],
    holds: 'number',
    reason: 'The clinic’s settings: nothing about a patient.',
  },
  {
    table: 'critical.pending',
    columns: ['work'],
    holds: 'word',
    reason:
      'Whether a stored result is looked at for its value or for its change. Every recent one is; it tells no value.',
  },
  {
    table: 'critical.pending',
    columns: ['version', 'tries'],
    holds: 'number',
    reason: 'Which version of the record, and how often looking at it failed.',
  },
  {
    table: 'critical.earlier',
    columns: ['version'],
    holds: 'number',
    reason: 'Version of the record; its seal is bound to it.',
  },
  { table: 'critical.alert', columns: ['record_version'], holds: 'number', reason: 'Version of the record.' },
  { table: 'critical.notice', columns: ['record_version'], holds: 'number', reason: 'Version of the record.' },
];
