import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from './Problem.tsx';

/** A page that could not start: the same words as everywhere, and one "Try again". */
export const RouteProblem = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-page p-4 md:p-6">
      <Problem
        error={error}
        retry={() => {
          reset();
          return router.invalidate();
        }}
      />
    </main>
  );
};
