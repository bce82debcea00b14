import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import { pagePart } from '../lib/page-part.ts';

/** A page, loaded when somebody goes there. `chosen` is the detail at `path/$id`; `first` stands beside an unopened list. */
type Page = { path: string; component: RouteComponent; first?: RouteComponent; chosen?: RouteComponent };

const home = pagePart(() => import('#features/records/web/patient/home/pages.ts'));
const results = pagePart(() => import('#features/records/web/patient/results/pages.ts'));
const medicines = pagePart(() => import('#features/records/web/patient/medicines/pages.ts'));
const visits = pagePart(() => import('#features/records/web/patient/visits/pages.ts'));
const record = pagePart(() => import('#features/records/web/patient/record/pages.ts'));
const health = pagePart(() => import('#features/records/web/patient/health/pages.ts'));
const care = pagePart(() => import('#features/records/web/patient/care/pages.ts'));
const notes = pagePart(() => import('#features/records/web/patient/notes/pages.ts'));
const vitals = pagePart(() => import('#features/records/web/patient/vitals/pages.ts'));
const rest = pagePart(() => import('#features/records/web/patient/rest/pages.ts'));
const profile = pagePart(() => import('#features/records/web/patient/account/pages.ts'));
const audit = pagePart(() => import('#features/audit/web/patient/pages.ts'));
const account = pagePart(() => import('#features/identity/web/patient/account.ts'));

/** Every page of a signed-in patient or trusted person. */
export const ownPages: readonly Page[] = [
  { path: '/', component: lazyRouteComponent(home, 'Home') },
  {
    path: '/results',
    component: lazyRouteComponent(results, 'ResultsPage'),
    first: lazyRouteComponent(results, 'FirstResult'),
    chosen: lazyRouteComponent(results, 'ChosenResult'),
  },
  {
    path: '/medicines',
    component: lazyRouteComponent(medicines, 'MedicinesPage'),
    first: lazyRouteComponent(medicines, 'FirstMedicine'),
    chosen: lazyRouteComponent(medicines, 'ChosenMedicine'),
  },
  {
    path: '/visits',
    component: lazyRouteComponent(visits, 'VisitsPage'),
    first: lazyRouteComponent(visits, 'FirstVisit'),
    chosen: lazyRouteComponent(visits, 'ChosenVisit'),
  },
  { path: '/record', component: lazyRouteComponent(record, 'RecordPage') },
  { path: '/search', component: lazyRouteComponent(record, 'SearchPage') },
  { path: '/record/conditions', component: lazyRouteComponent(health, 'ConditionsPage') },
  { path: '/record/allergies', component: lazyRouteComponent(health, 'AllergiesPage') },
  { path: '/record/immunizations', component: lazyRouteComponent(health, 'ImmunizationsPage') },
  {
    path: '/record/vitals',
    component: lazyRouteComponent(vitals, 'VitalsPage'),
    first: lazyRouteComponent(vitals, 'FirstVital'),
    chosen: lazyRouteComponent(vitals, 'ChosenVital'),
  },
  { path: '/record/care-plan', component: lazyRouteComponent(care, 'CarePlanPage') },
  { path: '/record/procedures', component: lazyRouteComponent(care, 'ProceduresPage') },
  { path: '/record/devices', component: lazyRouteComponent(care, 'DevicesPage') },
  { path: '/record/family-history', component: lazyRouteComponent(care, 'FamilyHistoryPage') },
  { path: '/record/coverage', component: lazyRouteComponent(care, 'CoveragePage') },
  {
    path: '/record/notes',
    component: lazyRouteComponent(notes, 'NotesPage'),
    first: lazyRouteComponent(notes, 'FirstNote'),
    chosen: lazyRouteComponent(notes, 'ChosenNote'),
  },
  { path: '/record/documents', component: lazyRouteComponent(rest, 'DocumentsPage') },
  { path: '/record/findings', component: lazyRouteComponent(rest, 'FindingsPage') },
  { path: '/record/claims', component: lazyRouteComponent(rest, 'ClaimsPage') },
  { path: '/record/other', component: lazyRouteComponent(rest, 'OtherPage') },
  { path: '/account', component: lazyRouteComponent(profile, 'ProfilePage') },
  { path: '/account/timing', component: lazyRouteComponent(profile, 'TimingPage') },
  { path: '/who-saw', component: lazyRouteComponent(audit, 'WhoSawPage') },
  { path: '/sign-ins', component: lazyRouteComponent(account, 'SignInsPage') },
];
