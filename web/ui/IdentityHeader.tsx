import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormats } from '../lib/format.ts';
import { ageOn } from '../lib/age.ts';

export type Identity = { name: string; birthDate: string | null; mrn: string | null; deceased?: boolean };

/** Age in words: months for a baby, years for everybody else. */
export const Age = ({ birthDate }: { birthDate: string | null }) => {
  const age = ageOn(birthDate, new Date());
  if (!age) return null;
  return age.years < 2 ? <Trans>{age.months} months</Trans> : <Trans>{age.years} years</Trans>;
};

/** Whose chart this is, always in sight: name, birth date, age, record number. The guard against the wrong chart. */
export const IdentityHeader = ({ patient, children }: { patient: Identity; children?: ReactNode }) => {
  const formats = useFormats();
  return (
    <div className="sticky top-0 z-10 -mx-4 -mt-4 mb-4 flex flex-wrap items-baseline gap-x-5 gap-y-0.5 border-b border-line bg-surface px-4 py-2.5 md:-mx-6 md:px-6 print:hidden">
      <p className="font-serif text-xl font-medium">{patient.name}</p>
      <p>
        <Trans>Born</Trans>{' '}
        <strong className="dates">{patient.birthDate ? formats.date(patient.birthDate) : '–'}</strong>{' '}
        <span className="text-ink-2">
          <Age birthDate={patient.birthDate} />
        </span>
      </p>
      <p className="code-figures">
        <Trans>Record number</Trans> <strong>{patient.mrn ?? '–'}</strong>
      </p>
      {patient.deceased ? (
        <p className="font-semibold">
          <Trans>Has died</Trans>
        </p>
      ) : null}
      {children}
    </div>
  );
};

/** The same in one line, beside a button that commits something to this person's record. */
export const IdentityLine = ({ patient }: { patient: Identity }) => {
  const formats = useFormats();
  return (
    <p className="text-sm">
      <strong>{patient.name}</strong> · {patient.birthDate ? formats.shortDate(patient.birthDate) : '–'} ·{' '}
      <span className="code-figures">{patient.mrn ?? '–'}</span>
    </p>
  );
};
