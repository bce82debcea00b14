import { useQuery } from '@tanstack/react-query';
import { useLingui } from '@lingui/react/macro';
import { CountBadge } from '../../../../web/staff/CountBadge.tsx';
import { countQuery } from './alerts-queries.ts';

/** How many critical results wait. Always loud: each may be somebody in danger. */
export const AlertCount = () => {
  const { t } = useLingui();
  const count = useQuery(countQuery).data;
  return <CountBadge count={count?.open ?? 0} loud label={t`waiting`} />;
};
