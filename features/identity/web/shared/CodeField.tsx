import type { ReactNode } from 'react';
import { Field } from '../../../../web/ui/Field.tsx';
import { typedIn } from '../../../../web/lib/form.ts';

type Props = { label: ReactNode; hint?: ReactNode; error?: ReactNode };

/** Six digits of an authenticator app. */
export const CodeField = ({ label, hint, error }: Props) => (
  <Field
    name="code"
    label={label}
    hint={hint}
    error={error}
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={7}
    className="[&_input]:max-w-44 [&_input]:text-xl [&_input]:tracking-[0.2em] [&_input]:tabular-nums"
  />
);

export const codeOf = (form: FormData): string => typedIn(form, 'code').replaceAll(/\s/g, '');
export const isCode = (code: string): boolean => /^\d{6}$/.test(code);
