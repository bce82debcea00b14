import { Trans } from '@lingui/react/macro';
import {
  Activity,
  CalendarDays,
  ClipboardList,
  Cpu,
  FileText,
  FlaskConical,
  Folder,
  HeartPulse,
  IdCard,
  Pill,
  ShieldAlert,
  Syringe,
  Target,
  Umbrella,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListName } from '../../../lists.ts';
import type { SearchHit } from '../../../search/contract.ts';

type Words = { name: ReactNode; icon: LucideIcon; to: (id: string) => string };

const results: Words = { name: <Trans>Results</Trans>, icon: FlaskConical, to: (id) => `/results/${id}` };
const notes: Words = { name: <Trans>Notes and documents</Trans>, icon: FileText, to: (id) => `/record/notes/${id}` };
const visits: Words = { name: <Trans>Visits</Trans>, icon: CalendarDays, to: (id) => `/visits/${id}` };

/** What a hit is, and the page that shows it. */
const kinds: Record<ListName, Words> = {
  results,
  reports: { ...results, to: () => '/results' },
  specimens: { name: <Trans>Samples</Trans>, icon: FlaskConical, to: () => '/record/other' },
  vitals: { name: <Trans>Vitals</Trans>, icon: Activity, to: (id) => `/record/vitals/${id}` },
  medicines: { name: <Trans>Medicines</Trans>, icon: Pill, to: (id) => `/medicines/${id}` },
  immunizations: { name: <Trans>Immunizations</Trans>, icon: Syringe, to: () => '/record/immunizations' },
  allergies: { name: <Trans>Allergies</Trans>, icon: ShieldAlert, to: () => '/record/allergies' },
  conditions: { name: <Trans>Conditions</Trans>, icon: HeartPulse, to: () => '/record/conditions' },
  procedures: { name: <Trans>Procedures</Trans>, icon: ClipboardList, to: () => '/record/procedures' },
  'care-plans': { name: <Trans>Care plan and goals</Trans>, icon: Target, to: () => '/record/care-plan' },
  devices: { name: <Trans>Devices</Trans>, icon: Cpu, to: () => '/record/devices' },
  'family-history': { name: <Trans>Family history</Trans>, icon: Users, to: () => '/record/family-history' },
  visits,
  appointments: { ...visits, name: <Trans>Appointments</Trans> },
  notes,
  documents: { name: <Trans>Forms and images</Trans>, icon: Folder, to: () => '/record/documents' },
  coverage: { name: <Trans>Insurance</Trans>, icon: Umbrella, to: () => '/record/coverage' },
  claims: { name: <Trans>Bills sent to insurance</Trans>, icon: Umbrella, to: () => '/record/claims' },
  profile: { name: <Trans>Name and contact</Trans>, icon: IdCard, to: () => '/account' },
  contacts: { name: <Trans>Family and contacts</Trans>, icon: Users, to: () => '/account' },
  observations: { name: <Trans>Answers and findings</Trans>, icon: ClipboardList, to: () => '/record/findings' },
  other: { name: <Trans>Everything else</Trans>, icon: Folder, to: () => '/record/other' },
};

export const wordsOfKind = (list: ListName): Words => kinds[list];

/** A hit with the number of older ones of the same name: each page of a test shows all of its values. */
export type ShownHit = SearchHit & { earlier: number };

const folded: readonly ListName[] = ['results', 'vitals'];

const fold = (hits: readonly SearchHit[]): ShownHit[] => {
  const byTitle = new Map<string, ShownHit>();
  for (const hit of hits) {
    const known = byTitle.get(hit.title);
    if (known) known.earlier += 1;
    else byTitle.set(hit.title, { ...hit, earlier: 0 });
  }
  return [...byTitle.values()];
};

/** Hits by kind, the kind of the best hit first. */
export const hitsByKind = (hits: readonly SearchHit[]): { list: ListName; count: number; hits: ShownHit[] }[] => {
  const groups = new Map<ListName, SearchHit[]>();
  for (const hit of hits) groups.set(hit.list, [...(groups.get(hit.list) ?? []), hit]);
  return [...groups].map(([list, members]) => ({
    list,
    count: members.length,
    hits: folded.includes(list) ? fold(members) : members.map((hit) => ({ ...hit, earlier: 0 })),
  }));
};
