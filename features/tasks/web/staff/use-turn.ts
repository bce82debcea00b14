import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../../web/lib/client.ts';
import { claimTask, completeTask, reassignTask, releaseTask, type TaskItem, type Turn } from '../../contract.ts';
import type { Pool, TaskOutcome } from '../../kinds.ts';
import { keepTask } from './tasks-queries.ts';

export type Deed =
  | { kind: 'claim'; takeOver: boolean }
  | { kind: 'release' }
  | { kind: 'complete'; outcome: TaskOutcome; note: string }
  | { kind: 'reassign'; pool: Pool; note: string };

const noted = (note: string) => (note.trim() === '' ? {} : { note: note.trim() });

const send = (task: TaskItem, deed: Deed): Promise<Turn> => {
  const params = { patientId: task.patientId, taskId: task.id };
  if (deed.kind === 'claim') return call(claimTask, { params, body: { takeOver: deed.takeOver } });
  if (deed.kind === 'release') return call(releaseTask, { params, body: {} });
  if (deed.kind === 'complete')
    return call(completeTask, { params, body: { outcome: deed.outcome, ...noted(deed.note) } });
  return call(reassignTask, { params, body: { pool: deed.pool, ...noted(deed.note) } });
};

/** One's turn at a task, and whether somebody else was faster. */
export const useTurn = (task: TaskItem) => {
  const queryClient = useQueryClient();
  const [hasLost, setLost] = useState(false);
  const turn = useMutation({
    mutationFn: (deed: Deed) => send(task, deed),
    onSuccess: (answer) => {
      setLost(!answer.won);
      keepTask(queryClient, answer.task);
    },
  });
  return { take: turn.mutate, isPending: turn.isPending, error: turn.error, hasLost };
};
