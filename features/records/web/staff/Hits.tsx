import { Link } from '@tanstack/react-router';
import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { Role } from '#features/identity/contract.ts';
import type { ResultOf } from '#platform/contract.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Notice } from '../../../../web/ui/Notice.tsx';
import type { searchDirectory } from '../../contract.ts';

type Found = ResultOf<typeof searchDirectory>;

const Nobody = ({ mrn }: { mrn: string | undefined }) => (
  <Notice tone="info" live className="mt-6 max-w-2xl" title={<Trans>Nobody matches</Trans>}>
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
);

/** Only these roles open a record when they share in somebody's care. */
const inCare: readonly Role[] = ['clinician', 'nurse'];

/** What this colleague may do with one hit, or why not. */
const WayOn = ({ hit }: { hit: Found['hits'][number] }) => {
  const { role } = useSession();
  if (hit.mayOpenResults) {
    return (
      <Link to={`/patients/${hit.id}`}>
        <Trans>
          Results of <bdi>{hit.name}</bdi>
        </Trans>
      </Link>
    );
  }
  if (role === 'front_desk') {
    return (
      <Link to={`/invite/${hit.id}`}>
        <Trans>
          Invite <bdi>{hit.name}</bdi>
        </Trans>
      </Link>
    );
  }
  return (
    <span className="text-ink-2">
      {inCare.includes(role) ? <Trans>Not in your care</Trans> : <Trans>Your role does not open this record</Trans>}
    </span>
  );
};

/**
 * Who was found. The first link takes the focus: Enter opens the only hit.
 * @param mrn the record number that was searched for; absent after a search by name
 */
export const Hits = ({ found, mrn }: { found: Found; mrn: string | undefined }) => {
  const formats = useFormats();
  const list = useRef<HTMLTableElement>(null);
  useEffect(() => list.current?.querySelector('a')?.focus(), [found]);
  if (found.hits.length === 0) return <Nobody mrn={mrn} />;
  return (
    <section className="mt-6">
      <p role="status" className="mb-2 font-semibold">
        <Plural value={found.hits.length} one="# person found" other="# people found" />
      </p>
      <div className="overflow-x-auto rounded-card border border-line bg-surface">
        <table ref={list} className="w-full border-collapse text-left">
          <thead className="bg-sunken text-sm text-ink-2">
            <tr>
              <th scope="col" className="px-3 py-2">
                <Trans>Name</Trans>
              </th>
              <th scope="col" className="px-3 py-2">
                <Trans>Birth date</Trans>
              </th>
              <th scope="col" className="px-3 py-2">
                <Trans>Record number</Trans>
              </th>
              <th scope="col" className="px-3 py-2">
                <Trans>Open</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.hits.map((hit) => (
              <tr key={hit.id} className="border-t border-line">
                <td className="px-3 py-2 font-semibold">{hit.name}</td>
                <td className="px-3 py-2">{hit.birthDate ? formats.date(hit.birthDate) : '–'}</td>
                <td className="code-figures px-3 py-2">{hit.mrn ?? '–'}</td>
                <td className="px-3 py-2">
                  <WayOn hit={hit} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.more ? (
        <p className="mt-2">
          <Trans>More people match than are shown. Add to your search.</Trans>
        </p>
      ) : null}
    </section>
  );
};
