import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useFormats } from '../../../../web/lib/format.ts';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import type { AlertItem, AlertStep, CallResult } from '../../contract.ts';
import { alertQuery } from './alerts-queries.ts';

const deeds: Record<AlertStep['did'], () => ReactNode> = {
  raised: () => <Trans>raised by the portal</Trans>,
  escalated: () => <Trans>handed to the deputy: nobody had answered</Trans>,
  acknowledged: () => <Trans>answered</Trans>,
  changed: () => <Trans>the laboratory changed the result</Trans>,
  replaced: () => <Trans>a newer version of the result took its place</Trans>,
};
const calls: Record<CallResult, () => ReactNode> = {
  reached: () => <Trans>patient reached</Trans>,
  'left-message': () => <Trans>message left to call back</Trans>,
  'not-reached': () => <Trans>nobody reached</Trans>,
  'not-called': () => <Trans>not called</Trans>,
};

const Steps = ({ alert }: { alert: AlertItem }) => {
  const formats = useFormats();
  const query = useQuery(alertQuery(alert));
  if (query.isPending) return <Waiting />;
  return (
    <ol className="space-y-1 py-1 text-sm">
      {query.data?.history.map((step) => (
        <li key={step.id}>
          <span className="text-ink-2">{formats.dateTime(step.at)}</span> · {deeds[step.did]()}
          {step.name ? (
            <>
              {' · '}
              <bdi>{step.name}</bdi>
            </>
          ) : null}
          {step.call ? (
            <>
              {' · '}
              {calls[step.call.result]()} ({formats.time(step.call.at)})
            </>
          ) : null}
          {step.note ? <span className="block pl-3">“{step.note}”</span> : null}
        </li>
      ))}
    </ol>
  );
};

/** What happened so far; read when it is opened. */
export const AlertHistory = ({ alert }: { alert: AlertItem }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="border-t border-line px-4 py-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-1">
        <Trans>What happened so far</Trans>
      </summary>
      {isOpen ? <Steps alert={alert} /> : null}
    </details>
  );
};
