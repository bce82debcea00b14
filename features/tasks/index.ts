/** What other features, and the composition root, may use of tasks. */
export { policies } from './policy.ts';
export { tasksHandlers, type TasksDeps } from './routes.ts';
export {
  createTaskEnder,
  createTaskMaker,
  type AddTask,
  type EndTask,
  type MadeTask,
  type NewTask,
} from './make-task.ts';
export { seesCharts, type Directory } from './shown-tasks.ts';
export { countOverdue } from './store.ts';
