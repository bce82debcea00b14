import { Link } from '@tanstack/react-router';
import { Trans } from '@lingui/react/macro';
import { MapPin } from 'lucide-react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { DateTile } from '../../../../../web/ui/DateTile.tsx';
import type { Completeness } from '../../../contract.ts';
import { isTroubled } from '../../shared/Completeness.tsx';
import { namesIn } from '../../shared/list/WhoName.tsx';
import type { VisitItem } from '../../shared/visits/visit-items.ts';
import type { Whose } from '../../shared/whose.ts';
import { VisitTitle } from '../../shared/visits/VisitWords.tsx';

const When = ({ at }: { at: string }) => {
  const formats = useFormats();
  const day = formats.weekday(at);
  if (at.length <= 10) return <span className="first-letter:uppercase">{day}</span>;
  const time = formats.time(at);
  return (
    <span className="block first-letter:uppercase">
      <Trans>
        {day} at {time}
      </Trans>
    </span>
  );
};

/** The next visit at a glance: when, what for, with whom, where. */
export const NextVisit = ({ item, whose }: { item: VisitItem & { at: string }; whose: Whose }) => {
  const { people, places } = item.kind === 'visit' ? item.visit : item.appointment;
  const place = namesIn(places);
  return (
    <Link
      to={`/visits/${item.id}`}
      className={
        'group block h-full rounded-card bg-brand p-5 text-on-brand no-underline shadow-card hover:bg-brand-strong hover:text-on-brand md:p-6 ' +
        'dark:border dark:border-line dark:bg-brand-soft dark:text-ink dark:hover:bg-brand-soft dark:hover:text-ink ' +
        'forced:border forced:bg-[Canvas] forced:text-[color:LinkText]'
      }
    >
      <span className="mb-4 block font-semibold">
        {whose.side === 'own' ? (
          <Trans>Your next visit</Trans>
        ) : (
          <Trans>
            The next visit of <bdi>{whose.name}</bdi>
          </Trans>
        )}
      </span>
      <span className="flex items-start gap-4">
        <DateTile at={item.at} look="onBrand" />
        <span className="min-w-0">
          <span className="block font-serif text-xl font-medium text-balance md:text-2xl">
            <When at={item.at} />
          </span>
          <span className="mt-1 block">
            <VisitTitle item={item} />
          </span>
          {namesIn(people) ? <span className="block">{namesIn(people)}</span> : null}
          {place ? (
            <span className="mt-1 flex items-start gap-1.5">
              <MapPin aria-hidden size={18} className="mt-1 shrink-0" />
              <span>{place}</span>
            </span>
          ) : null}
        </span>
      </span>
      <span className="mt-4 inline-block font-semibold underline underline-offset-4">
        <Trans>See this visit</Trans>
      </span>
    </Link>
  );
};

/** No visit lies ahead: said only where every source was asked. */
export const NoNextVisit = ({ facts }: { facts: Completeness }) => {
  const { clinic } = useSession();
  return (
    <Card className="p-5 md:p-6" labelledBy="no-visit">
      <h2 id="no-visit" className="text-xl">
        {isTroubled(facts) ? <Trans>We cannot say if a visit is booked</Trans> : <Trans>No visit is booked</Trans>}
      </h2>
      <p className="mt-2 text-ink-2">
        {isTroubled(facts) ? (
          <Trans>
            Not every source could be checked. Call us: <a href={`tel:${clinic.phone}`}>{clinic.phone}</a>
          </Trans>
        ) : (
          <Trans>
            To make one, call us: <a href={`tel:${clinic.phone}`}>{clinic.phone}</a>
          </Trans>
        )}
      </p>
    </Card>
  );
};
