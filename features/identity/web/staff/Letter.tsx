import { Trans } from '@lingui/react/macro';
import { Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Notice } from '../../../../web/ui/Notice.tsx';
import type { invitePatient } from '../../contract.ts';
import { LettersFile } from './desk/LettersFile.tsx';
import { LetterPaper } from './LetterPaper.tsx';

type Props = { invited: ResultOf<typeof invitePatient>; name: string; isPatient: boolean };

const HeldNote = ({ opens }: { opens: string }) => (
  <Notice tone="warn" className="screen-only" title={<Trans>The letter opens on {opens}</Trans>}>
    <p>
      <Trans>
        This account was used in the last 30 days. The patient is told on every page, and can stop the letter until
        then.
      </Trans>
    </p>
  </Notice>
);

const UnapprovedNote = () => (
  <Notice tone="warn" className="screen-only" title={<Trans>The letter waits for a second person</Trans>}>
    <p>
      <Trans>
        Another administrator or the privacy officer approves it under “Roles to approve”. Until then the code opens
        nothing.
      </Trans>
    </p>
  </Notice>
);

/** What the button did, and what comes next. It takes the focus: the button is gone. */
const Made = ({ name, isRenewal }: { name: string; isRenewal: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Notice tone="ok" className="screen-only">
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        <Trans>The invitation is made. Print it now.</Trans>
      </h2>
      {isRenewal ? (
        <p className="font-semibold">
          <Trans>
            <bdi>{name}</bdi> already has an account. This letter replaces its password and codes.
          </Trans>
        </p>
      ) : null}
      <p>
        <Trans>The code is shown only here. If it is lost, make a new invitation.</Trans>
      </p>
    </Notice>
  );
};

/** The invitation as a letter: the only place where the code ever stands. */
export const Letter = ({ invited, name, isPatient }: Props) => {
  const formats = useFormats();
  return (
    <div className="max-w-2xl space-y-4">
      <Made name={name} isRenewal={invited.renewal} />
      {invited.opensAt ? <HeldNote opens={formats.dateTime(invited.opensAt)} /> : null}
      {invited.waitsForApproval ? <UnapprovedNote /> : null}
      {isPatient ? <LettersFile letters={[{ invitation: invited.invitation, name }]} /> : null}
      <LetterPaper invited={invited} name={name} isPatient={isPatient} />
      <Button className="screen-only" look={isPatient ? 'secondary' : 'primary'} onClick={() => print()}>
        <Printer aria-hidden size={17} /> <Trans>Print the letter</Trans>
      </Button>
    </div>
  );
};
