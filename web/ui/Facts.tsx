import type { ReactNode } from 'react';

export type Fact = { label: ReactNode; value: ReactNode; key: string };

/** Names and values below each other on a phone, side by side on a desk. Facts without a value are left out. */
export const Facts = ({ facts, className = '' }: { facts: readonly Fact[]; className?: string }) => {
  const given = facts.filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false);
  if (given.length === 0) return null;
  return (
    <dl className={className}>
      {given.map(({ key, label, value }) => (
        <div
          key={key}
          className="gap-x-4 border-t border-line py-2 first:border-t-0 sm:grid sm:grid-cols-[11rem_1fr] in-[.staff]:py-1"
        >
          <dt className="text-sm text-ink-2 sm:text-base">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
};
