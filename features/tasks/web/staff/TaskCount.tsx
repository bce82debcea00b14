import { useQuery } from '@tanstack/react-query';
import { useLingui } from '@lingui/react/macro';
import { CountBadge } from '../../../../web/staff/CountBadge.tsx';
import { countQuery } from './tasks-queries.ts';

/** How much work waits for the role. */
export const TaskCount = () => {
  const { t } = useLingui();
  const count = useQuery(countQuery).data;
  return <CountBadge count={count?.waiting ?? 0} label={t`waiting`} />;
};
