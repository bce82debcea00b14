import type { Ref } from 'react';
import type { Standing } from '../Flag.tsx';

type Props = {
  ref: Ref<SVGGElement>;
  x: number;
  y: number;
  standing: Standing;
  /** The second figure of the same reading, below the first. */
  lower?: { y: number; standing: Standing } | undefined;
  label: string;
  shownText: string | undefined;
  isSelected: boolean;
  /** The text stands on the side of the point that the line does not take. */
  isTextBelow: boolean;
  /** Near a side the text leans inwards. */
  edge: 'left' | 'right' | 'none';
  onSelect: () => void;
};

const anchors = { left: 'start', right: 'end', none: 'middle' } as const;

const color = (standing: Standing): string => {
  if (standing === 'critical') return 'fill-bad';
  return standing === 'in' || standing === 'unknown' ? 'fill-brand' : 'fill-accent';
};

/** A circle in range, a diamond out of range: the shape carries it where colours are gone. */
const Mark = ({ y, standing, isSelected }: { y: number; standing: Standing; isSelected: boolean }) => {
  const look = `${color(standing)} stroke-surface`;
  const half = isSelected ? 6.5 : 5;
  return standing === 'in' || standing === 'unknown' ? (
    <circle cy={y} r={half} className={look} strokeWidth="2" />
  ) : (
    <g transform={`translate(0 ${y})`}>
      <rect
        x={-half}
        y={-half}
        width={2 * half}
        height={2 * half}
        transform="rotate(45)"
        className={look}
        strokeWidth="2"
      />
    </g>
  );
};

/** One reading: one mark, or two that a thin line holds together. */
export const TrendPoint = (props: Props) => {
  const { ref, x, y, standing, lower, label, shownText, isTextBelow, isSelected, edge, onSelect } = props;
  const drop = lower ? lower.y - y : 0;
  return (
    <g
      ref={ref}
      role="img"
      aria-label={label}
      tabIndex={isSelected ? 0 : -1}
      transform={`translate(${x} ${y})`}
      className="outline-offset-4"
      onFocus={onSelect}
      onPointerEnter={onSelect}
    >
      <rect x="-14" y="-14" width="28" height={28 + Math.max(0, drop)} fill="transparent" />
      {lower ? (
        <>
          {isSelected ? <line y2={drop} className="stroke-brand forced:stroke-current" strokeWidth="1" /> : null}
          <Mark y={drop} standing={lower.standing} isSelected={isSelected} />
        </>
      ) : null}
      <Mark y={0} standing={standing} isSelected={isSelected} />
      {shownText ? (
        <text
          aria-hidden
          y={isTextBelow ? 26 : -14}
          textAnchor={anchors[edge]}
          className="fill-ink stroke-surface font-semibold tabular-nums [paint-order:stroke]"
          strokeWidth="4"
        >
          {shownText}
        </text>
      ) : null}
    </g>
  );
};
