import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { CurrentPatient } from '../lib/current-patient.ts';
import { useSession } from '../lib/session.ts';
import { PageHeading } from '../ui/PageHeading.tsx';

/** In place of a page that the patient has not shared: who decides that, and the way back. */
export const ClosedPage = ({ patient }: { patient: CurrentPatient }) => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const name = patient.name.split(/\s+/)[0] || patient.name;
  return (
    <>
      <PageHeading title={t`Not shared with you`} clinic={clinic.name}>
        <Trans>This part is not shared with you</Trans>
      </PageHeading>
      <p className="max-w-prose">
        <Trans>
          What you see of the record of <bdi>{name}</bdi> was agreed with the clinic. This part does not belong to it.
          To ask about that, call us: <a href={`tel:${clinic.phone}`}>{clinic.phone}</a>
        </Trans>
      </p>
      <p className="mt-4">
        <Link to="/" className="inline-flex min-h-11 items-center font-semibold">
          <Trans>Back to Home</Trans>
        </Link>
      </p>
    </>
  );
};
