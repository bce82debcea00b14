import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** What a list is a list of, for the words around it. */
export type Kind =
  | 'results'
  | 'vitals'
  | 'medicines'
  | 'immunizations'
  | 'allergies'
  | 'conditions'
  | 'procedures'
  | 'visits'
  | 'appointments'
  | 'visits-and-appointments'
  | 'notes'
  | 'forms'
  | 'care-plans'
  | 'devices'
  | 'family-history'
  | 'coverage'
  | 'entries';

type Words = { counted: (count: number) => ReactNode; none: ReactNode };

const words: Record<Kind, Words> = {
  results: {
    counted: (count) => <Plural value={count} one="# result" other="# results" />,
    none: <Trans>No results</Trans>,
  },
  vitals: {
    counted: (count) => <Plural value={count} one="# measurement" other="# measurements" />,
    none: <Trans>No vitals</Trans>,
  },
  medicines: {
    counted: (count) => <Plural value={count} one="# medicine entry" other="# medicine entries" />,
    none: <Trans>No medicines</Trans>,
  },
  immunizations: {
    counted: (count) => <Plural value={count} one="# shot" other="# shots" />,
    none: <Trans>No immunizations</Trans>,
  },
  allergies: {
    counted: (count) => <Plural value={count} one="# allergy entry" other="# allergy entries" />,
    none: <Trans>No allergies are recorded</Trans>,
  },
  conditions: {
    counted: (count) => <Plural value={count} one="# condition" other="# conditions" />,
    none: <Trans>No conditions</Trans>,
  },
  procedures: {
    counted: (count) => <Plural value={count} one="# procedure" other="# procedures" />,
    none: <Trans>No procedures</Trans>,
  },
  visits: {
    counted: (count) => <Plural value={count} one="# visit" other="# visits" />,
    none: <Trans>No visits</Trans>,
  },
  appointments: {
    counted: (count) => <Plural value={count} one="# appointment" other="# appointments" />,
    none: <Trans>No appointments</Trans>,
  },
  'visits-and-appointments': {
    counted: (count) => <Plural value={count} one="# visit or appointment" other="# visits and appointments" />,
    none: <Trans>No visits</Trans>,
  },
  notes: {
    counted: (count) => <Plural value={count} one="# document" other="# documents" />,
    none: <Trans>No notes or documents</Trans>,
  },
  forms: {
    counted: (count) => <Plural value={count} one="# form or image" other="# forms or images" />,
    none: <Trans>No forms or images</Trans>,
  },
  'care-plans': {
    counted: (count) => <Plural value={count} one="# plan, goal or team" other="# plans, goals and teams" />,
    none: <Trans>No care plan and no goals</Trans>,
  },
  devices: {
    counted: (count) => <Plural value={count} one="# device" other="# devices" />,
    none: <Trans>No devices</Trans>,
  },
  'family-history': {
    counted: (count) => <Plural value={count} one="# relative" other="# relatives" />,
    none: <Trans>No family history</Trans>,
  },
  coverage: {
    counted: (count) => <Plural value={count} one="# insurance plan" other="# insurance plans" />,
    none: <Trans>No insurance on file</Trans>,
  },
  entries: {
    counted: (count) => <Plural value={count} one="# entry" other="# entries" />,
    none: <Trans>Nothing is here</Trans>,
  },
};

/** "5 medicines". */
export const Counted = ({ kind, count }: { kind: Kind; count: number }) => words[kind].counted(count);

/** The heading where a list is empty and every source has answered. */
export const NoneOf = ({ kind }: { kind: Kind }) => words[kind].none;
