import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Clock } from 'lucide-react';
import { Pill } from '../../../../web/ui/Pill.tsx';
import type { AlertItem } from '../../contract.ts';
import { ReadingText } from '../shared/SideBySide.tsx';
import { Countdown } from './Countdown.tsx';

/** Who must answer, in a few words. */
export const WaitsForWords = ({ alert }: { alert: AlertItem }) => {
  if (!alert.waitsFor) return <Trans>Every clinician is asked</Trans>;
  const { isMe, isDeputy, name } = alert.waitsFor;
  if (isMe && isDeputy) return <Trans>Waits for you, the deputy</Trans>;
  if (isMe) return <Trans>Waits for you</Trans>;
  if (!name) return <Trans>Waits for a colleague</Trans>;
  return isDeputy ? (
    <Trans>
      Waits for the deputy, <bdi>{name}</bdi>
    </Trans>
  ) : (
    <Trans>
      Waits for <bdi>{name}</bdi>
    </Trans>
  );
};

type Props = { alert: AlertItem; cameAt: number; isOpen: boolean; onOpen: () => void };

/** One line of the list: who, what, how long is left, whose turn it is. */
export const AlertRow = ({ alert, cameAt, isOpen, onOpen }: Props) => {
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
          <span className="font-semibold">{alert.patient?.name ?? t`Name not on file`}</span>
          {alert.acknowledged ? (
            <Pill tone="ok" icon={Check}>
              <Trans>answered</Trans>
            </Pill>
          ) : (
            <Pill tone={alert.isOverdue ? 'bad' : 'warn'} icon={Clock}>
              <Countdown dueAt={alert.dueAt} askedAt={alert.askedAt} cameAt={cameAt} />
            </Pill>
          )}
        </span>
        <span className="block">
          {alert.result.title} <ReadingText reading={alert.result} />
        </span>
        <span className="block text-sm text-ink-2">
          {alert.acknowledged ? <bdi>{alert.acknowledged.name}</bdi> : <WaitsForWords alert={alert} />}
        </span>
      </button>
    </li>
  );
};
