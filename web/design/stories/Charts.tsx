import { useFormats } from '../../lib/format.ts';
import { RangeBar, RangeWords } from '../../ui/chart/RangeBar.tsx';
import { Spark } from '../../ui/chart/Spark.tsx';
import { TrendChart, type Measure } from '../../ui/chart/TrendChart.tsx';
import { Story } from '../Story.tsx';
import { useWords } from '../words.ts';

const sugar: readonly Measure[] = (
  [
    ['2024-02-05', 6.1, 'above'],
    ['2024-08-12', 6.9, 'above'],
    ['2025-01-20', 7.3, 'above'],
    ['2025-07-14', 6.2, 'above'],
    ['2026-01-12', 5.4, 'in'],
    ['2026-11-09', 5.9, 'above'],
  ] as const
).map(([day, value, standing]) => ({ id: day, at: new Date(`${day}T12:00:00Z`), value, standing }));

const pressure: readonly Measure[] = (
  [
    ['2026-03-01', 128, 82],
    ['2026-06-01', 182, 121],
    ['2026-09-01', 134, 86],
    ['2026-11-01', 118, 76],
  ] as const
).map(([day, value, lower]) => ({
  id: day,
  at: new Date(`${day}T12:00:00Z`),
  value,
  standing: value > 180 ? 'critical' : value > 120 ? 'above' : 'in',
  lower: { value: lower, standing: lower > 120 ? 'critical' : lower > 80 ? 'above' : 'in' },
}));

export const Charts = () => {
  const words = useWords();
  const formats = useFormats();
  const describe = (measure: Measure) => `${formats.date(measure.at)}: ${formats.number(measure.value)}`;
  const goal = { high: 7, words: words('Your goal: below 7', 'Su meta: menos de 7') };
  const range = { low: 4, high: 5.6, unit: '%' };
  return (
    <>
      <Story name="RangeBar: in, above with a goal, below, critical, one end, no range" className="grid gap-5">
        <RangeBar value={5.1} standing="in" {...range} />
        <RangeBar value={6.2} standing="above" goal={goal} {...range} />
        <RangeBar value={3.1} standing="below" {...range} />
        <RangeBar value={2.6} standing="critical" low={3.5} high={5.1} unit="mmol/L" />
        <RangeBar value={92} standing="in" high={100} unit="mg/dL" />
        <RangeBar value={61} standing="in" low={60} unit="mL/min" />
        <p className="text-sm text-ink-2">
          <RangeWords low={undefined} high={undefined} unit="" />
        </p>
      </Story>
      <Story name="Spark: rising, level, one value (nothing)">
        <Spark values={[1, 2, 1.5, 3, 4]} />
        <Spark values={[2, 2, 2]} />
        <Spark values={[2]} />
      </Story>
      <Story name="TrendChart: range, goal, values out of range" className="">
        <TrendChart
          measures={sugar}
          goal={goal}
          {...range}
          sentence={words('Down from 7.3 in January 2025 to 5.9.', 'Bajó de 7.3 en enero de 2025 a 5.9.')}
          describe={describe}
        />
      </Story>
      <Story name="TrendChart: two figures, one critical, no range" className="">
        <TrendChart
          measures={pressure}
          unit="mmHg"
          sentence={words('118/76 on the last day.', '118/76 el último día.')}
          describe={describe}
        />
      </Story>
    </>
  );
};
