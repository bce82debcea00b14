import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { Suspense, type ComponentType, type ReactNode } from 'react';

export type Entry = {
  to: string;
  /** "g" and this letter. */
  key?: string;
  icon: LucideIcon;
  label: ReactNode;
  /** How much waits there; renders nothing when nothing does. */
  Count?: ComponentType;
};
export type Group = { name: string; entries: readonly Entry[] };

const linkClass =
  'flex min-h-9 items-center gap-2 rounded-control px-2.5 py-1 leading-snug lg:px-2 text-ink no-underline hover:bg-surface hover:text-ink ' +
  'aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-brand ' +
  'aria-[current=page]:shadow-card forced:aria-[current=page]:border';

const RailLink = ({ entry: { to, key, icon: Icon, label, Count } }: { entry: Entry }) => (
  <Link to={to} className={linkClass}>
    <Icon aria-hidden size={17} strokeWidth={1.75} className="shrink-0" />
    <span className="min-w-0">{label}</span>
    {Count ? (
      <Suspense>
        <Count />
      </Suspense>
    ) : null}
    {key ? (
      <kbd aria-hidden className="ml-auto hidden shrink-0 font-sans text-[0.75rem] text-ink-2 lg:block">
        g {key}
      </kbd>
    ) : null}
  </Link>
);

/** Where a role's work lies: lists that count down, people, the own account. */
export const Rail = ({ groups, label }: { groups: readonly Group[]; label: string }) => (
  <nav aria-label={label} className="screen-only min-w-0">
    <div className="relative flex gap-1 overflow-x-auto p-1 -m-1 lg:flex-col lg:gap-4 lg:overflow-visible">
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ name, entries }) => (
          <ul key={name} aria-label={name} className="flex shrink-0 gap-1 lg:flex-col lg:gap-0.5">
            {entries.map((entry) => (
              <li key={entry.to} className="shrink-0">
                <RailLink entry={entry} />
              </li>
            ))}
          </ul>
        ))}
    </div>
  </nav>
);
