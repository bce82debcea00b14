import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { CalendarDays, FlaskConical, FolderHeart, House, Pill, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { maySee, type CurrentPatient } from '../lib/current-patient.ts';

type Tab = { to: string; icon: LucideIcon; label: ReactNode; exact?: boolean };

const tabClass =
  'group flex items-center text-ink no-underline hover:text-brand ' +
  'h-full flex-col justify-start gap-1 px-0.5 py-2 text-center text-[0.6875rem] leading-tight min-[22.5rem]:text-xs min-[24.375rem]:text-[0.8125rem] ' +
  'md:flex-row md:justify-center md:gap-2 md:px-1 md:py-4 md:text-base ' +
  'border-t-[3px] border-transparent md:border-t-0 md:border-b-[3px] ' +
  'forced:border-[color:Canvas] aria-[current=page]:border-brand forced:aria-[current=page]:border-[color:Highlight] ' +
  'aria-[current=page]:font-semibold aria-[current=page]:text-brand';

/** Where one can go in this record: only parts that are open to the caller. */
const tabsOf = (patient: CurrentPatient | undefined): Tab[] => {
  const home: Tab = { to: '/', icon: House, label: <Trans>Home</Trans>, exact: true };
  if (!patient) return [home];
  const isOwn = patient.relationship === 'self';
  return [
    home,
    ...(maySee(patient, 'results') ? [{ to: '/results', icon: FlaskConical, label: <Trans>Results</Trans> }] : []),
    ...(maySee(patient, 'medicines') ? [{ to: '/medicines', icon: Pill, label: <Trans>Medicines</Trans> }] : []),
    ...(maySee(patient, 'visits') ? [{ to: '/visits', icon: CalendarDays, label: <Trans>Visits</Trans> }] : []),
    {
      to: '/record',
      icon: FolderHeart,
      label: isOwn ? <Trans>My record</Trans> : <Trans>Record</Trans>,
    },
  ];
};

/** A bar at the bottom on a phone, tabs below the header on a desk. */
export const Tabs = ({ patient }: { patient: CurrentPatient | undefined }) => {
  const { t } = useLingui();
  return (
    <nav
      aria-label={t`Main`}
      className="screen-only fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:static md:z-auto md:border-t-0 md:pb-0"
    >
      <ul className="mx-auto grid max-w-page auto-cols-fr grid-flow-col md:flex md:gap-8 md:px-6">
        {tabsOf(patient).map(({ to, icon: Icon, label, exact }) => (
          <li key={to} className="min-w-0">
            <Link to={to} activeOptions={{ exact: exact ?? false }} className={tabClass}>
              <Icon aria-hidden size={21} strokeWidth={1.75} />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
