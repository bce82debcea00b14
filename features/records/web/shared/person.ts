import type { PatientSummary } from '../../contract.ts';
import type { Person } from '../../observation.ts';

const yearsBetween = (from: string, now: Date): number => {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const hadBirthday = now.getMonth() + 1 > month || (now.getMonth() + 1 === month && now.getDate() >= day);
  return now.getFullYear() - year - (hadBirthday ? 0 : 1);
};

/** Age and sex as far as the record tells: typical ranges and critical limits depend on them. */
export const personOf = (summary: PatientSummary | undefined, now: Date = new Date()): Person => {
  const person: Person = {};
  if (summary?.birthDate) person.birthDate = summary.birthDate;
  if (summary?.birthDate) person.ageYears = yearsBetween(summary.birthDate, now);
  if (summary?.gender === 'female' || summary?.gender === 'male') person.sex = summary.gender;
  return person;
};
