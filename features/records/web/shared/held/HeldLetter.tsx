import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import { useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { useWhose } from '../whose.ts';
import { useOpenHeld } from './HeldNotice.tsx';

type Props = {
  patientId: string;
  id: string;
  /** It stands among those that wait. Otherwise it may be one of them: not all of them are known here. */
  isSure: boolean;
};

/** The address of a result that waits because its patient chose so: that it waits, and the way to open it. */
export const HeldLetter = ({ patientId, id, isSure }: Props) => {
  const { clinic } = useSession();
  const isOwn = useWhose(patientId).side === 'own';
  const open = useOpenHeld(patientId);
  return (
    <Card className="max-w-2xl p-5 md:p-7" labelledBy="held-result">
      <h2 id="held-result" className="flex items-start gap-3 text-2xl">
        <Hourglass aria-hidden size={26} strokeWidth={1.75} className="mt-1 shrink-0 text-brand" />
        {isSure ? (
          <Trans>This result waits for the clinician's comment</Trans>
        ) : (
          <Trans>This result may be one that waits for the clinician's comment</Trans>
        )}
      </h2>
      {isOwn ? (
        <>
          <p className="mt-2 max-w-prose">
            <Trans>
              You chose to wait. You can open it now, or <Link to="/account/timing">change when results open</Link>.
            </Trans>
          </p>
          <div className="mt-5">
            <Button pending={open.isPending} onClick={() => open.mutate([id])}>
              <Trans>Open now</Trans>
            </Button>
          </div>
          {open.error ? <Problem error={open.error} phone={clinic.phone} /> : null}
        </>
      ) : (
        <p className="mt-2">
          <Trans>The patient chose this.</Trans>
        </p>
      )}
    </Card>
  );
};
