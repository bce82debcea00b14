/** Whole years and months from a birth date (YYYY, YYYY-MM or YYYY-MM-DD) to a day; undefined without a full date. */
export const ageOn = (birthDate: string | null, on: Date): { years: number; months: number } | undefined => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate ?? '');
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const months = (on.getFullYear() - year) * 12 + on.getMonth() + 1 - month - (on.getDate() < day ? 1 : 0);
  return months < 0 ? undefined : { years: Math.floor(months / 12), months };
};
