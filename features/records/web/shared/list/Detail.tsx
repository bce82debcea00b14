import { useEffect, useRef, type ReactNode } from 'react';
import { useIsWide } from '../../../../../web/lib/use-is-wide.ts';
import { Card } from '../../../../../web/ui/Card.tsx';

type Props = {
  /** A way back to the list, shown on a phone. */
  back?: ReactNode;
  title: ReactNode;
  flags?: ReactNode;
  sub?: ReactNode;
  /** The detail was opened by a link: its heading takes the focus. Changes with what is shown. */
  focusKey?: string | undefined;
  /** A page of its own, not beside a list: its title is always the h1. */
  isPage?: boolean;
  children: ReactNode;
};

/** One thing of a list, to be read: a sheet with its name at the top. */
export const Detail = ({ back, title, flags, sub, focusKey, isPage = false, children }: Props) => {
  const isWide = useIsWide();
  const Title = isWide && !isPage ? 'h2' : 'h1';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusKey !== undefined) heading.current?.focus({ preventScroll: true });
  }, [focusKey]);
  return (
    <article>
      {back}
      <Card as="div" className="space-y-6 p-5 md:p-7 in-[.staff]:space-y-4 in-[.staff]:p-4 print:p-0">
        <header>
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <Title
              ref={heading}
              tabIndex={-1}
              className="min-w-0 flex-1 basis-64 text-2xl outline-none md:text-3xl in-[.staff]:text-xl"
            >
              {title}
            </Title>
            {flags ? <div className="flex flex-wrap gap-2">{flags}</div> : null}
          </div>
          {sub ? <div className="mt-1 text-ink-2">{sub}</div> : null}
        </header>
        {children}
      </Card>
    </article>
  );
};

/** A heading inside of a detail: one level lower on a desk, where the list's h1 and the detail's h2 stand above it. */
export const DetailHeading = ({ children, className = '' }: { children: ReactNode; className?: string }) => {
  const Tag = useIsWide() ? 'h3' : 'h2';
  return <Tag className={`mb-1 text-xl in-[.staff]:text-lg ${className}`}>{children}</Tag>;
};
