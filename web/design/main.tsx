import './design.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../lib/i18n.ts';
import { welcomeQuery } from '../lib/session.ts';
import { DesignPage } from './DesignPage.tsx';

const asked = new URLSearchParams(location.search);
const page = document.documentElement;
page.classList.toggle('staff', asked.has('staff'));
// Figures come from the device's own sans, and devices differ: pictures to compare have ours alone.
if (asked.has('still')) page.style.setProperty('--font-sans', "'Atkinson Hyperlegible Next Variable'");

await startI18n((locale) =>
  locale === 'es' ? import('../locales/patient/es.po') : import('../locales/patient/en.po'),
);

const queryClient = new QueryClient();
queryClient.setQueryData(welcomeQuery.queryKey, {
  clinic: { name: 'Juniper Hill Family Medicine', phone: '555-0100' },
  timeZone: 'America/New_York',
  demo: true,
  signedIn: false,
} as never);

const router = createRouter({
  routeTree: createRootRoute({ component: () => <DesignPage group={asked.get('group') ?? undefined} /> }),
  history: createMemoryHistory({ initialEntries: ['/'] }),
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
