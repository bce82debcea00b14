import { useId, type ReactNode } from 'react';

type Props<V extends string> = {
  label: string;
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: ReactNode }[];
};

/** One of a few, as native radio buttons: arrow keys and voices work without any code. */
export const Segments = <V extends string>({ label, value, onChange, options }: Props<V>) => {
  const name = useId();
  return (
    <fieldset className="grid auto-cols-fr grid-flow-col rounded-full bg-sunken p-1 print:hidden forced:border">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={
            'grid min-h-9 place-items-center rounded-full px-3 text-center text-sm font-semibold text-ink-2 ' +
            'has-checked:bg-surface has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-3 has-focus-visible:outline-focus ' +
            'forced:has-checked:border-2 dark:has-checked:bg-brand-soft'
          }
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
};
