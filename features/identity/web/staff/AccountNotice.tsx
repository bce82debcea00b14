import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { call } from '../../../../web/lib/client.ts';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { readPatientAccount } from '../../staff/contract.ts';

/** Said before the button is pressed: this person has an account, and what a letter does to it. */
export const AccountNotice = ({ patientId, name }: { patientId: string; name: string }) => {
  const { data } = useQuery({
    queryKey: [readPatientAccount.id, patientId],
    queryFn: () => call(readPatientAccount, { params: { patientId } }),
  });
  if (!data || data.state === 'none') return null;
  if (data.state === 'staff') {
    return (
      <Notice tone="warn" live title={<Trans>No letter can renew this account</Trans>}>
        <p>
          <Trans>It also holds a role of staff: it is recovered with its printed recovery code only.</Trans>
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="warn"
      live
      title={
        <Trans>
          <bdi>{name}</bdi> already has an account
        </Trans>
      }
    >
      <p>
        {data.state === 'in-use' ? (
          <Trans>
            It was used in the last 30 days. A letter replaces its password and codes, opens only after 24 hours, and
            the patient can stop it until then.
          </Trans>
        ) : (
          <Trans>This replaces its password and codes. Do it only when they are lost.</Trans>
        )}
      </p>
    </Notice>
  );
};
