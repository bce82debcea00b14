type Props = { values: readonly number[] };

const width = 84;
const height = 30;
const inset = 4;
const maxPoints = 12;

/** The shape of the last values at a glance. Decoration: the words of the row say the same. */
export const Spark = ({ values }: Props) => {
  const shown = values.slice(-maxPoints);
  if (shown.length < 2) return null;
  const low = Math.min(...shown);
  const span = Math.max(...shown) - low || 1;
  const points = shown.map((value, index) => [
    inset + (index / (shown.length - 1)) * (width - 2 * inset),
    height - inset - ((value - low) / span) * (height - 2 * inset),
  ]);
  const last = points.at(-1) ?? [0, 0];
  return (
    <svg aria-hidden width={width} height={height} className="text-brand">
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <circle cx={last[0]} cy={last[1]} r="3.5" fill="currentColor" />
    </svg>
  );
};
