import { Trans } from '@lingui/react/macro';
import { chartMargin, chartHeight, type Ends, type Scales } from './chart-scale.ts';

type Band = { scales: Scales; ends: Ends; first: number; last: number };

const bottomEdge = chartHeight - chartMargin.bottom;

/** The typical range as a band. Its label keeps away from where the line runs through it. All in px. */
export const RangeBand = ({ scales: { left, right, y }, ends: { low, high }, first, last }: Band) => {
  const top = high === undefined ? chartMargin.top : y(high);
  const bottom = low === undefined ? bottomEdge : y(low);
  const isIn = (at: number): boolean => at >= top - 20 && at <= bottom + 20;
  const labelsLeft = isIn(last) && !isIn(first);
  return (
    <g aria-hidden>
      <rect
        x={left}
        y={top}
        width={Math.max(0, right - left)}
        height={Math.max(0, bottom - top)}
        className="fill-ok-soft stroke-ok print:fill-transparent forced:fill-none forced:stroke-[CanvasText]"
        strokeWidth="0.75"
        strokeDasharray="4 4"
      />
      <text
        x={labelsLeft ? left + 8 : right - 8}
        y={last < (top + bottom) / 2 ? bottom - 8 : Math.min(top + 18, bottom - 4)}
        textAnchor={labelsLeft ? 'start' : 'end'}
        className="fill-ok stroke-surface font-semibold [paint-order:stroke] print:stroke-transparent"
        strokeWidth="3"
      >
        <Trans>Typical range</Trans>
      </text>
    </g>
  );
};

const sampleWidth = 26;

/** The ends of a goal as lines across the picture. Their name stands above it, clear of every value. */
export const GoalLines = ({
  scales: { left, right, y },
  ends,
  words,
}: {
  scales: Scales;
  ends: Ends;
  words: string;
}) => {
  const shown = [ends.high, ends.low].filter((end) => end !== undefined);
  return (
    <g
      aria-hidden
      className="stroke-info forced:stroke-[CanvasText]"
      strokeWidth="2.5"
      strokeDasharray="1 6"
      strokeLinecap="round"
    >
      {shown.map((end) => (
        <line key={end} x1={left} x2={right} y1={y(end)} y2={y(end)} />
      ))}
      <line x1={left + 8} x2={left + 8 + sampleWidth} y1={9} y2={9} />
      <text x={left + 16 + sampleWidth} y={14} stroke="none" className="fill-info font-semibold">
        {words}
      </text>
    </g>
  );
};
