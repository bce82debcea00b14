import { Trans } from '@lingui/react/macro';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

/** Prints the page as it is laid out for paper. */
export const PrintButton = ({ children, className = '' }: { children?: ReactNode; className?: string }) => (
  <Button look="secondary" className={className} onClick={() => print()}>
    <Printer aria-hidden size={18} /> {children ?? <Trans>Print</Trans>}
  </Button>
);
