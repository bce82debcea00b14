import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { UserPlus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useRoleNames } from '../../../../../web/lib/role-names.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { buttonClass } from '../../../../../web/ui/Button.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { SearchField } from '../../../../../web/ui/SearchField.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import type { StaffMember } from '../../../staff/contract.ts';
import { staffQuery } from './load-people.ts';
import { PersonPane } from './PersonPane.tsx';
import { StatePill } from './StatePill.tsx';

const columns =
  'lg:grid lg:grid-cols-[minmax(10rem,5fr)_minmax(8rem,4fr)_minmax(7rem,3fr)_6rem] lg:items-center lg:gap-x-3';

const Row = ({ person, isOpen }: { person: StaffMember; isOpen: boolean }) => {
  const formats = useFormats();
  const roleNames = useRoleNames();
  return (
    <li className="border-t border-line first:border-t-0">
      <Link
        to={`/people/${person.id}`}
        data-row
        aria-current={isOpen ? 'true' : undefined}
        className={`block px-3 py-2 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 aria-[current=true]:bg-brand-soft ${columns}`}
      >
        <span className="block min-w-0">
          <span className="block font-semibold">{person.name}</span>
          <span className="block text-sm break-words text-ink-2 [overflow-wrap:anywhere]">{person.signInName}</span>
        </span>
        <span className="block text-sm lg:text-base">
          {person.roles.length === 0 ? (
            <span className="text-ink-2">
              <Trans>No role</Trans>
            </span>
          ) : (
            person.roles.map(({ role }) => roleNames[role]).join(', ')
          )}
        </span>
        <span className="block text-sm text-ink-2">
          <span className="lg:hidden">
            <Trans>Last sign-in</Trans>{' '}
          </span>
          {person.lastSignInAt ? formats.shortDate(person.lastSignInAt) : <Trans>never</Trans>}
        </span>
        <span className="mt-1 block lg:mt-0">
          <StatePill isActive={person.isActive} />
        </span>
      </Link>
    </li>
  );
};

const Search = ({ onSearch }: { onSearch: (words: string) => void }) => {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" onSubmit={submit} className="mb-3 max-w-md">
      <SearchField
        name="staff-words"
        label={t`Name or e-mail, then Enter`}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          if (next === '') onSearch('');
        }}
      />
    </form>
  );
};

type FoundProps = { staff: readonly StaffMember[]; more: boolean; openId: string | undefined };

const Found = ({ staff, more, openId }: FoundProps) => (
  <>
    <p role="status" className="mb-1.5 text-sm text-ink-2">
      <Plural value={staff.length} one="# person" other="# people" />
      {more ? (
        <>
          {' · '}
          <Trans>More match than are shown. Add to your search.</Trans>
        </>
      ) : null}
    </p>
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      <div aria-hidden className={`hidden bg-sunken px-3 py-1.5 text-sm font-semibold text-ink-2 ${columns}`}>
        <span>
          <Trans>Name</Trans>
        </span>
        <span>
          <Trans>Roles</Trans>
        </span>
        <span>
          <Trans>Last sign-in</Trans>
        </span>
        <span>
          <Trans>Account</Trans>
        </span>
      </div>
      <ul>
        {staff.map((one) => (
          <Row key={one.id} person={one} isOpen={one.id === openId} />
        ))}
      </ul>
    </div>
    {staff.length === 0 ? (
      <Notice className="mt-3" title={<Trans>Nobody matches</Trans>}>
        <p>
          <Trans>Check the spelling, or search by e-mail address.</Trans>
        </p>
      </Notice>
    ) : null}
  </>
);

/** Who works here: the list, and beside it the person who is open. */
export const PeoplePage = () => {
  const { t } = useLingui();
  const { clinic, role } = useSession();
  const { accountId } = useParams({ strict: false }) as { accountId?: string };
  const [words, setWords] = useState('');
  const query = useQuery({ ...staffQuery(words), placeholderData: keepPreviousData });
  const everybody = useQuery(staffQuery('')).data?.staff;
  const staff = query.data?.staff ?? [];
  const person = staff.find(({ id }) => id === accountId) ?? everybody?.find(({ id }) => id === accountId);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <PageHeading title={t`Staff`} clinic={clinic.name}>
          <Trans>Staff</Trans>
        </PageHeading>
        {role === 'administrator' ? (
          <Link to="/invite-staff" className={`${buttonClass('secondary')} mb-4`}>
            <UserPlus aria-hidden size={17} /> <Trans>Invite staff</Trans>
          </Link>
        ) : null}
      </div>
      <div className="items-start gap-5 xl:grid xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className={person ? 'hidden xl:block' : ''}>
          <Search onSearch={setWords} />
          {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
          {query.isPending ? <Waiting /> : null}
          {query.data ? <Found staff={staff} more={query.data.more} openId={accountId} /> : null}
        </div>
        {person ? <PersonPane key={person.id} person={person} /> : <ChooseOne />}
      </div>
    </>
  );
};

const ChooseOne = () => (
  <p className="hidden rounded-card border border-line bg-surface p-4 text-ink-2 xl:mt-[4.6rem] xl:block">
    <Trans>Choose a person to see roles and to change them.</Trans>
  </p>
);
