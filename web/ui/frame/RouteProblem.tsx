import { useQuery } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { welcomeQuery } from '../../lib/session.ts';
import { Problem } from '../Problem.tsx';
import { PublicFrame } from './PublicFrame.tsx';

/** A page that could not start: the same words as everywhere, and one "Try again". The frame around it stays. */
export const RouteProblem = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const phone = useQuery({ ...welcomeQuery, enabled: false }).data?.clinic.phone;
  return (
    <Problem
      error={error}
      phone={phone}
      retry={() => {
        reset();
        return router.invalidate();
      }}
    />
  );
};

/** The same where the frame itself could not start. */
export const RootProblem = (props: ErrorComponentProps) => (
  <PublicFrame>
    <RouteProblem {...props} />
  </PublicFrame>
);
