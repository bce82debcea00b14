import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { MenuEntry } from './MenuPopover.tsx';

const loadMenu = () => import('./MenuPopover.tsx').then((module) => ({ default: module.MenuPopover }));
const MenuPopover = lazy(loadMenu);

type Props = { label: string; trigger: ReactNode; entries: readonly MenuEntry[] };

const triggerClass =
  'flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface py-1 pl-1 pr-3 font-semibold text-ink ' +
  'hover:bg-sunken forced:border-current in-[.staff]:min-h-9';

/** Looks like the menu button at once; the menu's code arrives when somebody reaches for it. */
export const LazyMenu = ({ label, trigger, entries }: Props) => {
  const [isWanted, setIsWanted] = useState(false);
  const standIn = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      className={triggerClass}
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setIsWanted(true)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') setIsWanted(true);
      }}
    >
      <span className="sr-only">{label}</span>
      {trigger}
    </button>
  );
  if (!isWanted) return standIn;
  return (
    <Suspense fallback={standIn}>
      <MenuPopover label={label} trigger={trigger} triggerClass={triggerClass} entries={entries} isOpenAtFirst />
    </Suspense>
  );
};
