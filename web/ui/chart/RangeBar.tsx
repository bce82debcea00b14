import { Trans, useLingui } from '@lingui/react/macro';
import { useFormats } from '../../lib/format.ts';
import type { Standing } from '../Flag.tsx';

type Ends = { low?: number | undefined; high?: number | undefined };
type Props = Ends & {
  value: number;
  unit: string;
  standing: Standing;
  /** The clinician's goal: leads over the range, and is said in words. */
  goal?: (Ends & { words: string }) | undefined;
};

type Scale = { percent: (value: number) => number };

/** The range takes the middle half where both ends are known; the value is never off the bar. */
const scaleFor = (value: number, low: number | undefined, high: number | undefined, goals: number[]): Scale => {
  const lowEnd = low ?? Math.min(0, value);
  const highEnd = high ?? Math.max((low ?? 0) * 2, value);
  const span = highEnd - lowEnd || Math.abs(highEnd) || 1;
  const start = Math.min(
    low === undefined ? lowEnd : lowEnd - span / 2,
    ...[value, ...goals].map((at) => at - span / 10),
  );
  const end = Math.max(
    high === undefined ? highEnd + span / 4 : highEnd + span / 2,
    ...[value, ...goals].map((at) => at + span / 10),
  );
  const from = lowEnd >= 0 && value >= 0 ? Math.max(0, start) : start;
  return { percent: (at) => Math.min(98.5, Math.max(1.5, ((at - from) / (end - from)) * 100)) };
};

const markerColor: Record<Standing, string> = {
  in: 'fill-ok',
  above: 'fill-accent',
  below: 'fill-accent',
  outside: 'fill-accent',
  critical: 'fill-bad',
  unknown: 'fill-ink',
};

export const RangeWords = ({ low, high, unit }: Pick<Props, 'low' | 'high' | 'unit'>) => {
  const { number } = useFormats();
  const ends = [low, high].map((end) => (end === undefined ? '' : number(end)));
  const [lowText, highText] = ends;
  if (low !== undefined && high !== undefined)
    return (
      <Trans>
        Typical range {lowText} to {highText} {unit}
      </Trans>
    );
  if (high !== undefined)
    return (
      <Trans>
        Typical range: up to {highText} {unit}
      </Trans>
    );
  if (low !== undefined)
    return (
      <Trans>
        Typical range: {lowText} {unit} or more
      </Trans>
    );
  return <Trans>The lab gave no range</Trans>;
};

/** Where the goal ends: a small flag above the bar, pointing at its place. */
const GoalMarks = ({ at }: { at: readonly number[] }) =>
  at.map((percent) => (
    <svg key={percent} x={`${percent}%`} y="0" overflow="visible">
      <line y1="5" y2="22" className="stroke-info forced:stroke-[CanvasText]" strokeWidth="2" />
      <path d="M-5 0h10L0 6z" className="fill-info forced:fill-[CanvasText]" />
    </svg>
  ));

const RangeEnd = ({ at }: { at: number }) => (
  <line x1={`${at}%`} x2={`${at}%`} y1="6" y2="20" className="stroke-ok" strokeWidth="1.5" />
);

/** A circle in range, a diamond outside. */
const Marker = ({ at, standing }: { at: number; standing: Standing }) => (
  <svg x={`${at}%`} y="13" overflow="visible">
    {standing === 'in' || standing === 'unknown' ? (
      <circle r="8" className={`${markerColor[standing]} stroke-surface`} strokeWidth="2.5" />
    ) : (
      <rect
        x="-7"
        y="-7"
        width="14"
        height="14"
        transform="rotate(45)"
        className={`${markerColor[standing]} stroke-surface`}
        strokeWidth="2.5"
      />
    )}
  </svg>
);

/** Where the value stands beside goal and range; the words below carry the same. */
export const RangeBar = ({ value, low, high, unit, standing, goal }: Props) => {
  const { t } = useLingui();
  const goals = [goal?.low, goal?.high].filter((end) => end !== undefined);
  if (low === undefined && high === undefined && goals.length === 0) return null;
  const { percent } = scaleFor(
    value,
    low ?? (high === undefined ? goal?.low : low),
    high ?? (low === undefined ? goal?.high : high),
    goals,
  );
  const hasRange = low !== undefined || high !== undefined;
  const from = low === undefined ? 0 : percent(low);
  const to = high === undefined ? 100 : percent(high);
  return (
    <figure>
      <svg width="100%" height="26" role="img" aria-label={t`Where the value stands beside the typical range`}>
        <rect
          x="0"
          y="9"
          width="100%"
          height="8"
          rx="4"
          className="fill-line forced:fill-[Canvas] forced:stroke-[CanvasText]"
        />
        {hasRange ? (
          <rect x={`${from}%`} y="9" width={`${to - from}%`} height="8" className="fill-ok opacity-55" />
        ) : null}
        {low === undefined ? null : <RangeEnd at={from} />}
        {high === undefined ? null : <RangeEnd at={to} />}
        <GoalMarks at={goals.map(percent)} />
        <Marker at={percent(value)} standing={standing} />
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
        {goal ? <span className="font-semibold text-info">{goal.words}</span> : null}
        {hasRange ? (
          <span>
            <RangeWords low={low} high={high} unit={unit} />
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
};
