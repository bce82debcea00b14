import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useIsPatientSide } from '../../../../web/lib/session.ts';
import { longListClass, useGrowing } from '../../../../web/lib/use-growing.ts';
import type { Trend } from '../../trend.ts';
import { useShownResults } from './results-context.ts';
import { groupByStanding, type GroupKey } from './trend-groups.ts';
import { TrendRow } from './TrendRow.tsx';

const titles: Record<GroupKey | 'urgentForStaff', ReactNode> = {
  urgent: <Trans>Call us about these now</Trans>,
  urgentForStaff: <Trans>Critical</Trans>,
  out: <Trans>Outside the typical range</Trans>,
  in: <Trans>In range</Trans>,
  rest: <Trans>Other results</Trans>,
};

type Props = {
  trends: readonly Trend[];
  linkTo: (trend: Trend) => string;
  openKey: string | undefined;
  keyOf: (trend: Trend) => string;
};

const GroupRows = ({ title, trends, linkTo, openKey, keyOf }: Props & { title: ReactNode }) => {
  const count = useGrowing(trends.length);
  const { goalOf } = useShownResults();
  return (
    <section className="border-t border-line first:border-t-0">
      <h2 className="bg-sunken px-4 py-2 font-sans text-sm font-semibold text-ink-2 md:px-5 in-[.staff]:px-3 in-[.staff]:py-1">
        {title} <span className="font-normal">({trends.length})</span>
      </h2>
      <ul className={longListClass(trends.length)}>
        {trends.slice(0, count).map((trend) => (
          <TrendRow
            key={keyOf(trend)}
            trend={trend}
            to={linkTo(trend)}
            isOpen={openKey === keyOf(trend)}
            goal={goalOf(trend.latest)}
          />
        ))}
      </ul>
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
