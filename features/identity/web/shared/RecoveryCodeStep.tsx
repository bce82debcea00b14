import { Trans, useLingui } from '@lingui/react/macro';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { typedIn } from '../../../../web/lib/form.ts';
import { flowDeps } from '../../../../web/lib/auth/flow-deps.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../web/ui/ErrorSummary.tsx';
import { Field } from '../../../../web/ui/Field.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { finish, MistypedRecoveryCode, type SignedIn } from '../../client/flows.ts';
import { PrintAtDesk } from './PrintAtDesk.tsx';
import { RecoveryPaper } from './RecoveryPaper.tsx';
import { useRefusals } from './refusals.tsx';
import { useStep } from './use-step.ts';

type Props = {
  flow: string;
  recoveryCode: string;
  name: string;
  /** Set up at the desk, on another device than the desk's: its printer is reached under this key. */
  deskKey?: string | undefined;
  kicker: ReactNode;
  onDone: (signedIn: SignedIn) => void;
};

const lettersOf = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
const groupLetters = 4;

/** The way back in. Typing one group from the paper proves that the paper exists. */
export const RecoveryCodeStep = ({ flow, recoveryCode, name, deskKey, kicker, onDone }: Props) => {
  const { t } = useLingui();
  const wordsFor = useRefusals();
  const groups = recoveryCode.split('-');
  const asked = groups.findLastIndex((group) => group.length === groupLetters);
  const askedNumber = asked + 1;
  const step = useStep({
    check: (form) =>
      lettersOf(typedIn(form, 'group')) === groups[asked]
        ? []
        : [{ field: 'group', message: <Trans>This is not group {askedNumber}. Look at your paper again.</Trans> }],
    act: async () => onDone(await finish(flowDeps, flow, recoveryCode)),
    refused: (error) =>
      error instanceof MistypedRecoveryCode
        ? { field: 'group', message: <Trans>Look at your paper again.</Trans> }
        : wordsFor(error, {
            unauthenticated: { message: <Trans>This took too long. Start again with your letter.</Trans> },
          }),
  });
  return (
    <>
      <ErrorSummary problems={step.problems} />
      <PageHeading
        title={t`Recovery code`}
        kicker={<span className="screen-only">{kicker}</span>}
        lead={
          <>
            <Trans>If you lose your phone or forget your password, this code brings you back in.</Trans>{' '}
            <span className="screen-only">
              <Trans>It is shown only now.</Trans>
            </span>
          </>
        }
      >
        <span className="screen-only">
          <Trans>Print your recovery code</Trans>
        </span>
        <span className="print-only">
          <Trans>Your recovery code</Trans>
        </span>
      </PageHeading>
      <RecoveryPaper
        name={name}
        groups={groups}
        address={`${location.origin}${location.pathname.replace(/[^/]*$/, 'recover')}`}
      />
      {deskKey ? <PrintAtDesk flow={flow} deskKey={deskKey} paper={{ recoveryCode, signInName: name }} /> : null}
      <p className="screen-only mb-8">
        <Button look="secondary" onClick={() => print()}>
          <Printer aria-hidden size={18} /> <Trans>Print</Trans>
        </Button>
      </p>
      <form noValidate className="screen-only space-y-5" onSubmit={step.submit}>
        <Field
          name="group"
          label={<Trans>Group {askedNumber} of your code</Trans>}
          hint={<Trans>Print the code or write it down. Then type this one group from your paper.</Trans>}
          error={step.errorOf('group')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={8}
          className="[&_input]:max-w-44 [&_input]:text-lg [&_input]:uppercase"
        />
        <Button type="submit" pending={step.pending}>
          <Trans>I have it on paper</Trans>
        </Button>
      </form>
    </>
  );
};
