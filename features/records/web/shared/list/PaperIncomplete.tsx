import { Trans } from '@lingui/react/macro';
import type { ListState } from './load-list.ts';

/** On paper nobody can look again: a list that was not whole says so. */
export const PaperIncomplete = ({ state }: { state: Pick<ListState<unknown>, 'isComplete'> }) =>
  state.isComplete ? null : (
    <p className="print-only mt-3 font-semibold">
      <Trans>This list is not complete: not everything could be loaded when it was printed.</Trans>
    </p>
  );
