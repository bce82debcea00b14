import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';
import { useErrorTitle } from '../lib/page-title.ts';

export type FieldProblem = { field?: string; message: ReactNode };

/** Stands above the h1 and takes the focus, so that nobody misses why the page did not move on. */
export const ErrorSummary = ({ problems }: { problems: readonly FieldProblem[] }) => {
  const box = useRef<HTMLDivElement>(null);
  useErrorTitle(problems.length > 0);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-6 rounded-card border-2 border-bad bg-surface px-5 py-4 forced:border-current"
    >
      <h2 className="mb-1 text-xl">
        <Trans>There is a problem</Trans>
      </h2>
      <ul className="space-y-1">
        {problems.map(({ field, message }, index) => (
          <li key={field ?? index} className="font-semibold text-bad">
            {field ? (
              <a
                className="text-bad"
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
