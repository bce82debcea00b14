import type { Ref } from 'react';
import type { Standing } from './Flag.tsx';

type Props = {
  ref: Ref<SVGGElement>;
  x: number;
  y: number;
  standing: Standing;
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
export const TrendPoint = ({
  ref,
  x,
  y,
  standing,
  label,
  shownText,
  isTextBelow,
  isSelected,
  edge,
  onSelect,
}: Props) => {
  const isRound = standing === 'in' || standing === 'unknown';
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
      <circle r="14" fill="transparent" />
      {isRound ? (
        <circle r={isSelected ? 6.5 : 5} className={`${color(standing)} stroke-surface`} strokeWidth="2" />
      ) : (
        <rect
          x={isSelected ? -6.5 : -5}
          y={isSelected ? -6.5 : -5}
          width={isSelected ? 13 : 10}
          height={isSelected ? 13 : 10}
          transform="rotate(45)"
          className={`${color(standing)} stroke-surface`}
          strokeWidth="2"
        />
      )}
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
