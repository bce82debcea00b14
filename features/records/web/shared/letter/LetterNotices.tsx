import { Trans } from '@lingui/react/macro';
import { useSession } from '../../../../../web/lib/session.ts';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import type { Result } from '../../../observation.ts';
import { isUrgent } from '../standing.ts';
import { UrgentAdvice } from './UrgentAdvice.tsx';

const PhoneLink = ({ phone }: { phone: string }) => (
  <a className="font-semibold whitespace-nowrap" href={`tel:${phone}`}>
    {phone}
  </a>
);

/** What must be read before the value: critical, withdrawn, early, corrected. */
export const LetterNotices = ({ result }: { result: Result }) => {
  const { clinic, role } = useSession();
  const isPatientSide = role === 'patient' || role === 'trusted_person';
  return (
    <>
      {isUrgent(result) ? (
        <Notice
          tone="critical"
          title={isPatientSide ? <Trans>Call {clinic.phone} now</Trans> : <Trans>Critical value</Trans>}
        >
          {isPatientSide ? (
            <>
              <p>
                <Trans>
                  This value is far outside the typical range. Call <PhoneLink phone={clinic.phone} /> now. Do not wait
                  for us to call.
                </Trans>
              </p>
              <p>
                <UrgentAdvice />
              </p>
            </>
          ) : (
            <p>
              {result.criticalBy === 'lab' ? (
                <Trans>The laboratory flagged this value as critical.</Trans>
              ) : (
                <Trans>This value passes the portal's limit for critical values.</Trans>
              )}
            </p>
          )}
        </Notice>
      ) : null}
      {result.withdrawn ? (
        <Notice tone="warn" title={<Trans>The lab has withdrawn this result</Trans>}>
          <p>
            <Trans>It is kept here so that nothing disappears. Do not use it.</Trans>
          </p>
        </Notice>
      ) : null}
      {result.status === 'preliminary' || result.status === 'registered' ? (
        <Notice tone="info" title={<Trans>This is an early result</Trans>}>
          <p>
            <Trans>The lab has not finished. The value may still change.</Trans>
          </p>
        </Notice>
      ) : null}
      {result.status === 'corrected' || result.status === 'amended' ? (
        <Notice tone="info" title={<Trans>The lab has corrected this result</Trans>}>
          <p>
            <Trans>What you see here is the corrected value.</Trans>
          </p>
        </Notice>
      ) : null}
    </>
  );
};
