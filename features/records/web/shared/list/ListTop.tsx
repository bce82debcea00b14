import type { ReactNode } from 'react';
import { PrintButton } from '../../../../../web/ui/PrintButton.tsx';

/** Heading and print button above a list. */
export const ListTop = ({
  heading,
  canPrint,
  children,
}: {
  heading: ReactNode;
  canPrint: boolean;
  children?: ReactNode;
}) => (
  <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
    {heading}
    {canPrint ? (
      <div className="mb-6 flex flex-wrap gap-3 in-[.staff]:mb-3 print:hidden">
        {children}
        <PrintButton />
      </div>
    ) : null}
  </div>
);
