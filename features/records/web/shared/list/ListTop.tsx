import type { ReactNode } from 'react';
import { PrintButton } from '../../../../../web/ui/PrintButton.tsx';

type Props = {
  heading: ReactNode;
  canPrint: boolean;
  /** What the print button says, where "Print" is not enough. */
  printWords?: ReactNode;
  /** Below both. */
  lead?: ReactNode;
};

/** Heading and print button above a list. */
export const ListTop = ({ heading, canPrint, printWords, lead }: Props) => (
  <div className="mb-6 in-[.staff]:mb-4">
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 [&>header]:mb-0">
      {heading}
      {canPrint ? <PrintButton>{printWords}</PrintButton> : null}
    </div>
    {lead ? <p className="mt-2 max-w-3xl text-ink-2">{lead}</p> : null}
  </div>
);
