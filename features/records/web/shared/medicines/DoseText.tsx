import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Dosage, HowOften } from '../../../read/dosage.ts';

/** How often, where the sender gave numbers and no words. */
const useHowOften = (): ((howOften: HowOften) => string) => {
  const { t } = useLingui();
  const per: Partial<Record<NonNullable<HowOften['unit']>, (count: number) => string>> = {
    hour: (count) => plural(count, { one: 'every hour', other: 'every # hours' }),
    day: (count) => plural(count, { one: 'a day', other: 'every # days' }),
    week: (count) => plural(count, { one: 'a week', other: 'every # weeks' }),
    month: (count) => plural(count, { one: 'a month', other: 'every # months' }),
  };
  return ({ times, period, unit, code, at }) => {
    const count = Number(period ?? '1');
    const every = unit && Number.isFinite(count) ? per[unit]?.(count) : undefined;
    const when = at.filter((one) => /^\d{2}:\d{2}/.test(one)).map((one) => one.slice(0, 5));
    const parts: string[] = [];
    if (every && times !== null && !(times === '1' && unit === 'hour')) {
      parts.push(times === '1' ? t`once ${every}` : t`${times} times ${every}`);
    } else if (every) parts.push(every);
    else if (code !== null) parts.push(code);
    if (when.length > 0) parts.push(when.join(', '));
    return parts.join(', ');
  };
};

/** One line of instructions: the sender's own words first, never a dose that was not sent. */
export const DoseText = ({ dosage }: { dosage: Dosage }) => {
  const { t } = useLingui();
  const howOften = useHowOften();
  const parts = [
    dosage.words ?? '',
    dosage.words === null ? (dosage.dose ?? '') : '',
    dosage.words === null && dosage.howOften ? howOften(dosage.howOften) : '',
    dosage.words === null && dosage.asNeeded === true ? t`when needed` : '',
    dosage.words === null && typeof dosage.asNeeded === 'string' ? t`when needed for ${dosage.asNeeded}` : '',
    ...dosage.more.filter((words) => words !== dosage.words),
    dosage.forPatient !== null && dosage.forPatient !== dosage.words ? dosage.forPatient : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? <bdi>{parts.join(', ')}</bdi> : <Trans>No dose was sent</Trans>;
};

/** Every line of instructions. */
export const DoseLines = ({ dosages }: { dosages: readonly Dosage[] }) =>
  dosages.length === 0 ? (
    <Trans>No dose was sent</Trans>
  ) : (
    dosages.map((dosage, index) => (
      <span key={`${index} ${dosage.words}`} className="block">
        <DoseText dosage={dosage} />
      </span>
    ))
  );
