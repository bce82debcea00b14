import type { ReactNode } from 'react';
import { longListClass } from '../../../../../web/lib/use-growing.ts';
import { Card } from '../../../../../web/ui/Card.tsx';

type GroupProps = { title: ReactNode; count: number; children: ReactNode; lead?: ReactNode };

/** Entries that belong together, under their name and number. */
export const EntryGroup = ({ title, count, children, lead }: GroupProps) => (
  <section className="border-t border-line first:border-t-0">
    <h2 className="bg-sunken px-4 py-2 font-sans text-sm font-semibold text-ink-2 md:px-5 in-[.staff]:px-3 in-[.staff]:py-1">
      {title} <span className="font-normal">({count})</span>
    </h2>
    {lead ? <p className="px-4 pt-3 text-sm text-ink-2 md:px-5 in-[.staff]:px-3">{lead}</p> : null}
    <ul className={longListClass(count)}>{children}</ul>
  </section>
);

/** A card of groups; on paper the table stands in its place. */
export const EntryCard = ({ children }: { children: ReactNode }) => (
  <Card as="div" className="screen-only max-w-3xl overflow-hidden">
    {children}
  </Card>
);

type EntryProps = {
  title: ReactNode;
  sub?: ReactNode;
  /** States, as pills. */
  flags?: ReactNode;
  /** When and who, in a quiet voice. */
  when?: ReactNode;
  /** More, behind a press. */
  more?: { label: ReactNode; content: ReactNode } | undefined;
  /** Below everything, always open. */
  children?: ReactNode;
};

/** One entry of a list that has no page of its own. */
export const Entry = ({ title, sub, flags, when, more, children }: EntryProps) => (
  <li className="border-t border-line px-4 py-3.5 first:border-t-0 md:px-5 in-[.staff]:px-3 in-[.staff]:py-1.5">
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{title}</p>
        {sub ? <p className="text-sm text-ink-2">{sub}</p> : null}
      </div>
      {flags ? <div className="flex flex-wrap gap-2">{flags}</div> : null}
    </div>
    {when ? <p className="mt-1 text-sm text-ink-2">{when}</p> : null}
    {children}
    {more ? (
      <details className="mt-1.5">
        <summary className="w-fit py-1 text-sm font-semibold text-brand underline underline-offset-4">
          {more.label}
        </summary>
        <div className="mt-2 max-w-prose space-y-3 pb-1">{more.content}</div>
      </details>
    ) : null}
  </li>
);

/** Facts in one quiet line, dots between them; what is missing is left out. */
export const Dotted = ({ parts }: { parts: readonly ReactNode[] }) => {
  const given = parts.filter((part) => part !== null && part !== undefined && part !== '' && part !== false);
  return given.map((part, index) => (
    <span key={index} className="[unicode-bidi:normal]">
      {index > 0 ? <span aria-hidden>{' · '}</span> : null}
      {part}
    </span>
  ));
};
