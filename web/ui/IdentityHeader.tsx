import { Trans } from '@lingui/react/macro';
import { useFormats } from '../lib/format.ts';

type Props = { patient: { name: string; birthDate: string | null; mrn: string | null } };

/** Whose chart this is, always in sight: name, birth date, record number. The guard against the wrong chart. */
export const IdentityHeader = ({ patient }: Props) => {
  const formats = useFormats();
  return (
    <div className="sticky top-0 z-10 -mx-4 -mt-4 mb-4 flex flex-wrap items-baseline gap-x-5 gap-y-0.5 border-b border-line bg-surface px-4 py-2.5 md:-mx-6 md:px-6 print:hidden">
      <p className="font-serif text-xl font-medium">{patient.name}</p>
      <p>
        <Trans>Born</Trans>{' '}
        <strong className="dates">{patient.birthDate ? formats.date(patient.birthDate) : '–'}</strong>
      </p>
      <p className="code-figures">
        <Trans>Record number</Trans> <strong>{patient.mrn ?? '–'}</strong>
      </p>
    </div>
  );
};
