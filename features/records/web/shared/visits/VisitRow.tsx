import { Trans } from '@lingui/react/macro';
import { memo } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useIsWide } from '../../../../../web/lib/use-is-wide.ts';
import { DateTile } from '../../../../../web/ui/DateTile.tsx';
import { RowLink } from '../../../../../web/ui/RowLink.tsx';
import { Dotted } from '../list/Entry.tsx';
import { namesIn } from '../list/WhoName.tsx';
import type { VisitItem } from './visit-items.ts';
import { VisitState, VisitTitle, VisitTypeText } from './VisitWords.tsx';

type Props = { item: VisitItem; to: string; isOpen: boolean };

const peopleOf = (item: VisitItem): string =>
  namesIn(item.kind === 'visit' ? item.visit.people : item.appointment.people);
/** One visit in the list: the day, what for, with whom. */
export const VisitRow = memo(({ item, to, isOpen }: Props) => {
  const formats = useFormats();
  const isWide = useIsWide();
  const hasTime = item.at !== null && item.at.length > 10;
  return (
    <li className="border-t border-line first:border-t-0">
      <RowLink
        to={to}
        isOpen={isOpen}
        resetScroll={!isWide}
        className={
          'flex items-start gap-4 px-4 py-3.5 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 md:px-5 ' +
          'in-[.staff]:px-3 in-[.staff]:py-1.5 lg:aria-[current=page]:bg-brand-soft lg:aria-[current=page]:shadow-[inset_4px_0_0_var(--brand)]'
        }
      >
        {item.at ? <DateTile at={item.at} /> : null}
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">
            <VisitTitle item={item} />
          </span>
          <span className="block text-sm text-ink-2">
            <Dotted
              parts={[
                item.at ? <span className="dates">{formats.date(item.at)}</span> : <Trans>No date given</Trans>,
                item.isComing && hasTime ? <span className="dates">{formats.time(item.at ?? '')}</span> : null,
              ]}
            />
          </span>
          <span className="block text-sm text-ink-2">
            <Dotted
              parts={[
                item.kind === 'visit' && item.visit.reasons.length > 0 ? <VisitTypeText visit={item.visit} /> : null,
                peopleOf(item) ? <bdi>{peopleOf(item)}</bdi> : null,
              ]}
            />
          </span>
          <span className="mt-1.5 block empty:hidden">
            <VisitState item={item} />
          </span>
        </span>
      </RowLink>
    </li>
  );
});
