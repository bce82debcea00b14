import type { HumanRole, Policy, Rule, TableRule } from '#features/access/policy-types.ts';
import { poolRoles, type Pool } from './kinds.ts';

/** Jobs make tasks too, and count what is overdue. */
const worker: Rule = { service: 'worker', actions: ['read'], why: 'Counts what is overdue.' };

const any = (roles: readonly HumanRole[], actions: readonly string[]): Rule[] =>
  roles.map((role) => ({ role, actions, relationship: 'any' as const }));

type PoolWords = { pool: Pool; title: string; about: string };

/** Rows are read by pool; they are made and changed by the functions of 0011_tasks.sql, which ask these same rules. */
const poolPolicy = ({ pool, title, about }: PoolWords): Policy => ({
  resource: `tasks.${pool}`,
  title,
  about,
  rules: [
    ...any(poolRoles[pool].workers, ['read', 'work', 'create']),
    ...any(poolRoles[pool].makers, ['create']),
    worker,
  ],
  tables: [{ table: 'tasks.task', patientColumn: 'patient_id', where: `pool = '${pool}'`, select: ['read'] }],
});

const poolPolicies = [
  {
    pool: 'clinician',
    title: 'Work that waits for clinicians',
    about: 'Clinicians and nurses see it and may take it; whoever takes it sees that patient’s chart until it is done.',
  },
  {
    pool: 'nurse',
    title: 'Work that waits for nurses',
    about: 'Nurses and clinicians see it and may take it; whoever takes it sees that patient’s chart until it is done.',
  },
  {
    pool: 'desk',
    title: 'Work that waits at the front desk',
    about: 'Names and what to do, never clinical words. It opens no chart.',
  },
  {
    pool: 'billing',
    title: 'Work that waits for billing',
    about: 'Names and what to do, never clinical words. It opens no chart.',
  },
] satisfies PoolWords[];

const everyone: readonly HumanRole[] = ['clinician', 'nurse', 'front_desk', 'billing'];

/** The heads that prove a row current; they hold no health information. */
const headsOf = (table: string): TableRule => ({
  table: 'sealed.row_head',
  patientColumn: 'subject_id',
  where: `table_name = '${table}' and area = ''`,
  select: ['read'],
  definer: ['insert'],
});

const work: Policy = {
  resource: 'tasks.work',
  title: 'Work lists',
  about: 'Each list shows the work of the pools that the role belongs to.',
  rules: [...any(everyone, ['read', 'work']), worker],
  tables: [headsOf('tasks.task'), headsOf('tasks.step')],
};

const steps = (name: string, isClinical: boolean, roles: readonly HumanRole[], about: string): Policy => ({
  resource: `tasks.${name}`,
  title: isClinical ? 'What clinical staff write about tasks' : 'What desk and billing write about tasks',
  about,
  rules: any(roles, ['read']),
  tables: [
    {
      table: 'tasks.step',
      patientColumn: 'patient_id',
      where: isClinical ? 'clinical' : 'not clinical',
      select: ['read'],
    },
  ],
});

const fromPatient: Policy = {
  resource: 'tasks.fromPatient',
  title: 'Telling the care team',
  about: 'A patient’s own word (“I don’t take this”) becomes work that waits for a nurse. She does not see the lists.',
  rules: [
    { role: 'patient', actions: ['create'], relationship: 'self', why: 'It is her word.' },
    { role: 'trusted_person', actions: ['create'], relationship: 'trusted_person', area: 'medicines' },
  ],
  tables: [],
};

/** What the functions of 0011_tasks.sql read and write. */
const keeping: Policy = {
  resource: 'tasks.keeping',
  title: 'How tasks are kept',
  about: 'Tasks are made and changed through functions of the database only; what is done stays done.',
  rules: [],
  tables: [
    { table: 'tasks.task', definer: ['select', 'insert', 'update'] },
    { table: 'tasks.step', definer: ['select', 'insert'] },
  ],
};

export const policies: readonly Policy[] = [
  ...poolPolicies.map(poolPolicy),
  work,
  steps('notes', true, ['clinician', 'nurse'], 'May hold clinical words: clinicians and nurses read it.'),
  steps('deskNotes', false, everyone, 'Holds none: everybody who works on tasks reads it.'),
  fromPatient,
  keeping,
];
