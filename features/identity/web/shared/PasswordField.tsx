import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Field } from '../../../../web/ui/Field.tsx';

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
  value?: string;
  onType?: (value: string) => void;
};

/** A password with a way to see it; pasting and password managers are welcome. */
export const PasswordField = ({ name, label, hint, error, autoComplete, value, onType }: Props) => {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={error}
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      {...(value === undefined ? {} : { value })}
      onChange={(event) => onType?.(event.target.value)}
      after={
        <button
          type="button"
          aria-pressed={isShown}
          className="shrink-0 rounded-control border border-control bg-surface px-4 font-semibold hover:bg-sunken"
          onClick={() => setIsShown(!isShown)}
        >
          <Trans>Show</Trans>
        </button>
      }
    />
  );
};
