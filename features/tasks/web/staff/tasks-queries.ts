import type { QueryClient } from '@tanstack/react-query';
import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query';
import { call } from '../../../../web/lib/client.ts';
import { countTasks, getTask, listTasks, type TaskItem } from '../../contract.ts';

export type State = 'open' | 'mine' | 'done';
type Page = { tasks: TaskItem[]; next: string | null };

/** Each look is an entry in the log of everybody named, so a list is read once, and again when asked. */
export const tasksQuery = (state: State) =>
  infiniteQueryOptions({
    queryKey: [listTasks.id, state],
    queryFn: ({ pageParam }) => call(listTasks, { query: { state, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
    staleTime: Infinity,
    gcTime: Infinity,
  });

const countEveryMs = 60_000;

/** Names nobody and leaves no entry, so it is asked again by itself. */
export const countQuery = queryOptions({
  queryKey: [countTasks.id],
  queryFn: () => call(countTasks),
  refetchInterval: countEveryMs,
});

export const taskQuery = (task: Pick<TaskItem, 'id' | 'patientId'>) =>
  queryOptions({
    queryKey: [getTask.id, task.id],
    queryFn: () => call(getTask, { params: { patientId: task.patientId, taskId: task.id } }),
    staleTime: Infinity,
  });

/** Puts a task as it stands now into every list that shows it; what was ended or handed on stays until asked again. */
export const keepTask = (queryClient: QueryClient, task: TaskItem): void => {
  queryClient.setQueriesData<InfiniteData<Page, string>>({ queryKey: [listTasks.id] }, (known) =>
    known
      ? {
          ...known,
          pages: known.pages.map((page) => ({
            ...page,
            tasks: page.tasks.map((one) => (one.id === task.id ? task : one)),
          })),
        }
      : known,
  );
  void queryClient.invalidateQueries({ queryKey: [countTasks.id] });
  void queryClient.invalidateQueries({ queryKey: [getTask.id, task.id], refetchType: 'none' });
};
