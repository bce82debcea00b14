import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { patientQuery } from './load-results.ts';

/** Top of every printed sheet: whose it is, from whom, and when it was printed. */
export const PrintHeader = ({ patientId }: { patientId: string }) => {
  const formats = useFormats();
  const { clinic } = useSession();
  const patient = useQuery(patientQuery(patientId)).data;
  return (
    <header className="print-only mb-6 border-b-2 border-ink pb-3">
      <div className="flex justify-between gap-8">
        <div>
          <p className="font-serif text-2xl font-medium">{patient?.name}</p>
          <p>
            <Trans>Born</Trans> {patient?.birthDate ? formats.date(patient.birthDate) : '–'}
          </p>
          {patient?.mrn ? (
            <p className="code-figures">
              <Trans>Record number</Trans> <bdi>{patient.mrn}</bdi>
            </p>
          ) : null}
        </div>
        <div className="text-right">
          <p className="font-semibold">{clinic.name}</p>
          <p>{clinic.phone}</p>
          <p>
            <Trans>Printed</Trans> {formats.date(new Date())}
          </p>
        </div>
      </div>
    </header>
  );
};
