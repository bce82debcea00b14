import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import type { getPatient } from '#features/records/contract.ts';
import { call } from '../../../../../web/lib/client.ts';
import { typedIn } from '../../../../../web/lib/form.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../../web/ui/ErrorSummary.tsx';
import { Field, FieldError } from '../../../../../web/ui/Field.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { deskProofs, startDeskSetUp, type DeskProof } from '../../../desk/contract.ts';
import { useRefusals } from '../../shared/refusals.tsx';
import { useStep } from '../../shared/use-step.ts';
import { AccountNotice } from '../AccountNotice.tsx';
import { OwnAddressTick, unfitProblem } from '../unfit-words.tsx';

type Patient = ResultOf<typeof getPatient>;
type Props = {
  patient: Patient;
  onBegun: (begun: ResultOf<typeof startDeskSetUp>, language: 'en' | 'es') => void;
};

const isEnough = (proofs: readonly unknown[]): boolean => proofs.includes('photo-id') || proofs.length >= 2;
const isSpanish = (language: string | null): boolean => /^es\b|^spanish/i.test(language ?? '');

const Proofs = ({ error }: { error: React.ReactNode }) => {
  const { t } = useLingui();
  const words: Record<DeskProof, string> = {
    'photo-id': t`A photo ID: name and face fit`,
    'insurance-card': t`Insurance card with this name`,
    address: t`Said the address on file`,
    'known-to-staff': t`Known to staff`,
  };
  return (
    <fieldset aria-describedby={error ? 'proofs-hint proofs-error' : 'proofs-hint'}>
      <legend className="mb-1 font-semibold">
        <Trans>What did you see?</Trans>
      </legend>
      <p id="proofs-hint" className="mb-1 text-sm text-ink-2">
        <Trans>A photo ID, or two of the others. It is kept with the account.</Trans>
      </p>
      {error ? <FieldError id="proofs-error">{error}</FieldError> : null}
      {deskProofs.map((proof, index) => (
        <label key={proof} className="flex min-h-9 items-center gap-2.5">
          <input
            type="checkbox"
            name="proofs"
            value={proof}
            id={index === 0 ? 'proofs' : undefined}
            className="size-4 shrink-0 accent-[var(--brand)]"
          />
          {words[proof]}
        </label>
      ))}
    </fieldset>
  );
};

const Languages = ({ chosen }: { chosen: 'en' | 'es' }) => (
  <fieldset>
    <legend className="mb-1 font-semibold">
      <Trans>Language of the patient’s pages</Trans>
    </legend>
    <div className="flex gap-6">
      {(['en', 'es'] as const).map((language) => (
        <label key={language} className="flex min-h-9 items-center gap-2.5" lang={language}>
          <input
            type="radio"
            name="language"
            value={language}
            defaultChecked={language === chosen}
            className="size-4 shrink-0 accent-[var(--brand)]"
          />
          {language === 'en' ? 'English' : 'Español'}
        </label>
      ))}
    </div>
  </fieldset>
);

/** Who is it? Then the patient's own hands do the rest. */
export const ProofStep = ({ patient, onBegun }: Props) => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const [asksWhose, setAsksWhose] = useState(false);
  const wordsFor = useRefusals();
  const step = useStep({
    check: (form) =>
      isEnough(form.getAll('proofs'))
        ? []
        : [{ field: 'proofs', message: <Trans>Tick a photo ID, or two of the others</Trans> }],
    act: async (form) => {
      const email = typedIn(form, 'email').trim();
      const language = typedIn(form, 'language') === 'es' ? 'es' : 'en';
      const proofs = form.getAll('proofs') as DeskProof[];
      const confirmed = form.has('confirmed');
      const body = { proofs, language, ...(email ? { email } : {}), ...(confirmed ? { confirmed } : {}) } as const;
      onBegun(await call(startDeskSetUp, { params: { patientId: patient.id }, body }), language);
    },
    refused: (error) => {
      const unfit = unfitProblem(error);
      if (unfit?.field === 'confirmed') setAsksWhose(true);
      return wordsFor(error, {
        invalid: {
          field: 'email',
          message: <Trans>Enter an e-mail address, like name@example.com, or leave it empty</Trans>,
        },
        conflict: unfit ?? {
          message: (
            <Trans>
              This account cannot be renewed at once: it was used in the last 30 days, or belongs to a colleague too. A
              letter opens after a day.
            </Trans>
          ),
        },
      });
    },
  });
  return (
    <div className="max-w-xl">
      <ErrorSummary problems={step.problems} />
      <PageHeading
        title={t`Set up at the desk`}
        clinic={clinic.name}
        lead={
          <Trans>
            About three minutes. The patient chooses a password and sets up a code app; you never see either.
          </Trans>
        }
      >
        <Trans>Set up with the patient here</Trans>
      </PageHeading>
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <AccountNotice patientId={patient.id} name={patient.name} />
        <Proofs error={step.errorOf('proofs')} />
        <Languages chosen={isSpanish(patient.language) ? 'es' : 'en'} />
        <Field
          name="email"
          type="email"
          label={<Trans>E-mail address (optional)</Trans>}
          hint={<Trans>It becomes the sign-in name. Without it a name is printed with the recovery code.</Trans>}
          error={step.errorOf('email')}
          autoComplete="off"
        />
        {asksWhose ? <OwnAddressTick error={step.errorOf('confirmed')} /> : null}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" pending={step.pending}>
            <Trans>Begin with {patient.name}</Trans>
          </Button>
          <Link to="/invite/$patientId" params={{ patientId: patient.id }}>
            <Trans>Make a letter instead</Trans>
          </Link>
        </div>
      </form>
    </div>
  );
};
