import type { Policy } from './policy-types.ts';

/**
 * The tables that hold the policy itself. Nobody reaches them: the definer functions of
 * db/migrations/0003_access.sql answer for the caller only, and `app_identity` opens sessions.
 */
export const policies: readonly Policy[] = [
  {
    resource: 'access.session',
    title: 'Who is signed in, in which role, in which relationship',
    about:
      'Sessions, roles and relationships decide everything else, so no role and no program reads or changes them ' +
      'directly. The database answers only "who is asking?" for the secret that the asker holds.',
    rules: [],
    tables: [],
  },
];
