import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormats } from '../../../../web/lib/format.ts';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import type { TaskItem } from '../../contract.ts';
import { DeedWords, OutcomeWords } from './task-words.tsx';
import { taskQuery } from './tasks-queries.ts';

const Steps = ({ task }: { task: TaskItem }) => {
  const formats = useFormats();
  const query = useQuery(taskQuery(task));
  if (query.isPending) return <Waiting />;
  return (
    <ol className="space-y-1 py-1 text-sm">
      {query.data?.history.map((step) => (
        <li key={step.id}>
          <span className="text-ink-2">{formats.dateTime(step.at)}</span> · <DeedWords did={step.did} />
          {step.name ? (
            <>
              {' · '}
              <bdi>{step.name}</bdi>
            </>
          ) : null}
          {step.outcome ? (
            <>
              {' · '}
              <OutcomeWords outcome={step.outcome} />
            </>
          ) : null}
          {step.note ? <span className="block pl-3">“{step.note}”</span> : null}
        </li>
      ))}
    </ol>
  );
};

/** What happened so far; read when it is opened. */
export const TaskHistory = ({ task }: { task: TaskItem }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="border-t border-line px-4 py-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-1">
        <Trans>What happened so far</Trans>
      </summary>
      {isOpen ? <Steps task={task} /> : null}
    </details>
  );
};
