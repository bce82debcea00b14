import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

export type MenuEntry = { id: string; icon: LucideIcon; text: string; onAction: () => void; apart?: boolean };
type Props = {
  label: string;
  trigger: ReactNode;
  triggerClass: string;
  entries: readonly MenuEntry[];
  isOpenAtFirst?: boolean;
};

/** A menu button with its menu. Load it lazily: it brings React Aria's collections. */
export const MenuPopover = ({ label, trigger, triggerClass, entries, isOpenAtFirst = false }: Props) => {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  // The button takes the focus before the menu does: that is where it returns when the menu closes.
  useEffect(() => {
    if (!isOpenAtFirst) return;
    button.current?.focus();
    setIsOpen(true);
  }, [isOpenAtFirst]);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button ref={button} className={triggerClass}>
        <span className="sr-only">{label}</span>
        {trigger}
      </Button>
      <Popover
        placement="bottom end"
        className="min-w-64 rounded-control border border-line bg-surface p-1.5 shadow-card outline-none forced:border-current"
      >
        <Menu className="outline-none" onAction={(key) => entries.find((entry) => entry.id === key)?.onAction()}>
          {entries.flatMap((entry) => [
            ...(entry.apart ? [<Separator key={`${entry.id}-line`} className="my-1.5 border-t border-line" />] : []),
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.text}
              className="flex min-h-[2.875rem] cursor-pointer items-center gap-3 rounded-control px-3 outline-none data-focused:bg-brand-soft data-focused:text-ink forced:data-focused:outline-2 in-[.staff]:min-h-9"
            >
              <entry.icon aria-hidden size={18} />
              <span>{entry.text}</span>
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};
