import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { getPatient } from '#features/records/contract.ts';
import { typedIn } from '../../../../web/lib/form.ts';
import { call } from '../../../../web/lib/client.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../web/ui/ErrorSummary.tsx';
import { Field, FieldError } from '../../../../web/ui/Field.tsx';
import { IdentityHeader } from '../../../../web/ui/IdentityHeader.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import { invitePatient, proofings } from '../../contract.ts';
import { useRefusals } from '../shared/refusals.tsx';
import { useStep } from '../shared/use-step.ts';
import { AccountNotice } from './AccountNotice.tsx';
import { Letter } from './Letter.tsx';
import { OwnAddressTick, unfitProblem } from './unfit-words.tsx';

type Proofing = (typeof proofings)[number];

/** A letter to take along, or everything here and now. */
const Ways = ({ patientId, name, pending }: { patientId: string; name: string; pending: boolean }) => (
  <div className="flex flex-wrap items-center gap-4">
    <Button type="submit" pending={pending}>
      <Trans>Make the invitation for {name}</Trans>
    </Button>
    <Link to="/invite/$patientId/desk" params={{ patientId }}>
      <Trans>Set up with the patient here</Trans>
    </Link>
  </div>
);

/** Front desk: an invitation for the person at the desk or at home. */
export const InvitePatientPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const { patientId = '' } = useParams({ strict: false }) as { patientId?: string };
  const patient = useQuery({
    queryKey: [getPatient.id, patientId],
    queryFn: () => call(getPatient, { params: { patientId } }),
  });
  const [invited, setInvited] = useState<ResultOf<typeof invitePatient>>();
  const [asksWhose, setAsksWhose] = useState(false);
  const wordsFor = useRefusals();
  const words: Record<Proofing, string> = {
    'photo-id': t`I saw a photo ID`,
    'known-to-staff': t`Known to staff`,
    'mailed-to-address': t`The letter is mailed to the address on file`,
  };
  const step = useStep({
    check: (form) =>
      typedIn(form, 'proofing') ? [] : [{ field: 'proofing', message: <Trans>Choose how you know who this is</Trans> }],
    act: async (form) => {
      const email = typedIn(form, 'email').trim();
      const proofing = typedIn(form, 'proofing') as Proofing;
      const confirmed = form.has('confirmed');
      const body = { proofing, ...(email ? { email } : {}), ...(confirmed ? { confirmed } : {}) };
      setInvited(await call(invitePatient, { params: { patientId }, body }));
    },
    refused: (error) => {
      const unfit = unfitProblem(error);
      if (unfit?.field === 'confirmed') setAsksWhose(true);
      return wordsFor(error, {
        ...(unfit ? { conflict: unfit } : {}),
        invalid: {
          field: 'email',
          message: <Trans>Enter an e-mail address, like name@example.com, or leave it empty</Trans>,
        },
      });
    },
  });
  if (patient.error) return <Problem error={patient.error} retry={patient.refetch} phone={clinic.phone} />;
  if (!patient.data) return <Waiting />;
  return (
    <>
      <IdentityHeader patient={patient.data} />
      <div className="screen-only">
        <ErrorSummary problems={step.problems} />
        <PageHeading title={t`Invite a patient`} clinic={clinic.name}>
          <Trans>Invite this patient</Trans>
        </PageHeading>
      </div>
      {invited ? (
        <>
          <Letter invited={invited} name={patient.data.name} isPatient />
          <p className="screen-only mt-4">
            <Link to="/find">
              <Trans>Next patient</Trans>
            </Link>
          </p>
        </>
      ) : (
        <form noValidate className="max-w-xl space-y-5" onSubmit={step.submit}>
          <AccountNotice patientId={patientId} name={patient.data.name} />
          <fieldset aria-describedby={step.errorOf('proofing') ? 'proofing-error' : undefined}>
            <legend className="mb-1 font-semibold">
              <Trans>How do you know who this is?</Trans>
            </legend>
            {step.errorOf('proofing') ? <FieldError id="proofing-error">{step.errorOf('proofing')}</FieldError> : null}
            {proofings.map((proofing, index) => (
              <label key={proofing} className="flex min-h-9 items-center gap-2.5">
                <input
                  type="radio"
                  name="proofing"
                  value={proofing}
                  id={index === 0 ? 'proofing' : undefined}
                  className="size-4 accent-[var(--brand)]"
                />
                {words[proofing]}
              </label>
            ))}
          </fieldset>
          <Field
            name="email"
            type="email"
            label={<Trans>E-mail address (optional)</Trans>}
            hint={<Trans>It becomes the sign-in name. Without it a name is printed on the letter.</Trans>}
            error={step.errorOf('email')}
            autoComplete="off"
          />
          {asksWhose ? <OwnAddressTick error={step.errorOf('confirmed')} /> : null}
          <Ways patientId={patientId} name={patient.data.name} pending={step.pending} />
        </form>
      )}
    </>
  );
};
