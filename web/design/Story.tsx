import type { ReactNode } from 'react';

type Props = { name: string; children: ReactNode; className?: string };

/** One component in its states. */
export const Story = ({ name, children, className = 'flex flex-wrap items-start gap-3' }: Props) => (
  <section className="min-w-0" lang="en">
    <h3 className="mb-2 font-sans text-sm font-semibold text-ink-2">{name}</h3>
    <div className={className} lang={document.documentElement.lang}>
      {children}
    </div>
  </section>
);
