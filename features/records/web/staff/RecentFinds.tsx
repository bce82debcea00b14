import { Trans } from '@lingui/react/macro';
import type { ResultOf } from '#platform/contract.ts';
import type { searchDirectory } from '../../contract.ts';
import { PeopleTable } from './Hits.tsx';

type Hit = ResultOf<typeof searchDirectory>['hits'][number];

const keptAtMost = 8;

/** Whom this tab found, newest first: in its memory only, gone with the tab, the sign-out and every full load. */
let recent: readonly Hit[] = [];

export const remember = (hits: readonly Hit[]): void => {
  const ids = new Set(hits.map(({ id }) => id));
  recent = [...hits, ...recent.filter(({ id }) => !ids.has(id))].slice(0, keptAtMost);
};

/** Back to somebody without a second search, which would be a second entry in her log. */
export const RecentFinds = () =>
  recent.length === 0 ? null : (
    <section className="mt-8 max-w-4xl">
      <h2 className="mb-2 text-xl">
        <Trans>Found in this tab</Trans>
      </h2>
      <PeopleTable people={recent} />
    </section>
  );
