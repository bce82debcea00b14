import '../ui/theme.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider, type AnyRouter } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n, type CatalogLoader } from './i18n.ts';
import { createQueryClient } from './query-client.ts';

type App = { loadCatalog: CatalogLoader; createRouter: (queryClient: QueryClient) => AnyRouter };

/** Starts one of the two applications. The pages of the browser's back-forward cache start afresh. */
export const startApp = async ({ loadCatalog, createRouter }: App): Promise<void> => {
  await startI18n(loadCatalog);
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  const queryClient = createQueryClient();
  const root = document.getElementById('root');
  if (!root) throw new Error('no root element');
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={createRouter(queryClient)} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
};
