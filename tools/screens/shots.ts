// What is pictured: every main page, by whoever it is for.

export type Shot = {
  /** File name and title in the index. */
  name: string;
  at: string;
  /** Pressed when the page stands, in order: the row to open. */
  open?: readonly string[];
};

export type Sitting = {
  title: string;
  /** The demo's account for each language; the first part of the e-mail address. */
  as: { en: string; es: string } | undefined;
  shots: readonly Shot[];
};

const firstRow = 'main ul a[href]';

export const sittings: readonly Sitting[] = [
  {
    title: 'Before signing in',
    as: undefined,
    shots: [
      { name: 'sign-in', at: '/sign-in' },
      { name: 'enrol', at: '/enrol' },
      { name: 'recover', at: '/recover' },
    ],
  },
  {
    title: 'Patient',
    as: { en: 'elena.marsh', es: 'lucia.herrera' },
    shots: [
      { name: 'home', at: '/' },
      { name: 'results', at: '/results' },
      { name: 'result', at: '/results', open: [firstRow] },
      { name: 'medicines', at: '/medicines' },
      { name: 'medicine', at: '/medicines', open: [firstRow] },
      { name: 'visits', at: '/visits' },
      { name: 'visit', at: '/visits', open: [firstRow] },
      { name: 'record', at: '/record' },
      { name: 'conditions', at: '/record/conditions' },
      { name: 'allergies', at: '/record/allergies' },
      { name: 'immunizations', at: '/record/immunizations' },
      { name: 'vitals', at: '/record/vitals' },
      { name: 'vital', at: '/record/vitals', open: [firstRow] },
      { name: 'notes', at: '/record/notes' },
      { name: 'note', at: '/record/notes', open: [firstRow] },
      { name: 'care-plan', at: '/record/care-plan' },
      { name: 'search', at: '/search' },
      { name: 'who-saw', at: '/who-saw' },
      { name: 'timing', at: '/account/timing' },
      { name: 'account', at: '/account' },
    ],
  },
  {
    title: 'Trusted person',
    as: { en: 'daniel.marsh', es: 'fatou.diallo' },
    shots: [
      { name: 'trusted-home', at: '/' },
      { name: 'trusted-record', at: '/record' },
    ],
  },
  {
    title: 'Clinician',
    as: { en: 'naomi.feld', es: 'naomi.feld' },
    shots: [
      { name: 'staff-comments', at: '/staff/comments' },
      { name: 'staff-alerts', at: '/staff/alerts' },
      { name: 'staff-tasks', at: '/staff/tasks' },
      { name: 'staff-find', at: '/staff/find' },
      { name: 'staff-chart', at: '/staff/patients/$patientId' },
      { name: 'staff-chart-results', at: '/staff/patients/$patientId/results' },
      { name: 'staff-chart-medicines', at: '/staff/patients/$patientId/medicines' },
    ],
  },
  {
    title: 'Front desk',
    as: { en: 'grace.lindqvist', es: 'grace.lindqvist' },
    shots: [
      { name: 'desk-find', at: '/staff/find' },
      { name: 'desk-tasks', at: '/staff/tasks' },
      { name: 'desk-invite', at: '/staff/invite/$patientId' },
      { name: 'desk-list', at: '/staff/invite-list' },
    ],
  },
  {
    title: 'Privacy officer',
    as: { en: 'helen.brandt', es: 'helen.brandt' },
    shots: [{ name: 'officer-log', at: '/staff/log' }],
  },
  {
    title: 'Administrator',
    as: { en: 'sam.okoye', es: 'sam.okoye' },
    shots: [
      { name: 'admin-people', at: '/staff/people' },
      { name: 'admin-invite', at: '/staff/invite-staff' },
      { name: 'admin-settings', at: '/staff/settings/critical' },
    ],
  },
];
