import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page before is the list: going back finds it where it was left. */
    fromList?: boolean;
  }
}

type Props = { to: string; children: ReactNode; className?: string };

/** Back to the list: where it came from the list, to the row that was pressed, not to the top. */
export const BackLink = ({ to, children, className = '' }: Props) => {
  const router = useRouter();
  const isFromList = useLocation({ select: (location) => location.state.fromList === true });
  return (
    <p className={`screen-only mb-3 ${className}`}>
      <Link
        to={to}
        className="inline-flex min-h-11 items-center gap-1 font-semibold in-[.staff]:min-h-9"
        onClick={(event) => {
          if (!isFromList || event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          router.history.back();
        }}
      >
        <ChevronLeft aria-hidden size={20} /> {children}
      </Link>
    </p>
  );
};
