import { Plural } from '@lingui/react/macro';
import { memo } from 'react';
import { useFormats } from '../../../../web/lib/format.ts';
import { useIsWide } from '../../../../web/lib/use-is-wide.ts';
import { RowLink } from '../../../../web/ui/RowLink.tsx';
import { Spark } from '../../../../web/ui/chart/Spark.tsx';
import type { Trend } from '../../trend.ts';
import type { AtGoal } from './goals/use-goals.ts';
import { usePlainWords } from './plain-words.ts';
import { ResultFlags } from './goals/ResultFlags.tsx';
import { ResultValueText } from './ResultValueText.tsx';

type Props = { trend: Trend; to: string; isOpen: boolean; goal: AtGoal | undefined };

/** One test: its name, when it was last measured, the value, where it stands, how it moved. */
export const TrendRow = memo(({ trend, to, isOpen, goal }: Props) => {
  const { latest, points } = trend;
  const formats = useFormats();
  const isWide = useIsWide();
  const words = usePlainWords()(trend);
  const when = latest.takenAt ? formats.shortDate(latest.takenAt) : '';
  return (
    <li className="border-t border-line first:border-t-0">
      <RowLink
        to={to}
        resetScroll={!isWide}
        isOpen={isOpen}
        className={
          'flex min-h-16 items-start justify-between gap-3 px-4 py-3.5 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 md:px-5 ' +
          'in-[.staff]:min-h-9 in-[.staff]:items-center in-[.staff]:py-1 in-[.staff]:px-3 ' +
          'lg:aria-[current=page]:bg-brand-soft lg:aria-[current=page]:shadow-[inset_4px_0_0_var(--brand)]'
        }
      >
        <span className="min-w-0 in-[.staff]:flex in-[.staff]:flex-wrap in-[.staff]:items-center in-[.staff]:gap-x-3">
          <span className="block font-semibold">{words.name}</span>
          {words.short ? <span className="block text-sm text-ink-2 in-[.staff]:hidden">{words.short}</span> : null}
          <span className="mt-1.5 in-[.staff]:mt-0 flex flex-wrap items-center gap-x-3 gap-y-1">
            <ResultFlags result={latest} goal={goal} />
            <span className="text-sm whitespace-nowrap text-ink-2">
              <span className="dates">{when}</span>
              {points.length > 1 ? (
                <>
                  {' · '}
                  <Plural value={points.length} one="# value" other="# values" />
                </>
              ) : null}
            </span>
          </span>
        </span>
        <span className="flex max-w-[45%] shrink-0 flex-col items-end gap-1.5 text-right">
          <ResultValueText result={latest} />
          <span className="in-[.staff]:hidden">
            <Spark values={points.map((point) => point.number)} />
          </span>
        </span>
      </RowLink>
    </li>
  );
});
