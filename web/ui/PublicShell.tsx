import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Trans } from '@lingui/react/macro';
import { welcomeQuery } from '../lib/session.ts';
import { Brand } from './Brand.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SkipLink } from './SkipLink.tsx';

/** The frame of pages before anybody is signed in: the clinic's name, the language, the phone. */
export const PublicShell = () => {
  const { clinic, demo } = useSuspenseQuery(welcomeQuery).data;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {demo ? <DemoBanner /> : null}
      <header className="screen-only border-b border-line bg-surface">
        <div className="mx-auto flex min-h-16 max-w-page items-center justify-between gap-3 px-4 md:px-6">
          <Brand name={clinic.name} />
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-xl flex-1 px-4 py-8 outline-none md:py-12">
        <Outlet />
      </main>
      <footer className="screen-only mx-auto w-full max-w-xl px-4 pb-10 text-ink-2">
        <p className="border-t border-line pt-4">
          <Trans>
            Stuck? Call us: <a href={`tel:${clinic.phone}`}>{clinic.phone}</a>
          </Trans>
        </p>
      </footer>
    </div>
  );
};
