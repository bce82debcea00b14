/** How much waits; nothing when nothing does. `loud`: somebody may be in danger. Red stands nowhere else in the rail. */
export const CountBadge = ({ count, loud = false, label }: { count: number; loud?: boolean; label: string }) =>
  count === 0 ? null : (
    <span
      className={`relative rounded-full px-1.5 text-[0.75rem] leading-5 font-bold tabular-nums forced:border ${loud ? 'bg-bad text-surface dark:text-on-brand' : 'bg-brand text-on-brand'}`}
    >
      {count > 99 ? '99+' : count}
      <span className="sr-only"> {label}</span>
    </span>
  );
