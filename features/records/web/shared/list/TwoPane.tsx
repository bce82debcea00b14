import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useIsWide } from '../../../../../web/lib/use-is-wide.ts';

type Props = {
  /** Above both: heading, what the list rests on. */
  top: ReactNode;
  list: ReactNode;
  /** On paper in place of list and detail, where no detail is open. */
  paper?: ReactNode;
};

export const useOpenId = (): string | undefined =>
  useParams({ strict: false, select: (params: { id?: string }) => params.id });

/** List and detail side by side on a desk, one after the other on a phone. */
export const TwoPane = ({ top, list, paper }: Props) => {
  const openId = useOpenId();
  const isWide = useIsWide();
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    detail.current?.scrollTo(0, 0);
  }, [openId]);
  const whereListHides = openId === undefined ? '' : 'hidden lg:block print:hidden';
  const whereDetailHides = openId === undefined ? 'hidden lg:block print:hidden' : '';
  return (
    <>
      <div className={whereListHides}>{top}</div>
      <div className="items-start gap-6 lg:grid lg:grid-cols-[minmax(20rem,5fr)_7fr] print:block">
        <div className={`screen-only min-w-0 ${whereListHides}`}>{list}</div>
        <div
          ref={detail}
          className={`-m-1 min-w-0 p-1 lg:sticky lg:top-5 lg:max-h-[calc(100dvh-2.5rem)] lg:overflow-y-auto in-[.staff]:lg:top-16 in-[.staff]:lg:max-h-[calc(100dvh-5rem)] print:static print:max-h-none print:overflow-visible ${whereDetailHides}`}
        >
          {/* On a phone nothing is opened that nobody asked for. */}
          {openId !== undefined || isWide ? <Outlet /> : null}
        </div>
      </div>
      {openId === undefined ? paper : null}
    </>
  );
};
