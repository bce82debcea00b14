import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type PillTone = 'ok' | 'warn' | 'bad' | 'info' | 'quiet';

const tones: Record<PillTone, string> = {
  ok: 'bg-ok-soft text-ok border-transparent',
  warn: 'bg-warn-soft text-warn border-transparent',
  bad: 'bg-bad-soft text-bad border-bad',
  info: 'bg-info-soft text-info border-transparent',
  quiet: 'bg-sunken text-ink-2 border-transparent',
};

/** A state in a few words: icon, word and colour together, never colour alone. */
export const Pill = ({ tone, icon: Icon, children }: { tone: PillTone; icon: LucideIcon; children: ReactNode }) => (
  <span
    className={
      'inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-sm font-semibold ' +
      `in-[.staff]:px-2 forced:border-current print:border-current ${tones[tone]}`
    }
  >
    <Icon aria-hidden size={15} strokeWidth={2.5} className="shrink-0" />
    {children}
  </span>
);
