import { Plural } from '@lingui/react/macro';
import { memo } from 'react';
import { useIsWide } from '../../../../../web/lib/use-is-wide.ts';
import { Spark } from '../../../../../web/ui/chart/Spark.tsx';
import { RowLink } from '../../../../../web/ui/RowLink.tsx';
import type { VitalTrend } from '../../../read/vital.ts';
import { usePlainVital } from '../../plain/use-plain.ts';
import { GoalFlag } from '../goals/GoalFlag.tsx';
import type { AtGoal } from '../goals/use-goals.ts';
import { WhenText } from '../list/WhenText.tsx';
import { VitalFlag } from './VitalFlag.tsx';
import { VitalValue } from './VitalValue.tsx';

type Props = { trend: VitalTrend; goal: AtGoal | undefined; to: string; isOpen: boolean };

/** One kind of measurement: its name, when it was last taken, the value, how it moved. */
export const VitalRow = memo(({ trend, goal, to, isOpen }: Props) => {
  const isWide = useIsWide();
  const plain = usePlainVital()(trend.loinc);
  const { latest, all } = trend;
  return (
    <li className="border-t border-line first:border-t-0">
      <RowLink
        to={to}
        isOpen={isOpen}
        resetScroll={!isWide}
        className={
          'flex min-h-16 items-start justify-between gap-3 px-4 py-3.5 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 md:px-5 ' +
          'in-[.staff]:min-h-9 in-[.staff]:px-3 in-[.staff]:py-1 lg:aria-[current=page]:bg-brand-soft lg:aria-[current=page]:shadow-[inset_4px_0_0_var(--brand)]'
        }
      >
        <span className="min-w-0">
          <span className="block font-semibold">{plain?.name ?? trend.title}</span>
          {plain?.short ? <span className="block text-sm text-ink-2 in-[.staff]:hidden">{plain.short}</span> : null}
          <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
            {goal ? <GoalFlag standing={goal.standing} /> : null}
            <VitalFlag result={latest} />
            <span className="text-sm whitespace-nowrap text-ink-2">
              {latest.takenAt ? <WhenText at={latest.takenAt} short /> : null}
              {all.length > 1 ? (
                <>
                  {' · '}
                  <Plural value={all.length} one="# value" other="# values" />
                </>
              ) : null}
            </span>
          </span>
        </span>
        <span className="flex max-w-[45%] shrink-0 flex-col items-end gap-1.5 text-right">
          <VitalValue result={latest} />
          <span className="in-[.staff]:hidden">
            <Spark values={trend.points.map((point) => point.number)} />
          </span>
        </span>
      </RowLink>
    </li>
  );
});
