import type { ReactNode } from 'react';

type Props = { children: ReactNode; className?: string; as?: 'section' | 'div' | 'article'; labelledBy?: string };

/** A sheet of paper on the desk. */
export const Card = ({ children, className = '', as: Tag = 'section', labelledBy }: Props) => (
  <Tag
    aria-labelledby={labelledBy}
    className={`rounded-card border border-line bg-surface shadow-card print:rounded-none print:border-0 ${className}`}
  >
    {children}
  </Tag>
);
