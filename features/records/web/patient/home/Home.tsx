import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronRight, Eye, KeyRound, Phone, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { Completeness } from '../../shared/Completeness.tsx';
import { useResults } from '../../shared/load-results.ts';
import { isUrgent } from '../../shared/standing.ts';
import { UrgentAdvice } from '../../shared/letter/UrgentAdvice.tsx';
import { useWhose } from '../../shared/whose.ts';
import { newestDay } from './newest-day.ts';
import { NewResults } from './NewResults.tsx';
import { TrueSentence } from './TrueSentence.tsx';

const Greeting = ({ name }: { name: string }) => {
  const hour = new Date().getHours();
  if (hour < 12)
    return (
      <Trans>
        Good morning, <bdi>{name}</bdi>
      </Trans>
    );
  if (hour < 18)
    return (
      <Trans>
        Good afternoon, <bdi>{name}</bdi>
      </Trans>
    );
  return (
    <Trans>
      Good evening, <bdi>{name}</bdi>
    </Trans>
  );
};

const LinkRow = ({
  to,
  icon: Icon,
  title,
  children,
}: {
  to: string;
  icon: LucideIcon;
  title: ReactNode;
  children: ReactNode;
}) => (
  <li className="border-t border-line first:border-t-0">
    <Link
      to={to}
      className="flex min-h-16 items-center gap-4 px-5 py-3.5 text-ink no-underline hover:bg-sunken hover:text-ink"
    >
      <span aria-hidden className="grid size-11 shrink-0 place-items-center rounded-control bg-brand-soft text-brand">
        <Icon size={21} strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{title}</span>
        <span className="block text-sm text-ink-2">{children}</span>
      </span>
      <ChevronRight aria-hidden size={20} className="shrink-0 text-ink-2" />
    </Link>
  </li>
);

/** A critical value: the phone first, and what to do when nobody answers. */
const CallNow = ({ phone }: { phone: string }) => (
  <a
    href={`tel:${phone}`}
    className="flex items-center gap-4 rounded-card border-2 border-bad bg-bad-soft p-5 text-bad no-underline hover:text-bad hover:underline"
  >
    <Phone aria-hidden size={26} className="shrink-0" />
    <span>
      <span className="block text-lg font-semibold">
        <Trans>Call {phone} now</Trans>
      </span>
      <span className="block">
        <UrgentAdvice isLink={false} />
      </span>
    </span>
  </a>
);

/** The first page: one sentence that is true today, then what it is about. */
export const Home = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const session = useSession();
  const patient = useCurrentPatient();
  const state = useResults(patient.id);
  const firstName = session.name.split(/\s+/)[0] ?? session.name;
  const urgent = state.trends.map((trend) => trend.latest).filter((result) => isUrgent(result));
  const day = newestDay(state.panels);
  const whose = useWhose(patient.id);
  return (
    <>
      <PageHeading
        title={t`Home`}
        clinic={session.clinic.name}
        kicker={
          <>
            <span className="dates block first-letter:uppercase sm:inline-block">{formats.weekday(new Date())}</span>
            <span aria-hidden className="hidden sm:inline">
              {' · '}
            </span>
            <span className="block sm:inline">
              <Greeting name={firstName} />
            </span>
          </>
        }
      >
        <TrueSentence state={state} day={day} urgentCount={urgent.length} whose={whose} />
      </PageHeading>
      {state.error ? <Problem error={state.error} retry={state.retry} phone={session.clinic.phone} /> : null}
      {state.isPending && !state.error ? <Waiting /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="min-w-0 space-y-6">
          {urgent.length > 0 ? <CallNow phone={session.clinic.phone} /> : null}
          {day ? <NewResults day={day} /> : null}
          {state.completeness ? (
            <Completeness
              facts={state.completeness}
              shown={state.results.length}
              isComplete={state.isComplete}
              hasPartFailed={Boolean(state.partError)}
            />
          ) : null}
        </div>
        <Card as="div" className="overflow-hidden">
          <ul>
            {patient.relationship === 'self' ? (
              <LinkRow to="/who-saw" icon={Eye} title={<Trans>Who saw my record</Trans>}>
                <Trans>Every look made in this portal, checked by this device</Trans>
              </LinkRow>
            ) : null}
            <LinkRow to="/sign-ins" icon={KeyRound} title={<Trans>My sign-ins</Trans>}>
              <Trans>When your account was used, and failed tries</Trans>
            </LinkRow>
          </ul>
        </Card>
      </div>
    </>
  );
};
