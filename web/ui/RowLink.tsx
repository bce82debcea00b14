import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type Props = {
  to: string;
  className: string;
  /** The row whose detail is open. */
  isOpen?: boolean;
  /** False where list and detail stand side by side: the list stays where it is. */
  resetScroll?: boolean;
  children: ReactNode;
};

/** A row that leads to its detail. It watches nothing, so that a list of thousands stays light. */
export const RowLink = ({ to, className, isOpen = false, resetScroll = true, children }: Props) => {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    void router.navigate({ to, resetScroll, state: { fromList: true } });
  };
  const base = router.options.basepath ?? '/';
  return (
    <a
      href={base === '/' ? to : `${base}${to}`}
      onClick={go}
      aria-current={isOpen ? 'page' : undefined}
      className={className}
    >
      {children}
    </a>
  );
};
