import type { ReactNode } from 'react';
import { useIsWide } from '../../../../../web/lib/use-is-wide.ts';

/** A heading inside the letter: one level lower on a desk, where the list's h1 and the letter's h2 stand above it. */
export const LetterHeading = ({ children, className = '' }: { children: ReactNode; className?: string }) => {
  const Tag = useIsWide() ? 'h3' : 'h2';
  return <Tag className={`mb-1 text-xl in-[.staff]:text-lg ${className}`}>{children}</Tag>;
};
