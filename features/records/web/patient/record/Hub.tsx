import { Trans } from '@lingui/react/macro';
import {
  Activity,
  Archive,
  ClipboardList,
  Cpu,
  Eye,
  FileText,
  HeartPulse,
  Hourglass,
  IdCard,
  Images,
  KeyRound,
  MessageCircleQuestion,
  ReceiptText,
  ShieldAlert,
  Syringe,
  Target,
  Umbrella,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { maySee, useCurrentPatient, type Area, type CurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { LinkRow } from '../../../../../web/ui/LinkRow.tsx';

type Way = { to: string; icon: LucideIcon; title: ReactNode; text: ReactNode; area?: Area; isOwn?: true };
type Group = { key: string; title: ReactNode; ways: readonly Way[] };

const groups: readonly Group[] = [
  {
    key: 'health',
    title: <Trans>Health</Trans>,
    ways: [
      {
        to: '/record/conditions',
        icon: HeartPulse,
        title: <Trans>Conditions</Trans>,
        text: <Trans>Health problems, now and in the past</Trans>,
        area: 'conditions',
      },
      {
        to: '/record/allergies',
        icon: ShieldAlert,
        title: <Trans>Allergies</Trans>,
        text: <Trans>What causes a reaction, and how bad</Trans>,
        area: 'conditions',
      },
      {
        to: '/record/immunizations',
        icon: Syringe,
        title: <Trans>Immunizations</Trans>,
        text: <Trans>Shots by vaccine, with a sheet for school</Trans>,
        area: 'conditions',
      },
      {
        to: '/record/vitals',
        icon: Activity,
        title: <Trans>Vitals</Trans>,
        text: <Trans>Blood pressure, weight, height, pulse</Trans>,
        area: 'results',
      },
      {
        to: '/record/family-history',
        icon: Users,
        title: <Trans>Family history</Trans>,
        text: <Trans>Health problems of relatives</Trans>,
        area: 'conditions',
      },
      {
        to: '/record/devices',
        icon: Cpu,
        title: <Trans>Devices</Trans>,
        text: <Trans>Implants and aids, with their numbers</Trans>,
        area: 'conditions',
      },
    ],
  },
  {
    key: 'care',
    title: <Trans>Care</Trans>,
    ways: [
      {
        to: '/record/notes',
        icon: FileText,
        title: <Trans>Notes and documents</Trans>,
        text: <Trans>What the care team wrote</Trans>,
        area: 'documents',
      },
      {
        to: '/record/care-plan',
        icon: Target,
        title: <Trans>Care plan and goals</Trans>,
        text: <Trans>What was agreed, and who is on the team</Trans>,
        area: 'conditions',
      },
      {
        to: '/record/procedures',
        icon: ClipboardList,
        title: <Trans>Procedures</Trans>,
        text: <Trans>Operations, exams and treatments</Trans>,
        area: 'conditions',
      },
      {
        to: '/record/documents',
        icon: Images,
        title: <Trans>Forms and images</Trans>,
        text: <Trans>Questions answered, and what was pictured</Trans>,
        area: 'documents',
      },
      {
        to: '/record/findings',
        icon: MessageCircleQuestion,
        title: <Trans>Answers and findings</Trans>,
        text: <Trans>Smoking, work, and other things noted</Trans>,
        isOwn: true,
      },
      {
        to: '/record/other',
        icon: Archive,
        title: <Trans>Everything else</Trans>,
        text: <Trans>Orders, samples and the rest, as they came</Trans>,
        isOwn: true,
      },
    ],
  },
  {
    key: 'you',
    title: <Trans>You and this portal</Trans>,
    ways: [
      {
        to: '/account',
        icon: IdCard,
        title: <Trans>Name and contact</Trans>,
        text: <Trans>Birth date, record number, how we reach you</Trans>,
        isOwn: true,
      },
      {
        to: '/record/coverage',
        icon: Umbrella,
        title: <Trans>Insurance</Trans>,
        text: <Trans>Plans that the clinic has on file</Trans>,
        area: 'billing',
      },
      {
        to: '/record/claims',
        icon: ReceiptText,
        title: <Trans>Bills sent to insurance</Trans>,
        text: <Trans>What was asked for and what was paid</Trans>,
        area: 'billing',
      },
      {
        to: '/account/timing',
        icon: Hourglass,
        title: <Trans>When results open</Trans>,
        text: <Trans>At once, or with the clinician's comment</Trans>,
        isOwn: true,
      },
      {
        to: '/who-saw',
        icon: Eye,
        title: <Trans>Who saw my record</Trans>,
        text: <Trans>Every look made in this portal, checked by this device</Trans>,
        isOwn: true,
      },
      {
        to: '/sign-ins',
        icon: KeyRound,
        title: <Trans>My sign-ins</Trans>,
        text: <Trans>When your account was used, and failed tries</Trans>,
        isOwn: true,
      },
    ],
  },
];

const isOpen = (patient: CurrentPatient, { area, isOwn }: Way): boolean =>
  (!isOwn || patient.relationship === 'self') && (area === undefined || maySee(patient, area));

/** Everything in a record, by what it is about; only what is open to the caller. */
export const Hub = () => {
  const patient = useCurrentPatient();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-3">
      {groups.map(({ key, title, ways }) => {
        const shown = ways.filter((way) => isOpen(patient, way));
        if (shown.length === 0) return null;
        return (
          <section key={key} aria-labelledby={`group-${key}`}>
            <h2 id={`group-${key}`} className="mb-2.5 px-1 text-xl">
              {title}
            </h2>
            <Card as="div" className="overflow-hidden">
              <ul>
                {shown.map((way) => (
                  <LinkRow key={way.to} to={way.to} icon={way.icon} title={way.title}>
                    {way.text}
                  </LinkRow>
                ))}
              </ul>
            </Card>
          </section>
        );
      })}
    </div>
  );
};
