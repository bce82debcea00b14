import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { UserCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { readPatientAccount } from '#features/identity/staff/contract.ts';
import type { Role } from '#features/identity/contract.ts';
import type { ResultOf } from '#platform/contract.ts';
import { call } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { Pill } from '../../../../web/ui/Pill.tsx';
import type { searchDirectory } from '../../contract.ts';
import { ChartTable } from './chart/ChartTable.tsx';

type Found = ResultOf<typeof searchDirectory>;

/** The answer takes the focus, as a hit does. */
const Nobody = ({ mrn }: { mrn: string | undefined }) => {
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => answer.current?.focus(), []);
  return (
    <div ref={answer} tabIndex={-1} className="mt-6 max-w-2xl">
      <Notice tone="info" title={<Trans>Nobody matches</Trans>}>
        <p>
          {mrn === undefined ? (
            <Trans>Check the spelling and the birth date, or search by record number.</Trans>
          ) : (
            <Trans>
              No patient has the record number <bdi>{mrn}</bdi>. Check it, or search by name and birth date.
            </Trans>
          )}
        </p>
      </Notice>
    </div>
  );
};

/** Only these roles open a record when they share in somebody's care. */
const inCare: readonly Role[] = ['clinician', 'nurse'];

type Hit = Found['hits'][number];

/** Whether she has an account is asked for a few hits only: each asking is an entry in her log. */
const asksAtMost = 3;

/** The desk's way on: a first letter, a new one for whoever has an account, none for a colleague. */
const Invite = ({ hit, mayAsk }: { hit: Hit; mayAsk: boolean }) => {
  const { data } = useQuery({
    queryKey: [readPatientAccount.id, hit.id],
    queryFn: () => call(readPatientAccount, { params: { patientId: hit.id } }),
    enabled: mayAsk,
  });
  const hasAccount = data !== undefined && data.state !== 'none';
  return (
    <>
      {hasAccount ? (
        <Pill tone="info" icon={UserCheck}>
          <Trans>Has an account</Trans>
        </Pill>
      ) : null}
      {data?.state === 'staff' ? null : (
        <Link to={`/invite/${hit.id}`} data-row>
          {hasAccount ? (
            <Trans>
              Renew the account of <bdi>{hit.name}</bdi>
            </Trans>
          ) : (
            <Trans>
              Invite <bdi>{hit.name}</bdi>
            </Trans>
          )}
        </Link>
      )}
    </>
  );
};

/** What this colleague may do with one hit, or why not. */
const WayOn = ({ hit, mayAsk }: { hit: Hit; mayAsk: boolean }) => {
  const { role } = useSession();
  if (inCare.includes(role)) {
    return hit.mayOpenResults ? (
      <Link to={`/patients/${hit.id}`} data-row>
        <Trans>
          Chart of <bdi>{hit.name}</bdi>
        </Trans>
      </Link>
    ) : (
      <span className="text-ink-2">
        <Trans>Not in your care</Trans>
      </span>
    );
  }
  if (role === 'privacy_officer') {
    return (
      <Link to="/log" state={{ reviewOf: { id: hit.id, name: hit.name } }} data-row>
        <Trans>
          Access log of <bdi>{hit.name}</bdi>
        </Trans>
      </Link>
    );
  }
  return (
    <span className="flex flex-wrap gap-x-4">
      {role === 'front_desk' ? <Invite hit={hit} mayAsk={mayAsk} /> : null}
      <Link to={`/patients/${hit.id}`} data-row>
        <Trans>
          Details of <bdi>{hit.name}</bdi>
        </Trans>
      </Link>
    </span>
  );
};

const familyOf = ({ name }: Hit): string => name.trim().split(/\s+/).at(-1)?.toLocaleLowerCase() ?? '';

/** Perhaps one person with two records, perhaps twins: the wrong row is one press away. */
const hasTwin = (hit: Hit, people: readonly Hit[]): boolean =>
  people.some(
    (other) =>
      other.id !== hit.id &&
      hit.birthDate !== null &&
      other.birthDate === hit.birthDate &&
      familyOf(other) === familyOf(hit),
  );

/** People as rows: name, birth date, record number, and the way on. On a phone one below the other. */
export const PeopleTable = ({ people }: { people: readonly Hit[] }) => {
  const { t } = useLingui();
  const formats = useFormats();
  return (
    <ChartTable
      label={t`People`}
      rows={people}
      keyOf={({ id }) => id}
      isPlain
      columns={[
        {
          key: 'name',
          title: <Trans>Name</Trans>,
          isName: true,
          cell: (hit) => (
            <>
              {hit.name}
              {hasTwin(hit, people) ? (
                <span className="block font-sans text-sm font-semibold text-warn">
                  <Trans>Same birth date and family name as another: check the record number</Trans>
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: 'born',
          title: <Trans>Birth date</Trans>,
          nowrap: true,
          cell: ({ birthDate }) => (birthDate ? formats.date(birthDate) : '–'),
        },
        {
          key: 'mrn',
          title: <Trans>Record number</Trans>,
          nowrap: true,
          cell: ({ mrn }) => <span className="code-figures">{mrn ?? '–'}</span>,
        },
        {
          key: 'open',
          title: <Trans>Open</Trans>,
          cell: (hit) => <WayOn hit={hit} mayAsk={people.length <= asksAtMost} />,
        },
      ]}
    />
  );
};

/**
 * Who was found. The first link takes the focus: Enter opens the only hit.
 * @param mrn the record number that was searched for; absent after a search by name
 */
export const Hits = ({ found, mrn }: { found: Found; mrn: string | undefined }) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('a')?.focus(), [found]);
  if (found.hits.length === 0) return <Nobody mrn={mrn} />;
  return (
    <section className="mt-6">
      <p role="status" className="mb-2 font-semibold">
        <Plural value={found.hits.length} one="# person found" other="# people found" />
      </p>
      <div ref={list} className="max-w-4xl">
        <PeopleTable people={found.hits} />
      </div>
      {found.more ? (
        <p className="mt-2">
          <Trans>More people match than are shown. Add to your search.</Trans>
        </p>
      ) : null}
    </section>
  );
};
