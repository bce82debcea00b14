import { useQuery } from '@tanstack/react-query';
import { isPatientSide, sessionQuery } from '../lib/session.ts';
import { NotFound, NotFoundWords } from '../ui/frame/NotFound.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { Shell } from './Shell.tsx';

/** An address that names no page: who is signed in keeps the bar and the account menu. */
export const Lost = () => {
  const session = useQuery(sessionQuery);
  if (session.isPending) return <Waiting />;
  if (!session.data || !isPatientSide(session.data)) return <NotFound />;
  return (
    <Shell>
      <NotFoundWords />
    </Shell>
  );
};
