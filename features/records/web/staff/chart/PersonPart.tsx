import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { UserPlus } from 'lucide-react';
import type { ResultOf } from '#platform/contract.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { buttonClass } from '../../../../../web/ui/Button.tsx';
import { Age } from '../../../../../web/ui/IdentityHeader.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { Facts } from '../../../../../web/ui/Facts.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import type { getPatient } from '../../../contract.ts';

/** Who somebody is, for roles that see no chart: enough to be sure that it is the right person, and no more. */
export const PersonPart = ({ patient }: { patient: ResultOf<typeof getPatient> }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const { clinic, role } = useSession();
  const genders: Readonly<Record<string, string>> = { female: t`Female`, male: t`Male`, other: t`Other` };
  const languages = new Intl.DisplayNames([formats.locale], { type: 'language', fallback: 'code' });
  return (
    <div className="max-w-2xl">
      <PageHeading title={t`Patient`} clinic={clinic.name}>
        {patient.name}
      </PageHeading>
      <Card as="div" className="px-4 py-1">
        <Facts
          facts={[
            {
              key: 'born',
              label: <Trans>Birth date</Trans>,
              value: patient.birthDate ? (
                <>
                  {formats.date(patient.birthDate)} (<Age birthDate={patient.birthDate} />)
                </>
              ) : (
                <Trans>Not on file</Trans>
              ),
            },
            {
              key: 'mrn',
              label: <Trans>Record number</Trans>,
              value: <span className="code-figures">{patient.mrn ?? '–'}</span>,
            },
            {
              key: 'gender',
              label: <Trans>Sex on file</Trans>,
              value: patient.gender ? (genders[patient.gender] ?? patient.gender) : null,
            },
            {
              key: 'language',
              label: <Trans>Language</Trans>,
              value: patient.language ? (
                <span className="capitalize">{nameOf(languages, patient.language)}</span>
              ) : null,
            },
            { key: 'died', label: <Trans>Has died</Trans>, value: patient.deceased ? <Trans>Yes</Trans> : null },
          ]}
        />
      </Card>
      <p className="mt-3 text-ink-2">
        <Trans>
          Your role does not open charts: it sees who a patient is, and nothing of the chart. The patient reads that you
          looked.
        </Trans>
      </p>
      {role === 'front_desk' ? (
        <Link to={`/invite/${patient.id}`} className={`${buttonClass()} mt-4`}>
          <UserPlus aria-hidden size={17} />
          <Trans>Invite {patient.name}</Trans>
        </Link>
      ) : null}
    </div>
  );
};

/** A language in words; what is no language tag stays as it was sent. */
const nameOf = (languages: Intl.DisplayNames, tag: string): string => {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
};
