/** Keys as they stand on the keyboard. */
export const Keys = ({ keys, className = '' }: { keys: readonly string[]; className?: string }) => (
  <span className={`inline-flex gap-1 ${className}`}>
    {keys.map((key, index) => (
      <kbd
        key={index}
        className="min-w-5 rounded border border-line bg-surface px-1 text-center font-sans text-[0.75rem] leading-[1.125rem] text-ink-2 forced:border-current"
      >
        {key}
      </kbd>
    ))}
  </span>
);
