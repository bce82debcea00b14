import { CircleAlert, CircleCheck, Info, Phone, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'bad' | 'critical';

const tones: Record<NoticeTone, { box: string; icon: LucideIcon }> = {
  info: { box: 'bg-info-soft text-info border-transparent', icon: Info },
  ok: { box: 'bg-ok-soft text-ok border-transparent', icon: CircleCheck },
  warn: { box: 'bg-warn-soft text-warn border-transparent', icon: TriangleAlert },
  bad: { box: 'bg-bad-soft text-bad border-transparent', icon: CircleAlert },
  critical: { box: 'bg-bad-soft text-bad border-bad border-2', icon: Phone },
};

type Props = { tone?: NoticeTone; title?: ReactNode; live?: boolean; children?: ReactNode; className?: string };

/** One calm message with an icon. `live` announces it when it appears. */
export const Notice = ({ tone = 'info', title, live = false, children, className = '' }: Props) => {
  const { box, icon: Icon } = tones[tone];
  return (
    <div
      role={live ? (tone === 'bad' || tone === 'critical' ? 'alert' : 'status') : undefined}
      className={`flex gap-3 rounded-control border px-4 py-3.5 forced:border-current print:border-current ${box} ${className}`}
    >
      <Icon aria-hidden size={20} className="mt-[0.2em] shrink-0" />
      <div className="min-w-0 max-w-prose space-y-1 [&_a]:text-current">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
};
