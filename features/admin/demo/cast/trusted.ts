import { mail } from './clinic.ts';

/** A person who acts for a patient, within a scope of her own. */
export type DemoTrustedPerson = {
  name: string;
  email: string;
  /** Key of the patient. */
  for: string;
  viewAreas: readonly string[];
  actAreas: readonly string[];
  /** In the record: HL7 v3 RoleCode and words. */
  relation: readonly [code: string, words: string];
  phone: string;
};

const everything: readonly string[] = [
  'results',
  'medicines',
  'conditions',
  'visits',
  'documents',
  'messages',
  'appointments',
  'billing',
  'profile',
];

export const demoTrustedPersons: readonly DemoTrustedPerson[] = [
  {
    name: 'Daniel Marsh',
    email: mail('daniel.marsh'),
    for: 'elena',
    viewAreas: ['results'],
    actAreas: [],
    relation: ['SON', 'natural son'],
    phone: '555-0142',
  },
  {
    // What a teenager may tell the clinic in confidence shows in results, conditions, notes: those stay hers.
    name: 'Hannah Reed',
    email: mail('hannah.reed'),
    for: 'zoe',
    viewAreas: ['medicines', 'visits', 'appointments', 'profile'],
    actAreas: ['appointments'],
    relation: ['MTH', 'mother'],
    phone: '555-0171',
  },
  {
    name: 'Fatou Diallo',
    email: mail('fatou.diallo'),
    for: 'theo',
    viewAreas: everything,
    actAreas: ['appointments', 'medicines', 'messages', 'billing', 'profile'],
    relation: ['MTH', 'mother'],
    phone: '555-0133',
  },
  {
    name: 'Colin Abernathy',
    email: mail('colin.abernathy'),
    for: 'theo',
    viewAreas: everything.filter((area) => area !== 'billing'),
    actAreas: ['appointments'],
    relation: ['FTH', 'father'],
    phone: '555-0134',
  },
  {
    name: 'Joan Ellison',
    email: mail('joan.ellison'),
    for: 'ruth',
    viewAreas: everything,
    actAreas: ['appointments', 'medicines', 'messages'],
    relation: ['DAU', 'natural daughter'],
    phone: '555-0119',
  },
];
