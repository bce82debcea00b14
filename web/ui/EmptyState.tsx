import type { ReactNode } from 'react';
import { Card } from './Card.tsx';

/** Nothing here: say why, and what to do. */
export const EmptyState = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <Card className="px-5 py-8 md:px-8">
    <h2 className="text-xl">{title}</h2>
    <p className="mt-2 max-w-prose text-ink-2">{children}</p>
  </Card>
);
