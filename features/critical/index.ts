/** What the composition root may use of critical and corrected results. */
export { createCritical, type Critical } from './critical.ts';
export { createChangeNoter } from './note-changes.ts';
export { policies } from './policy.ts';
export type { Watch } from './watch.ts';
