import { useQuery } from '@tanstack/react-query';
import { useLingui } from '@lingui/react/macro';
import { CountBadge } from '../../../../web/staff/CountBadge.tsx';
import { countQuery } from './alerts-queries.ts';

/** How many critical results wait; loud when one is late. */
export const AlertCount = () => {
  const { t } = useLingui();
  const count = useQuery(countQuery).data;
  return <CountBadge count={count?.open ?? 0} loud={(count?.overdue ?? 0) > 0} label={t`waiting`} />;
};
