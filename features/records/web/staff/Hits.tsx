import { Link } from '@tanstack/react-router';
import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Notice } from '../../../../web/ui/Notice.tsx';
import type { searchDirectory } from '../../contract.ts';

/** Who was found. The first link takes the focus: Enter opens the only hit. */
export const Hits = ({ found }: { found: ResultOf<typeof searchDirectory> }) => {
  const formats = useFormats();
  const { role } = useSession();
  const list = useRef<HTMLTableElement>(null);
  useEffect(() => list.current?.querySelector('a')?.focus(), [found]);
  if (found.hits.length === 0) {
    return (
      <Notice tone="info" live className="mt-6 max-w-2xl" title={<Trans>Nobody matches</Trans>}>
        <p>
          <Trans>Check the spelling and the birth date, or search by record number.</Trans>
        </p>
      </Notice>
    );
  }
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
                  {hit.mayOpenResults ? (
                    <Link to={`/patients/${hit.id}`}>
                      <Trans>
                        Results of <bdi>{hit.name}</bdi>
                      </Trans>
                    </Link>
                  ) : role === 'front_desk' ? (
                    <Link to={`/invite/${hit.id}`}>
                      <Trans>
                        Invite <bdi>{hit.name}</bdi>
                      </Trans>
                    </Link>
                  ) : (
                    <span className="text-ink-2">
                      <Trans>Not in your care</Trans>
                    </span>
                  )}
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
