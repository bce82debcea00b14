import { useInfiniteQuery } from '@tanstack/react-query';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useSession } from '../../../../web/lib/session.ts';
import { Keys } from '../../../../web/staff/Keys.tsx';
import { focusRow, usePageKeys } from '../../../../web/staff/shortcuts.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { EmptyState } from '../../../../web/ui/EmptyState.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Segments } from '../../../../web/ui/Segments.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import type { TaskItem } from '../../contract.ts';
import { TaskCase } from './TaskCase.tsx';
import { TaskRow } from './TaskRow.tsx';
import { tasksQuery, type State } from './tasks-queries.ts';

const Nothing = ({ state }: { state: State }) => {
  const words: Record<State, [ReactNode, ReactNode]> = {
    open: [
      <Trans key="t">No task waits</Trans>,
      <Trans key="w">New ones come up here when patients, colleagues or the portal ask for something.</Trans>,
    ],
    mine: [
      <Trans key="t">You have taken none</Trans>,
      <Trans key="w">Take one from the list of all open tasks.</Trans>,
    ],
    done: [<Trans key="t">None has ended yet</Trans>, <Trans key="w">Ended tasks stay here, with who did them.</Trans>],
  };
  const [title, text] = words[state];
  return <EmptyState title={title}>{text}</EmptyState>;
};

const Hints = () => (
  <span aria-hidden className="hidden items-center gap-1.5 lg:flex">
    <Keys keys={['n']} /> <Trans>next</Trans> <Keys keys={['p']} /> <Trans>back</Trans> <Keys keys={['t']} />{' '}
    <Trans>take</Trans> <Keys keys={['d']} /> <Trans>done</Trans>
  </span>
);

type ListProps = {
  tasks: readonly TaskItem[];
  open: TaskItem | undefined;
  onOpen: (id: string) => void;
  more: ReactNode;
};

const List = ({ tasks, open, onOpen, more }: ListProps) => {
  const { t } = useLingui();
  return (
    <section aria-label={t`Tasks`} className="max-lg:mb-4">
      <p className="mb-1.5 flex items-center justify-between text-sm text-ink-2">
        <Plural value={tasks.length} one="# task" other="# tasks" />
        <Hints />
      </p>
      <ul className="overflow-hidden rounded-card border border-line bg-surface max-lg:max-h-72 max-lg:overflow-y-auto lg:max-h-[calc(100dvh-13rem)] lg:overflow-y-auto">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} isOpen={task === open} onOpen={() => onOpen(task.id)} />
        ))}
      </ul>
      {more}
    </section>
  );
};

/** Work that waits for the role: the list, and beside it the task that is open. */
export const TasksPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const [state, setState] = useState<State>('open');
  const [openId, setOpenId] = useState<string>();
  const query = useInfiniteQuery(tasksQuery(state));
  const tasks = query.data?.pages.flatMap((page) => page.tasks) ?? [];
  const open = tasks.find(({ id }) => id === openId) ?? tasks[0];
  const step = (by: 1 | -1): boolean => {
    const place = open ? tasks.indexOf(open) + by : -1;
    const next = tasks[place];
    if (next) {
      setOpenId(next.id);
      focusRow(place);
    }
    return next !== undefined;
  };
  usePageKeys((key) => (key === 'n' ? step(1) : key === 'p' ? step(-1) : false));
  const more = query.hasNextPage ? (
    <Button
      look="secondary"
      className="mt-2"
      pending={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      <Trans>Show more</Trans>
    </Button>
  ) : null;
  return (
    <>
      <PageHeading title={t`Tasks`} clinic={clinic.name}>
        <Trans>Tasks</Trans>
      </PageHeading>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <Segments
          label={t`Which tasks`}
          value={state}
          onChange={setState}
          options={[
            { value: 'open', label: <Trans>To do</Trans> },
            { value: 'mine', label: <Trans>Mine</Trans> },
            { value: 'done', label: <Trans>Ended</Trans> },
          ]}
        />
        <Button look="secondary" pending={query.isRefetching} onClick={() => void query.refetch()}>
          <Trans>Look again</Trans>
        </Button>
      </div>
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      {query.isPending ? <Waiting /> : null}
      {query.data && tasks.length === 0 ? <Nothing state={state} /> : null}
      {open ? (
        <div className="items-start gap-5 lg:grid lg:grid-cols-[minmax(17rem,5fr)_7fr]">
          <List tasks={tasks} open={open} onOpen={setOpenId} more={more} />
          <TaskCase key={open.id} task={open} />
        </div>
      ) : null}
    </>
  );
};
