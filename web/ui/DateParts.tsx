import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { FieldError } from './Field.tsx';

export type DateText = { month: string; day: string; year: string };
export const emptyDate: DateText = { month: '', day: '', year: '' };

/** The three parts as an ISO date, or undefined when they name no real day. */
export const isoOf = ({ month, day, year }: DateText): string | undefined => {
  if (![month, day].every((part) => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
};

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  value: DateText;
  onChange: (value: DateText) => void;
  isBirthDate?: boolean;
};

/** A known date in three typed parts: faster and surer than a calendar. `name` is the id of the first input. */
export const DateParts = ({ name, label, hint, error, value, onChange, isBirthDate = false }: Props) => {
  const { t } = useLingui();
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  const parts = [
    { part: 'month', text: <Trans>Month</Trans>, size: 2, complete: 'bday-month', width: 'w-16' },
    { part: 'day', text: <Trans>Day</Trans>, size: 2, complete: 'bday-day', width: 'w-16' },
    { part: 'year', text: <Trans>Year</Trans>, size: 4, complete: 'bday-year', width: 'w-24' },
  ] as const;
  return (
    <fieldset aria-describedby={describedBy}>
      <legend className="mb-1 font-semibold">{label}</legend>
      <p id={`${id}-hint`} className="mb-1.5 text-sm text-ink-2">
        {hint ?? t`For example 3 14 1968`}
      </p>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <div className="flex gap-3">
        {parts.map(({ part, text, size, complete, width }, index) => (
          <label key={part} className="block text-sm">
            <span className="mb-1 block">{text}</span>
            <input
              id={index === 0 ? name : `${name}-${part}`}
              inputMode="numeric"
              autoComplete={isBirthDate ? complete : 'off'}
              maxLength={size}
              value={value[part]}
              aria-invalid={error ? true : undefined}
              onChange={(event) => onChange({ ...value, [part]: event.target.value.trim() })}
              className={`${width} min-h-[2.875rem] rounded-control border bg-surface px-3 text-base tabular-nums in-[.staff]:min-h-9 ${error ? 'border-2 border-bad' : 'border-control'}`}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
};
