import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Clock, TriangleAlert, UserCheck } from 'lucide-react';
import { Pill } from '../../../../web/ui/Pill.tsx';
import type { TaskItem } from '../../contract.ts';
import { DueWords, KindWords } from './task-words.tsx';

const Mark = ({ task }: { task: TaskItem }) => {
  if (task.done) {
    return (
      <Pill tone="ok" icon={Check}>
        <Trans>Done</Trans>
      </Pill>
    );
  }
  if (task.claimed) {
    return (
      <Pill tone={task.claimed.isMine ? 'info' : 'quiet'} icon={UserCheck}>
        {task.claimed.isMine ? <Trans>Yours</Trans> : task.claimed.name || <Trans>Taken</Trans>}
      </Pill>
    );
  }
  if (task.kind === 'critical-value') {
    return (
      <Pill tone="bad" icon={TriangleAlert}>
        <Trans>Critical</Trans>
      </Pill>
    );
  }
  return null;
};

/** One line of the list: who, what, until when, who has it. */
export const TaskRow = ({ task, isOpen, onOpen }: { task: TaskItem; isOpen: boolean; onOpen: () => void }) => {
  const { t } = useLingui();
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        data-row
        aria-current={isOpen ? 'true' : undefined}
        onClick={onOpen}
        className="block w-full border-l-4 border-transparent px-3 py-2 text-left hover:bg-sunken focus-visible:-outline-offset-3 aria-[current=true]:border-brand aria-[current=true]:bg-brand-soft"
      >
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-semibold">{task.patient?.name ?? t`Name not on file`}</span>
          {task.done ? null : (
            <span
              className={`inline-flex items-center gap-1 text-sm ${task.isOverdue ? 'font-semibold text-warn' : 'text-ink-2'}`}
            >
              {task.isOverdue ? <Clock aria-hidden size={14} strokeWidth={2.5} /> : null}
              <DueWords dueAt={task.dueAt} />
            </span>
          )}
        </span>
        <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-0.5">
          <span className="min-w-0">
            <KindWords task={task} />
            {task.detail ? <span className="text-ink-2"> · {task.detail.title}</span> : null}
          </span>
          <Mark task={task} />
        </span>
      </button>
    </li>
  );
};
