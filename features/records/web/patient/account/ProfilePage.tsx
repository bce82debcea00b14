import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { Eye, Hourglass, KeyRound, Umbrella } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { Facts } from '../../../../../web/ui/Facts.tsx';
import { LinkRow } from '../../../../../web/ui/LinkRow.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { listContacts, listProfile } from '../../../contract.ts';
import { readPerson, type Address, type PersonRecord, type Phone } from '../../../read/person.ts';
import { useCommonWord } from '../../plain/use-plain.ts';
import { ListState } from '../../shared/list/ListState.tsx';
import { useList } from '../../shared/list/load-list.ts';
import { patientQuery } from '../../shared/load-results.ts';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { namesIn } from '../../shared/list/WhoName.tsx';
import { BackToRecord } from '../BackToRecord.tsx';

const uses: Readonly<Record<string, ReactNode>> = {
  home: <Trans>home</Trans>,
  work: <Trans>work</Trans>,
  mobile: <Trans>cell phone</Trans>,
  temp: <Trans>for now</Trans>,
  old: <Trans>no longer in use</Trans>,
  billing: <Trans>for bills</Trans>,
};

const Use = ({ use }: { use: string | null }) =>
  use ? <span className="text-sm text-ink-2"> ({uses[use] ?? use})</span> : null;

const Phones = ({ phones }: { phones: readonly Phone[] }) =>
  phones.map(({ value, use }) => (
    <span key={`${value} ${use}`} className="block break-words">
      <bdi>{value}</bdi>
      <Use use={use} />
    </span>
  ));

const Addresses = ({ addresses }: { addresses: readonly Address[] }) =>
  addresses
    .filter(({ isFormer }) => !isFormer)
    .map(({ lines, use }) => (
      <span key={lines.join(' ')} className="mb-1 block last:mb-0">
        {lines.map((line, index) => (
          <span key={line} className="block">
            <bdi>{line}</bdi>
            {index === lines.length - 1 ? <Use use={use} /> : null}
          </span>
        ))}
      </span>
    ));

const none = <Trans>None noted</Trans>;

const isMail = ({ kind }: Phone): boolean => kind === 'email';

/** How the clinic has a person on file. */
const OnFile = ({ person }: { person: PersonRecord }) => {
  const commonWord = useCommonWord();
  return (
    <Facts
      facts={[
        {
          key: 'phone',
          label: <Trans>Phone</Trans>,
          value: person.phones.some((one) => !isMail(one)) ? (
            <Phones phones={person.phones.filter((one) => !isMail(one))} />
          ) : (
            none
          ),
        },
        {
          key: 'mail',
          label: <Trans>E-mail</Trans>,
          value: person.phones.some(isMail) ? <Phones phones={person.phones.filter(isMail)} /> : none,
        },
        {
          key: 'address',
          label: <Trans>Address</Trans>,
          value: person.addresses.some(({ isFormer }) => !isFormer) ? <Addresses addresses={person.addresses} /> : none,
        },
        {
          key: 'language',
          label: <Trans>Language</Trans>,
          value: person.languages.map(({ name }) => commonWord(name)).join(', ') || none,
        },
        { key: 'former', label: <Trans>Earlier names</Trans>, value: person.formerNames.join(', ') },
        {
          key: 'married',
          label: <Trans>Marital status</Trans>,
          value: person.maritalStatus ? commonWord(person.maritalStatus) : null,
        },
        { key: 'doctor', label: <Trans>Main clinician</Trans>, value: namesIn(person.doctors) },
      ]}
    />
  );
};

/** People to reach, of the record itself and of the list of family and contacts. */
const Contacts = ({ person, others }: { person: PersonRecord | undefined; others: readonly PersonRecord[] }) => {
  const commonWord = useCommonWord();
  const all = [
    ...(person?.contacts ?? []),
    ...others.map(({ name, relations, phones, addresses }) => ({ name, relations, phones, addresses })),
  ];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts" className="mb-2.5 px-1 text-xl">
        <Trans>Family and contacts on file</Trans>
      </h2>
      <Card as="div" className="px-5 py-1">
        <ul>
          {all.map(({ name, relations, phones }, index) => (
            <li key={`${index} ${name}`} className="border-t border-line py-3 first:border-t-0">
              <p className="font-semibold">{name ? <bdi>{name}</bdi> : <Trans>Contact without a name</Trans>}</p>
              <p className="text-sm text-ink-2">{relations.map((one) => commonWord(one)).join(', ')}</p>
              <Phones phones={phones} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
};

const genders: Readonly<Record<string, ReactNode>> = {
  female: <Trans>Female</Trans>,
  male: <Trans>Male</Trans>,
  other: <Trans>Other</Trans>,
  unknown: <Trans>Not known</Trans>,
};

/** What names a person at the clinic. */
const Identity = () => {
  const session = useSession();
  const patient = useCurrentPatient();
  const summary = useQuery(patientQuery(patient.id)).data;
  return (
    <Card as="div" className="px-5 py-3 md:px-6">
      <Facts
        facts={[
          { key: 'name', label: <Trans>Name</Trans>, value: <bdi>{summary?.name ?? patient.name}</bdi> },
          {
            key: 'born',
            label: <Trans>Birth date</Trans>,
            value: summary?.birthDate ? <WhenText at={summary.birthDate} /> : none,
          },
          {
            key: 'mrn',
            label: <Trans>Record number</Trans>,
            value: summary?.mrn ? <bdi className="code-figures">{summary.mrn}</bdi> : none,
          },
          {
            key: 'gender',
            label: <Trans>Gender on file</Trans>,
            value: summary?.gender ? (genders[summary.gender] ?? summary.gender) : null,
          },
          { key: 'sign-in', label: <Trans>Sign-in name</Trans>, value: <bdi>{session.signInName}</bdi> },
        ]}
      />
    </Card>
  );
};

const WaysOn = () => (
  <Card as="div" className="screen-only overflow-hidden">
    <ul>
      <LinkRow to="/account/timing" icon={Hourglass} title={<Trans>When results open</Trans>}>
        <Trans>At once, or with the clinician's comment</Trans>
      </LinkRow>
      <LinkRow to="/record/coverage" icon={Umbrella} title={<Trans>Insurance</Trans>}>
        <Trans>Plans that the clinic has on file</Trans>
      </LinkRow>
      <LinkRow to="/who-saw" icon={Eye} title={<Trans>Who saw my record</Trans>}>
        <Trans>Every look made in this portal, checked by this device</Trans>
      </LinkRow>
      <LinkRow to="/sign-ins" icon={KeyRound} title={<Trans>My sign-ins</Trans>}>
        <Trans>When your account was used, and failed tries</Trans>
      </LinkRow>
    </ul>
  </Card>
);

/** Who you are in this record, and how the clinic reaches you. */
export const ProfilePage = () => {
  const { t } = useLingui();
  const session = useSession();
  const patient = useCurrentPatient();
  const profile = useList(listProfile, patient.id, readPerson);
  const contacts = useList(listContacts, patient.id, readPerson);
  const [person] = profile.items;
  return (
    <>
      <BackToRecord />
      <PageHeading
        title={t`Name and contact`}
        clinic={session.clinic.name}
        lead={
          <Trans>This is how the clinic has you on file. Something is wrong? Call us: {session.clinic.phone}</Trans>
        }
      >
        <Trans>Name and contact</Trans>
      </PageHeading>
      <div className="max-w-3xl space-y-6">
        <Identity />
        <ListState kind="entries" state={profile}>
          {person ? (
            <Card as="div" className="px-5 py-3 md:px-6">
              <OnFile person={person} />
            </Card>
          ) : null}
        </ListState>
        <Contacts person={person} others={contacts.items} />
        <WaysOn />
      </div>
    </>
  );
};
