import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type FormEvent } from 'react';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { IdentityLine, type Identity } from '../../../../web/ui/IdentityHeader.tsx';
import type { TaskItem } from '../../contract.ts';
import { mayHandTo, mayWaitFor, pools, type Pool } from '../../kinds.ts';
import type { Deed } from './use-turn.ts';

/** Hands the task to another pool, with a few words. Folded away: it is seldom needed. */
export const HandOn = ({
  task,
  patient,
  isPending,
  onTurn,
}: {
  task: TaskItem;
  patient: Identity;
  isPending: boolean;
  onTurn: (deed: Deed) => void;
}) => {
  const { t } = useLingui();
  const id = useId();
  const { role } = useSession();
  const names: Record<Pool, string> = {
    clinician: t`Clinicians`,
    nurse: t`Nurses`,
    desk: t`Front desk`,
    billing: t`Billing`,
  };
  const others = pools.filter((pool) => pool !== task.pool && mayWaitFor(task.kind, pool) && mayHandTo(role, pool));
  const [pool, setPool] = useState<Pool | undefined>(others[0]);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pool) onTurn({ kind: 'reassign', pool, note });
  };
  if (others.length === 0) return null;
  return (
    <details className="border-t border-line px-4 py-2">
      <summary className="cursor-pointer py-1">
        <Trans>Hand on to others</Trans>
      </summary>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3 py-2">
        <div>
          <label htmlFor={`${id}-pool`} className="mb-1 block text-sm font-semibold">
            <Trans>To</Trans>
          </label>
          <select
            id={`${id}-pool`}
            value={pool}
            onChange={(event) => setPool(event.target.value as Pool)}
            className="min-h-9 rounded-control border border-control bg-surface px-2"
          >
            {others.map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
          </select>
        </div>
        <div className="min-w-40 flex-1">
          <label htmlFor={`${id}-why`} className="mb-1 block text-sm font-semibold">
            <Trans>Note (clinicians and nurses read it)</Trans>
          </label>
          <input
            id={`${id}-why`}
            value={note}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
            className="min-h-9 w-full rounded-control border border-control bg-surface px-2.5"
          />
        </div>
        <IdentityLine patient={patient} />
        <Button type="submit" look="secondary" pending={isPending}>
          <Trans>Hand on</Trans>
        </Button>
      </form>
    </details>
  );
};
