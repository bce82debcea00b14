import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isoOf, type DateText } from '../ui/DateParts.tsx';

const isBetween = (text: string, lowest: number, highest: number): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= lowest && Number(text) <= highest;

/** The oldest year that a living person's birth date can have, with room. */
const oldestYear = 1880;

/** What to mend in a typed birth date, or undefined when it is a day in the past. */
export const birthDateProblem = (date: DateText, now: Date = new Date()): ReactNode | undefined => {
  if (!date.month && !date.day && !date.year) return <Trans>Enter the birth date: month, day and year</Trans>;
  if (!isBetween(date.month, 1, 12)) return <Trans>The month must be 1 to 12</Trans>;
  if (!isBetween(date.day, 1, 31)) return <Trans>The day must be 1 to 31</Trans>;
  if (!/^\d{4}$/.test(date.year) || Number(date.year) < oldestYear)
    return <Trans>Enter the year with 4 digits, like 1968</Trans>;
  const iso = isoOf(date);
  if (!iso) return <Trans>That month does not have this day</Trans>;
  if (Date.parse(iso) > now.getTime()) return <Trans>A birth date lies in the past. Check the year.</Trans>;
  return undefined;
};
