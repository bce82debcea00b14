import { useFormats } from '../../lib/format.ts';
import { chartHeight, chartMargin, type Scales } from './chart-scale.ts';

/** Unit, value lines and days. Read by nobody: the sentence and the points say the same. */
export const ChartAxes = ({ scales, unit }: { scales: Scales; unit: string }) => {
  const formats = useFormats();
  const { x, y, right, dayTicks, valueTicks } = scales;
  return (
    <g aria-hidden className="tabular-nums">
      <text x={0} y={14} className="fill-ink-2">
        {unit}
      </text>
      {valueTicks.map((tick) => (
        <g key={tick}>
          <line
            x1={chartMargin.left}
            x2={right}
            y1={y(tick)}
            y2={y(tick)}
            className="stroke-line forced:stroke-[GrayText]"
          />
          <text x={chartMargin.left - 8} y={y(tick) + 5} textAnchor="end" className="fill-ink-2">
            {formats.number(tick)}
          </text>
        </g>
      ))}
      {dayTicks.map((tick) => (
        <text key={tick.getTime()} x={x(tick)} y={chartHeight - 8} textAnchor="middle" className="fill-ink-2">
          {formats.utcMonth(tick)}
        </text>
      ))}
    </g>
  );
};
