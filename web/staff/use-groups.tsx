import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  Eye,
  FilePenLine,
  KeyRound,
  ListChecks,
  MailPlus,
  MessageSquareText,
  Phone,
  Repeat,
  Search,
  Settings,
} from 'lucide-react';
import { ShieldCheck, UserRound, Users } from 'lucide-react';
import { lazy } from 'react';
import type { Role } from '#features/identity/contract.ts';
import { listRoleRequests } from '#features/identity/staff/contract.ts';
import { call } from '../lib/client.ts';
import { useSession } from '../lib/session.ts';
import { CountBadge } from './CountBadge.tsx';
import {
  hasTasks,
  mayChangeSettings,
  mayFindPatients,
  mayInvitePatients,
  mayKnowStaff,
  mayOpenCharts,
  mayReviewLog,
} from './duties.ts';
import { useOpenChart } from './open-chart.ts';
import type { Entry, Group } from './Rail.tsx';

const WaitingRoles = () => {
  const { t } = useLingui();
  // The same query as the page of approvals: deciding there counts down here.
  const query = useQuery({ queryKey: [listRoleRequests.id], queryFn: () => call(listRoleRequests) });
  const count = query.data?.requests.filter(({ outcome, mayApprove }) => outcome === null && mayApprove).length ?? 0;
  return <CountBadge count={count} label={t`to approve`} />;
};

const CommentCount = lazy(() =>
  import('#features/records/web/staff/comments/CommentCount.tsx').then((module) => ({ default: module.CommentCount })),
);

const AlertCount = lazy(() =>
  import('#features/critical/web/staff/AlertCount.tsx').then((module) => ({ default: module.AlertCount })),
);
const TaskCount = lazy(() =>
  import('#features/tasks/web/staff/TaskCount.tsx').then((module) => ({ default: module.TaskCount })),
);

const workOf = (role: Role): Entry[] => [
  ...(mayOpenCharts(role)
    ? [{ to: '/alerts', key: 'a', icon: Phone, label: <Trans>Critical results</Trans>, Count: AlertCount }]
    : []),
  ...(hasTasks(role)
    ? [{ to: '/tasks', key: 't', icon: ListChecks, label: <Trans>Tasks</Trans>, Count: TaskCount }]
    : []),
  ...(mayOpenCharts(role)
    ? [
        {
          to: '/comments',
          key: 'c',
          icon: MessageSquareText,
          label: <Trans>Results to comment on</Trans>,
          Count: CommentCount,
        },
        { to: '/corrected', key: 'x', icon: FilePenLine, label: <Trans>Corrected results</Trans> },
      ]
    : []),
];

/** The console's lists for the role at work, in the order of the day. */
export const useGroups = (): readonly Group[] => {
  const { t } = useLingui();
  const { role, roles } = useSession();
  const chart = useOpenChart();
  const people: Entry[] = [
    ...(mayFindPatients(role) ? [{ to: '/find', key: 'f', icon: Search, label: <Trans>Find a patient</Trans> }] : []),
    ...(mayInvitePatients(role)
      ? [{ to: '/invite-list', key: 'i', icon: MailPlus, label: <Trans>Invite from a list</Trans> }]
      : []),
    ...(chart ? [{ to: `/patients/${chart.id}`, key: 'o', icon: UserRound, label: <bdi>{chart.name}</bdi> }] : []),
  ];
  const clinic: Entry[] = [
    ...(mayReviewLog(role) ? [{ to: '/log', key: 'l', icon: Eye, label: <Trans>Access log</Trans> }] : []),
    ...(mayKnowStaff(role)
      ? [
          { to: '/people', key: 'p', icon: Users, label: <Trans>Staff</Trans> },
          {
            to: '/approvals',
            key: 'r',
            icon: ShieldCheck,
            label: <Trans>Roles to approve</Trans>,
            Count: WaitingRoles,
          },
        ]
      : []),
  ];
  if (mayChangeSettings(role)) {
    clinic.push({
      to: '/settings/critical',
      key: 'v',
      icon: Settings,
      label: <Trans>Critical results: settings</Trans>,
    });
  }
  const own: Entry[] = [
    ...(roles.length > 1 ? [{ to: '/role', key: 'w', icon: Repeat, label: <Trans>My roles</Trans> }] : []),
    { to: '/sign-ins', key: 's', icon: KeyRound, label: <Trans>My sign-ins</Trans> },
  ];
  return [
    { name: t`Work`, entries: workOf(role) },
    { name: t`Patients`, entries: people },
    { name: t`Clinic`, entries: clinic },
    { name: t`My account`, entries: own },
  ];
};
