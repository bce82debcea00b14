import { CircleAlert } from 'lucide-react';
import { useId, type InputHTMLAttributes, type ReactNode } from 'react';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  /** Also the id of the input, so that an error summary can point at it. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Something beside the input, such as a show-password button. */
  after?: ReactNode;
};

const inputClass =
  'w-full min-h-[2.875rem] rounded-control border bg-surface px-3.5 py-2 text-ink placeholder:text-ink-2 ' +
  'in-[.staff]:min-h-9 in-[.staff]:px-2.5 in-[.staff]:py-1';

export const FieldError = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="mb-1.5 flex items-start gap-1.5 font-semibold text-bad">
    <CircleAlert aria-hidden size={18} className="mt-1 shrink-0" />
    <span>{children}</span>
  </p>
);

/** Label, hint, error and input, tied together for assistive technology. */
export const Field = ({ name, label, hint, error, after, className = '', ...input }: Props) => {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <div className="flex items-stretch gap-2">
        <input
          {...input}
          id={name}
          name={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy || undefined}
          className={`${inputClass} ${error ? 'border-2 border-bad' : 'border-control'}`}
        />
        {after}
      </div>
    </div>
  );
};
