import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { withoutAnnotations } from '../../../../../web/lib/annotations.ts';
import { daysAgo, useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { focusRow, usePageKeys } from '../../../../../web/staff/shortcuts.ts';
import { Keys } from '../../../../../web/staff/Keys.tsx';
import { Button } from '../../../../../web/ui/Button.tsx';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { Flag } from '../../../../../web/ui/Flag.tsx';
import { Age, type Identity } from '../../../../../web/ui/IdentityHeader.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import type { Uncommented } from '../../../comments/contract.ts';
import { standingOf } from '../../shared/standing.ts';
import { Composer } from './Composer.tsx';
import { useOutgoing } from './outbox.ts';
import { uncommentedQuery } from './uncommented-query.ts';

const identityOf = (item: Uncommented, unknown: string): Identity =>
  item.patient ?? { name: unknown, birthDate: null, mrn: null };

const Row = ({ item, isOpen, onOpen }: { item: Uncommented; isOpen: boolean; onOpen: () => void }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const patient = identityOf(item, t`Name not on file`);
  const days = daysAgo(item.arrivedAt, new Date());
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        data-row
        aria-current={isOpen ? 'true' : undefined}
        onClick={onOpen}
        className="block w-full border-l-4 border-transparent px-3 py-2 text-left hover:bg-sunken focus-visible:-outline-offset-3 aria-[current=true]:border-brand aria-[current=true]:bg-brand-soft"
      >
        <span className="flex flex-wrap items-center justify-between gap-x-3">
          <span className="font-semibold">{patient.name}</span>
          <Flag standing={standingOf(item.worst)} forStaff />
        </span>
        <span className="flex items-baseline justify-between gap-x-3">
          <span className="min-w-0">
            {item.title}
            <span className="text-sm text-ink-2">
              {item.at ? ` · ${formats.shortDate(item.at)}` : null}
              {item.count > 1 ? (
                <>
                  {' · '}
                  <Plural value={item.count} one="# value" other="# values" />
                </>
              ) : null}
            </span>
          </span>
          <span className="shrink-0 text-sm text-ink-2">
            {days === 0 ? <Trans>came today</Trans> : <Plural value={days} one="waits # day" other="waits # days" />}
          </span>
        </span>
      </button>
    </li>
  );
};

const Values = ({ item }: { item: Uncommented }) => (
  <table className="w-full border-collapse text-left">
    <caption className="sr-only">{item.title}</caption>
    <tbody>
      {item.values.map((one, index) => (
        <tr key={index} className="border-t border-line first:border-t-0">
          <th scope="row" className="py-1 pr-3 font-normal wrap-anywhere hyphens-auto">
            {one.title}
          </th>
          <td className="py-1 pr-3 font-semibold tabular-nums">{withoutAnnotations(one.value)}</td>
          <td className="py-1 text-right">
            {one.state === 'unknown' ? null : <Flag standing={standingOf(one.state)} forStaff />}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** One case: whose it is, what came, and the comment. */
const Case = ({ item, onPosted }: { item: Uncommented; onPosted: () => void }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const patient = identityOf(item, t`Name not on file`);
  const rest = item.count - item.values.length;
  const chart = `/patients/${item.patientId}/results${item.resourceType === 'Observation' ? `/${item.recordId}` : ''}`;
  return (
    <article className="space-y-3 lg:sticky lg:top-4">
      <div className="rounded-card border border-line bg-surface">
        <header className="flex flex-wrap items-baseline gap-x-4 border-b border-line px-4 py-2.5">
          <h2 ref={heading} className="text-xl">
            {patient.name}
          </h2>
          <p>
            {patient.birthDate ? formats.date(patient.birthDate) : '–'}{' '}
            <span className="text-ink-2">
              <Age birthDate={patient.birthDate} />
            </span>
          </p>
          <p className="code-figures">{patient.mrn ?? '–'}</p>
          <Link to={chart} className="ml-auto">
            <Trans>Open the chart</Trans>
          </Link>
        </header>
        <div className="px-4 py-2.5">
          <p className="mb-1.5">
            <span className="font-semibold">{item.title}</span>{' '}
            <span className="text-sm text-ink-2">
              {item.at ? <Trans>taken {formats.shortDate(item.at)}</Trans> : null} ·{' '}
              <Trans>came {formats.shortDate(item.arrivedAt)}</Trans>
            </span>
          </p>
          <Values item={item} />
          {rest > 0 ? (
            <p className="mt-1 text-sm text-ink-2">
              <Plural value={rest} one="and # more value in the chart" other="and # more values in the chart" />
            </p>
          ) : null}
        </div>
      </div>
      <Composer
        key={item.recordId}
        patientId={item.patientId}
        recordId={item.recordId}
        patient={patient}
        title={item.title}
        onPosted={onPosted}
      />
    </article>
  );
};

/** Results of my patients without a comment: critical first, then out of range, then the oldest. */
export const CommentsPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const query = useQuery(uncommentedQuery);
  const onTheWay = new Set(useOutgoing().map(({ recordId }) => recordId));
  const items = (query.data?.results ?? []).filter(({ recordId }) => !onTheWay.has(recordId));
  const [openId, setOpenId] = useState<string>();
  const open = items.find(({ recordId }) => recordId === openId) ?? items[0];
  const place = items.findIndex((item) => item === open);
  const step = (by: 1 | -1): boolean => {
    const next = items[place + by];
    if (next) {
      setOpenId(next.recordId);
      focusRow(place + by);
    }
    return next !== undefined;
  };
  // The box of the one before is gone: on to the next person's row, which says whose it is.
  const [posted, setPosted] = useState(0);
  useEffect(() => {
    if (posted === 0) return;
    const row = document.querySelector<HTMLElement>('main [data-row][aria-current=true]');
    (row ?? document.querySelector<HTMLElement>('main h1'))?.focus();
  }, [posted]);
  usePageKeys((key) => (key === 'n' ? step(1) : key === 'p' ? step(-1) : false));
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <PageHeading
          title={t`Results to comment on`}
          clinic={clinic.name}
          lead={<Trans>Patients may have seen these already. What came in the last 30 days, the worst first.</Trans>}
        >
          <Trans>Results to comment on</Trans>
        </PageHeading>
        <Button look="secondary" className="mb-4" pending={query.isFetching} onClick={() => void query.refetch()}>
          <Trans>Look again</Trans>
        </Button>
      </div>
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      {query.isPending ? <Waiting /> : null}
      {query.data && items.length === 0 ? (
        <EmptyState title={<Trans>You're done</Trans>}>
          <Trans>Every result of your patients from the last 30 days has a comment, or one is on its way.</Trans>
        </EmptyState>
      ) : null}
      {open ? (
        <div className="items-start gap-5 lg:grid lg:grid-cols-[minmax(17rem,6fr)_7fr]">
          <section aria-label={t`Waiting`} className="max-lg:mb-4">
            <p className="mb-1.5 flex items-center justify-between text-sm text-ink-2">
              <Plural value={items.length} one="# result waits" other="# results wait" />
              <span aria-hidden className="hidden items-center gap-1.5 lg:flex">
                <Keys keys={['n']} /> <Trans>next</Trans> <Keys keys={['p']} /> <Trans>back</Trans>{' '}
                <Keys keys={['c']} /> <Trans>write</Trans>
              </span>
            </p>
            <ul className="overflow-hidden rounded-card border border-line bg-surface max-lg:max-h-72 max-lg:overflow-y-auto lg:max-h-[calc(100dvh-11rem)] lg:overflow-y-auto">
              {items.map((item) => (
                <Row key={item.recordId} item={item} isOpen={item === open} onOpen={() => setOpenId(item.recordId)} />
              ))}
            </ul>
            {query.data?.more ? (
              <p className="mt-1.5 text-sm text-ink-2">
                <Trans>More wait than are shown. They come up as these are done.</Trans>
              </p>
            ) : null}
          </section>
          <Case
            key={open.recordId}
            item={open}
            onPosted={() => {
              setOpenId((items[place + 1] ?? items[place - 1])?.recordId);
              setPosted(posted + 1);
            }}
          />
        </div>
      ) : null}
    </>
  );
};
