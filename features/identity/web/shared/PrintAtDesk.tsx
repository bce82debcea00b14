import { Trans } from '@lingui/react/macro';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../../web/lib/client.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { sealDeskPaper, type DeskPaper } from '../../client/desk-paper.ts';
import { sendToDesk } from '../../desk/contract.ts';
import { useRefusals } from './refusals.tsx';

type Props = { flow: string; deskKey: string; paper: DeskPaper };

/** At the desk, on the patient's own phone: the paper comes out of the desk's printer. */
export const PrintAtDesk = ({ flow, deskKey, paper }: Props) => {
  const wordsFor = useRefusals();
  const [pending, setPending] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = () => {
    setPending(true);
    setError(undefined);
    sealDeskPaper(deskKey, paper)
      .then((sealed) => call(sendToDesk, { body: { flow, sealed } }))
      .then(() => setIsSent(true))
      .catch((refusal: unknown) => setError(refusal ?? new Error('unknown')))
      .finally(() => setPending(false));
  };
  return (
    <div className="screen-only mb-8 space-y-3">
      <Button pending={pending} onClick={send}>
        <Printer aria-hidden size={18} />
        {isSent ? <Trans>Print it at the desk again</Trans> : <Trans>Print it at the desk</Trans>}
      </Button>
      <p role="status">{isSent ? <Trans>It is on its way to the desk’s printer. Ask for your paper.</Trans> : null}</p>
      {error === undefined ? null : (
        <p role="alert" className="font-semibold text-bad">
          {wordsFor(error, {}).message}
        </p>
      )}
    </div>
  );
};
