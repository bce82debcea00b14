import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { Trans } from '@lingui/react/macro';
import { ChevronLeft } from 'lucide-react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page before is the list: going back finds it where it was left. */
    fromList?: boolean;
  }
}

/** From a letter back to the list, on a phone: to the row that was pressed, not to the top. */
export const BackToList = ({ to }: { to: string }) => {
  const router = useRouter();
  const isFromList = useLocation({ select: (location) => location.state.fromList === true });
  return (
    <p className="screen-only mb-3 lg:hidden">
      <Link
        to={to}
        className="inline-flex min-h-11 items-center gap-1 font-semibold in-[.staff]:min-h-9"
        onClick={(event) => {
          if (!isFromList || event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          router.history.back();
        }}
      >
        <ChevronLeft aria-hidden size={20} /> <Trans>All results</Trans>
      </Link>
    </p>
  );
};
