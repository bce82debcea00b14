import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from './Keys.tsx';

type Props = {
  jumps: readonly { key: string; label: ReactNode }[];
  hasCharts: boolean;
  hasTasks: boolean;
  onClose: () => void;
};

const Line = ({ keys, children }: { keys: readonly string[]; children: ReactNode }) => (
  <div className="flex items-baseline justify-between gap-4 border-t border-line py-1.5 first:border-t-0">
    <dt>{children}</dt>
    <dd className="shrink-0">
      <Keys keys={keys} />
    </dd>
  </div>
);

/** Every key of the console. */
export const ShortcutSheet = ({ jumps, hasCharts, hasTasks, onClose }: Props) => (
  <Dialog title={<Trans>Keys</Trans>} isOpen onClose={onClose}>
    <dl className="mb-4">
      <Line keys={['/']}>
        <Trans>Search on this page</Trans>
      </Line>
      <Line keys={['j', 'k']}>
        <Trans>Next and previous row</Trans>
      </Line>
      <Line keys={['Enter']}>
        <Trans>Open the row</Trans>
      </Line>
      {hasCharts ? (
        <>
          <Line keys={['1', '…', '9', '0']}>
            <Trans>Part of the chart</Trans>
          </Line>
          <Line keys={['a']}>
            <Trans>Answer the critical result</Trans>
          </Line>
          <Line keys={['c']}>
            <Trans>Write a comment</Trans>
          </Line>
          <Line keys={['u']}>
            <Trans>Undo sending a comment</Trans>
          </Line>
        </>
      ) : null}
      {hasTasks ? (
        <>
          <Line keys={['n', 'p']}>
            <Trans>Next and previous in a work list</Trans>
          </Line>
          <Line keys={['t']}>
            <Trans>Take the task</Trans>
          </Line>
          <Line keys={['d']}>
            <Trans>Say what came of the task</Trans>
          </Line>
        </>
      ) : null}
      {jumps.map(({ key, label }) => (
        <Line key={key} keys={['g', key]}>
          {label}
        </Line>
      ))}
      <Line keys={['?']}>
        <Trans>This list</Trans>
      </Line>
    </dl>
    <Button onClick={onClose}>
      <Trans>Close</Trans>
    </Button>
  </Dialog>
);
