import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { usePageTitle } from '../lib/page-title.ts';
import { welcomeQuery } from '../lib/session.ts';

let isFirstPage = true;

type Props = {
  /** Plain text for the browser's title bar. Never personal: titles stay in the browser's history. */
  title: string;
  /** The clinic, behind the page's name in the title. */
  clinic?: string | undefined;
  kicker?: ReactNode;
  children: ReactNode;
  lead?: ReactNode;
};

/** The page's h1. It takes the focus when one page follows another, so screen readers start here. */
export const PageHeading = ({ title, clinic, kicker, children, lead }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const known = useQuery({ ...welcomeQuery, enabled: false }).data?.clinic.name;
  usePageTitle(title, clinic ?? known);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <header className="mb-6 in-[.staff]:mb-4">
      {kicker ? <div className="mb-1.5 text-ink-2">{kicker}</div> : null}
      <h1 ref={heading} tabIndex={-1} className="text-3xl md:text-4xl in-[.staff]:text-2xl">
        {children}
      </h1>
      {lead ? <div className="mt-2 max-w-3xl text-pretty text-ink-2">{lead}</div> : null}
    </header>
  );
};
