import { useFormats } from '../lib/format.ts';

type Props = { at: string; look?: 'plain' | 'onBrand' };

const looks = {
  plain: 'border border-line bg-surface text-ink [&>:first-child]:text-accent',
  onBrand: 'bg-surface text-brand dark:bg-brand dark:text-on-brand',
};

/** A day as a leaf of a calendar: a glance, not the record of it. The full date stands beside it in words. */
export const DateTile = ({ at, look = 'plain' }: Props) => {
  const formats = useFormats();
  return (
    <span
      aria-hidden
      className={`grid w-16 shrink-0 content-center justify-items-center rounded-control px-2 py-2 text-center leading-none print:hidden ${looks[look]}`}
    >
      <span className="text-[0.8125rem] font-bold uppercase">{formats.monthName(at)}</span>
      <span className="figures mt-1 text-[1.875rem] leading-none">{formats.dayNumber(at)}</span>
    </span>
  );
};
