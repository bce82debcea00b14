import { demoPatients, keyOf } from './cast/patients.ts';
import { demoStaff } from './cast/staff.ts';
import { demoTrustedPersons } from './cast/trusted.ts';
import { demoPassword, demoTotpSecret } from './seed.ts';

/** One account of the demo clinic, with what signs it in. */
export type DemoAccount = { role: string; name: string; email: string; password: string; totpSecret: string };

/** The demo clinic's accounts and their secrets, from the seed alone: also for a start after the first. */
export const demoAccounts = (seed: Buffer): DemoAccount[] =>
  [
    ...demoPatients.flatMap(({ given, family, email }) =>
      email ? [{ role: 'patient', name: `${given[0]} ${family}`, email }] : [],
    ),
    ...demoTrustedPersons.map(({ name, email }) => ({ role: 'trusted_person', name, email })),
    ...demoStaff,
  ].map(({ role, name, email }) => ({
    role,
    name,
    email,
    password: demoPassword(seed, email),
    totpSecret: demoTotpSecret(seed, email),
  }));

/** Whose record an account opens beside what its role allows: by key of the patient. */
export type DemoTies = {
  language?: 'en' | 'es';
  self?: string;
  trustedFor?: { key: string; viewAreas: readonly string[]; actAreas: readonly string[] };
  careTeamOf: readonly string[];
};

export const tiesOf = (email: string): DemoTies => {
  const patient = demoPatients.find((one) => one.email === email);
  const trusted = demoTrustedPersons.find((one) => one.email === email);
  const staff = demoStaff.find((one) => one.email === email);
  return {
    ...(patient ? { language: patient.language, self: keyOf(patient) } : {}),
    ...(trusted ? { trustedFor: { key: trusted.for, viewAreas: trusted.viewAreas, actAreas: trusted.actAreas } } : {}),
    careTeamOf: staff ? demoPatients.filter((one) => one.careTeam.includes(staff.key)).map(keyOf) : [],
  };
};
