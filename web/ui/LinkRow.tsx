import { Link } from '@tanstack/react-router';
import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Tone = 'brand' | 'accent' | 'info' | 'bad';

const tones: Record<Tone, string> = {
  brand: 'bg-brand-soft text-brand',
  accent: 'bg-accent-soft text-accent',
  info: 'bg-info-soft text-info',
  bad: 'bg-bad-soft text-bad',
};

type Props = {
  to: string;
  icon: LucideIcon;
  title: ReactNode;
  /** One line below the title. */
  children?: ReactNode;
  /** A number or word before the arrow. */
  aside?: ReactNode;
  tone?: Tone;
};

/** One way on, as a row of a list: an icon, what it is, and one line about it. */
export const LinkRow = ({ to, icon: Icon, title, children, aside, tone = 'brand' }: Props) => (
  <li className="border-t border-line first:border-t-0">
    <Link
      to={to}
      className="flex min-h-16 items-center gap-4 px-4 py-3.5 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 md:px-5"
    >
      <span
        aria-hidden
        className={`grid size-11 shrink-0 place-items-center rounded-control forced:border ${tones[tone]}`}
      >
        <Icon size={21} strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{title}</span>
        {children ? <span className="block text-sm text-ink-2">{children}</span> : null}
      </span>
      {aside === undefined ? null : <span className="shrink-0 text-sm text-ink-2 tabular-nums">{aside}</span>}
      <ChevronRight aria-hidden size={20} className="shrink-0 text-ink-2 print:hidden" />
    </Link>
  </li>
);
