import { useQuery } from '@tanstack/react-query';
import { useLingui } from '@lingui/react/macro';
import { CountBadge } from '../../../../../web/staff/CountBadge.tsx';
import { useOutgoing } from './outbox.ts';
import { uncommentedQuery } from './uncommented-query.ts';

/** How many results wait. Known once the list was read: asking for it would be an entry in every patient's log. */
export const CommentCount = () => {
  const { t } = useLingui();
  const onTheWay = new Set(useOutgoing().map(({ recordId }) => recordId));
  const known = useQuery({ ...uncommentedQuery, enabled: false }).data;
  const waiting = known?.results.filter(({ recordId }) => !onTheWay.has(recordId)) ?? [];
  return <CountBadge count={waiting.length} label={t`results wait`} />;
};
