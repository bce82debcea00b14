import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useIsPatientSide } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import type { Trend } from '../../trend.ts';
import { groupByStanding, type GroupKey } from './trend-groups.ts';
import { TrendRow } from './TrendRow.tsx';

const titles: Record<GroupKey | 'urgentForStaff', ReactNode> = {
  urgent: <Trans>Call us about these now</Trans>,
  urgentForStaff: <Trans>Critical</Trans>,
  out: <Trans>Outside the typical range</Trans>,
  in: <Trans>In range</Trans>,
  rest: <Trans>Other results</Trans>,
};

const firstRows = 25;

type Props = {
  trends: readonly Trend[];
  linkTo: (trend: Trend) => string;
  openKey: string | undefined;
  keyOf: (trend: Trend) => string;
};

const GroupRows = ({ title, trends, linkTo, openKey, keyOf }: Props & { title: ReactNode }) => {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? trends : trends.slice(0, firstRows);
  const rest = trends.length - shown.length;
  return (
    <section className="border-t border-line first:border-t-0">
      <h2 className="bg-sunken px-4 py-2 font-sans text-sm font-semibold text-ink-2 md:px-5 in-[.staff]:px-3 in-[.staff]:py-1">
        {title} <span className="font-normal">({trends.length})</span>
      </h2>
      <ul>
        {shown.map((trend) => (
          <TrendRow key={keyOf(trend)} trend={trend} to={linkTo(trend)} isOpen={openKey === keyOf(trend)} />
        ))}
      </ul>
      {rest > 0 ? (
        <div className="px-4 pb-4">
          <Button look="secondary" onClick={() => setShowsAll(true)}>
            <Trans>Show {rest} more</Trans>
          </Button>
        </div>
      ) : null}
    </section>
  );
};

/** Tests grouped by where they stand, so that what matters is not under what does not. */
export const TrendList = ({ trends, ...rest }: Props) => {
  const isPatientSide = useIsPatientSide();
  return groupByStanding(trends).map((group) => (
    <GroupRows
      key={group.key}
      title={titles[group.key === 'urgent' && !isPatientSide ? 'urgentForStaff' : group.key]}
      trends={group.trends}
      {...rest}
    />
  ));
};
