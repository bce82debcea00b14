import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Plural, Trans } from '@lingui/react/macro';
import { Phone, TriangleAlert } from 'lucide-react';
import { useSession } from '../../../../web/lib/session.ts';
import { countQuery } from './alerts-queries.ts';

const Waiting = ({ open, mine }: { open: number; mine: number }) => (
  <>
    <Plural value={open} one="# critical result waits for an answer" other="# critical results wait for an answer" />
    {mine > 0 ? (
      <>
        {' · '}
        <Plural value={mine} one="# for you" other="# for you" />
      </>
    ) : null}
  </>
);

/** At the top of every page of a clinician or nurse: what is critical and waits, loud when it is late. */
export const AlertsStrip = () => {
  const { role } = useSession();
  const isThere = useLocation({ select: ({ pathname }) => pathname.endsWith('/alerts') });
  const query = useQuery(countQuery);
  const count = query.data;
  if (query.error && !count) {
    return (
      <p role="alert" className="screen-only border-b-2 border-bad bg-bad-soft px-4 py-2 text-bad md:px-6">
        <Trans>We cannot ask for critical results just now. Check with the laboratory by phone.</Trans>
      </p>
    );
  }
  if (!count || count.open === 0) return null;
  const isLate = count.overdue > 0;
  const Icon = isLate ? TriangleAlert : Phone;
  return (
    <div
      role={isLate ? 'alert' : 'status'}
      className={`screen-only flex items-start gap-x-3 border-b-2 px-4 py-2 md:px-6 forced:border-current ${isLate ? 'border-bad bg-bad text-surface dark:text-on-brand' : 'border-bad bg-bad-soft text-bad'}`}
    >
      <Icon aria-hidden size={18} className="mt-1 shrink-0" />
      <div className="flex min-w-0 flex-wrap gap-x-4">
        <p className="font-semibold">
          {isLate ? (
            <Plural
              value={count.overdue}
              one="# critical result is late: nobody has answered"
              other="# critical results are late: nobody has answered"
            />
          ) : (
            <Waiting open={count.open} mine={count.mine} />
          )}
        </p>
        {isThere ? null : (
          <Link to="/alerts" className="font-semibold text-current">
            {role === 'clinician' ? <Trans>Answer now</Trans> : <Trans>See them now</Trans>}
          </Link>
        )}
      </div>
    </div>
  );
};
