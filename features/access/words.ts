import type { HumanRole, Relationship, Service } from './policy-types.ts';

/** Plain words for people who do not code; the document and `policy explain` speak with them. */
export const roleWords: Record<HumanRole, { title: string; who: string }> = {
  patient: { title: 'Patient', who: 'The person whom the record is about, signed in with an account of their own.' },
  trusted_person: {
    title: 'Trusted person',
    who: 'A parent, carer or other person whom the patient (or the law) lets in, part by part and for as long as agreed. Has an account of their own.',
  },
  clinician: {
    title: 'Clinician',
    who: 'A doctor, nurse practitioner or other licensed clinician who treats patients.',
  },
  nurse: { title: 'Nurse', who: 'A nurse or medical assistant who cares for patients and answers them.' },
  front_desk: { title: 'Front desk', who: 'Greets, schedules, invites patients and checks who they are.' },
  billing: { title: 'Billing', who: 'Works on statements, plans and insurance.' },
  records_officer: { title: 'Records officer', who: 'Handles amendments, disclosures and exports of the record.' },
  privacy_officer: { title: 'Privacy officer', who: 'Reviews who looked at what, and handles incidents.' },
  administrator: {
    title: 'Administrator',
    who: 'Runs the portal: staff accounts, connections, backups, keys. Sees no chart.',
  },
};

export const relationshipWords: Record<Relationship, string> = {
  self: 'about themselves',
  trusted_person: 'of patients who trust them',
  care_team: 'of patients on whose care team they are',
  pool_member: 'of patients who wrote to a group they answer for',
  todays_schedule: "of patients on today's schedule",
  open_task: 'of patients for whom they have an open task',
  any: '',
  own: 'of their own account',
};

export const serviceWords: Record<Service, { title: string; who: string }> = {
  importer: { title: 'Importer', who: "Brings records in from the clinic's own systems and files." },
  sequencer: { title: 'Log keeper', who: 'Puts the entries of the access log in order and signs them.' },
  worker: { title: 'Job worker', who: 'Runs jobs that people or schedules started.' },
  api: { title: 'Web server', who: 'Serves people; its own rights, without a person, are only these.' },
  identity: { title: 'Sign-in server', who: 'Checks passwords and codes before anybody is known.' },
};

const actionWords: Record<string, string> = {
  read: 'See',
  search: 'Search',
  export: 'Download',
  write: 'Add and change',
  invite: 'Invite',
  decide: 'Approve or refuse',
  append: 'Add entries (never change or remove them)',
  sequence: 'Order and sign',
  work: 'Take, answer and hand on',
  create: 'Ask for',
  acknowledge: 'Answer for',
  raise: 'Raise and escalate',
  note: 'Note what was stored',
  tell: 'Tell people',
  keep: 'See and put away',
  look: 'Look at',
};

/** `reviewSource` becomes "Review source" when no better words are known. */
export const actionInWords = (action: string): string => {
  const known = actionWords[action];
  if (known) return known;
  const spaced = action
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll('_', ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};
