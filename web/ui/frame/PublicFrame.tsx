import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { welcomeQuery } from '../../lib/session.ts';
import { Brand } from './Brand.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SkipLink } from './SkipLink.tsx';

/** Clinic, language and phone around a page that needs nobody signed in. Stands when the server does not answer. */
export const PublicFrame = ({ children }: { children: ReactNode }) => {
  const { data } = useQuery(welcomeQuery);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {data?.demo ? <DemoBanner /> : null}
      <header className="screen-only border-b border-line bg-surface">
        <div className="mx-auto flex min-h-16 max-w-page items-center justify-between gap-3 px-4 md:px-6">
          <Brand name={data?.clinic.name ?? ''} />
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-xl flex-1 px-4 py-8 outline-none md:py-12">
        {children}
      </main>
      {data ? (
        <footer className="screen-only mx-auto w-full max-w-xl px-4 pb-10 text-ink-2">
          <p className="border-t border-line pt-4">
            <Trans>
              Stuck? Call us: <a href={`tel:${data.clinic.phone}`}>{data.clinic.phone}</a>
            </Trans>
          </p>
        </footer>
      ) : null}
    </div>
  );
};
