import type { ReactNode } from 'react';
import { useSession } from '../../../../../web/lib/session.ts';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';

/** One part of a chart: its name, and what it holds. */
export const ChartPart = ({ title, heading, children }: { title: string; heading: ReactNode; children: ReactNode }) => {
  const { clinic } = useSession();
  return (
    <>
      <PageHeading title={title} clinic={clinic.name}>
        {heading}
      </PageHeading>
      {children}
    </>
  );
};
