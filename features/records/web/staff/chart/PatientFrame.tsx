import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { forgetClosedChart, openChart, useClosedChart } from '../../../../../web/staff/open-chart.ts';
import { usePageKeys } from '../../../../../web/staff/shortcuts.ts';
import { IdentityHeader } from '../../../../../web/ui/IdentityHeader.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import type { getPatient } from '../../../contract.ts';
import { patientQuery } from '../../shared/load-results.ts';
import { PrintHeader } from '../../shared/PrintHeader.tsx';
import { AllergyStrip } from './AllergyStrip.tsx';
import { FactsPane } from './FactsPane.tsx';
import { PersonPart } from './PersonPart.tsx';
import { usePatientId } from './patient-id.ts';

type Patient = ResultOf<typeof getPatient>;

const parts: readonly { path: string; label: ReactNode }[] = [
  { path: '', label: <Trans>Summary</Trans> },
  { path: '/results', label: <Trans>Results</Trans> },
  { path: '/medicines', label: <Trans>Medicines</Trans> },
  { path: '/conditions', label: <Trans>Conditions</Trans> },
  { path: '/allergies', label: <Trans>Allergies</Trans> },
  { path: '/immunizations', label: <Trans>Immunizations</Trans> },
  { path: '/vitals', label: <Trans>Vitals</Trans> },
  { path: '/visits', label: <Trans>Visits</Trans> },
  { path: '/notes', label: <Trans>Notes</Trans> },
  { path: '/more', label: <Trans>More</Trans> },
];

const Parts = ({ patientId }: { patientId: string }) => {
  const { t } = useLingui();
  const navigate = useNavigate();
  usePageKeys((key) => {
    const part = /^\d$/.test(key) ? parts.at(Number(key) - 1) : undefined;
    if (part) void navigate({ to: `/patients/${patientId}${part.path}` });
    return part !== undefined;
  });
  return (
    <nav aria-label={t`Parts of the chart`} className="screen-only -mx-1 mb-4 overflow-x-auto px-1 md:overflow-visible">
      <ul className="flex border-b border-line max-md:min-w-max md:flex-wrap">
        {parts.map(({ path, label }, index) => (
          <li key={path}>
            <Link
              to={`/patients/${patientId}${path}`}
              activeOptions={{ exact: path === '' }}
              className="flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-1.5 text-[0.875rem] text-ink no-underline hover:text-brand focus-visible:-outline-offset-3 aria-[current=page]:border-brand aria-[current=page]:font-semibold aria-[current=page]:text-brand forced:aria-[current=page]:border-[color:Highlight]"
            >
              <span aria-hidden className="hidden text-[0.6875rem] text-ink-2 2xl:inline">
                {(index + 1) % 10}
              </span>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Said once: the chart before this one is closed, and nothing of it is left in this tab. */
const ClosedNote = () => {
  const closed = useClosedChart();
  useEffect(() => forgetClosedChart, []);
  if (!closed) return null;
  return (
    <Notice tone="info" live className="screen-only mb-3">
      <p>
        <Trans>
          One patient per tab: the chart of <bdi>{closed.name}</bdi> was closed.
        </Trans>
      </p>
    </Notice>
  );
};

const Chart = ({ patient }: { patient: Patient }) => {
  const { t } = useLingui();
  // A list and a letter side by side need the width: there the facts fold above them until the screen is wide.
  const isWidePart = useLocation({ select: ({ pathname }) => pathname.includes('/results') });
  const [grid, above, beside] = isWidePart
    ? ['min-[100rem]:grid', 'min-[100rem]:hidden', 'min-[100rem]:block']
    : ['xl:grid', 'xl:hidden', 'xl:block'];
  return (
    <div className={`grid-cols-[minmax(0,1fr)_20rem] items-start gap-5 ${grid}`}>
      <div className="min-w-0">
        <ClosedNote />
        <details className={`screen-only mb-3 rounded-card border border-line bg-surface ${above}`}>
          <summary className="px-4 py-2 font-semibold">
            <Trans>Allergies, medicines, conditions</Trans>
          </summary>
          <FactsPane patientId={patient.id} />
        </details>
        <Parts patientId={patient.id} />
        <div data-rows>
          <Outlet />
        </div>
      </div>
      <aside
        aria-label={t`Facts`}
        className={`screen-only sticky top-16 hidden max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-card border border-line bg-surface ${beside}`}
      >
        <FactsPane patientId={patient.id} />
      </aside>
    </div>
  );
};

const inCare: readonly string[] = ['clinician', 'nurse'];

/** One patient: whose record it is stays in sight; below, what the role may see of it. */
export const PatientFrame = () => {
  const { clinic, role } = useSession();
  const queryClient = useQueryClient();
  const patientId = usePatientId();
  const query = useQuery(patientQuery(patientId));
  const patient = query.data;
  const name = patient?.name;
  useEffect(() => {
    if (name !== undefined) openChart(queryClient, { id: patientId, name });
  }, [queryClient, patientId, name]);
  if (query.error) return <Problem error={query.error} retry={query.refetch} phone={clinic.phone} />;
  if (!patient) return <Waiting />;
  return (
    <div key={patientId}>
      <PrintHeader patientId={patientId} />
      <IdentityHeader patient={patient}>
        {inCare.includes(role) ? <AllergyStrip patientId={patientId} /> : null}
      </IdentityHeader>
      {inCare.includes(role) ? <Chart patient={patient} /> : <PersonPart patient={patient} />}
    </div>
  );
};
