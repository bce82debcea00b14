import { useQuery } from '@tanstack/react-query';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useSession } from '../../../../web/lib/session.ts';
import { Keys } from '../../../../web/staff/Keys.tsx';
import { focusRow, usePageKeys } from '../../../../web/staff/shortcuts.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { EmptyState } from '../../../../web/ui/EmptyState.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Segments } from '../../../../web/ui/Segments.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import type { AlertItem } from '../../contract.ts';
import type { Answered } from './AcknowledgeDialog.tsx';
import { AlertCase } from './AlertCase.tsx';
import { AlertRow } from './AlertRow.tsx';
import { alertsQuery, countQuery, type ListState } from './alerts-queries.ts';

/** A look at the list is an entry in the log of everybody on it: it is read again only when the count says it changed. */
const useAlerts = (state: ListState) => {
  const query = useQuery(alertsQuery(state));
  const count = useQuery(countQuery).data;
  const waiting = query.data?.alerts.filter((alert) => !alert.acknowledged) ?? [];
  const isBehind =
    state === 'open' &&
    query.data !== undefined &&
    count !== undefined &&
    (count.open !== waiting.length || count.overdue > waiting.filter((alert) => alert.isOverdue).length) &&
    !query.data.more;
  const { isFetching, isError, refetch } = query;
  const seen = count ? `${count.open} ${count.overdue}` : '';
  useEffect(() => {
    if (isBehind && !isFetching && !isError) void refetch();
    // Once for each thing the count says, not in a circle.
  }, [seen]);
  return query;
};

type ListProps = {
  alerts: readonly AlertItem[];
  cameAt: number;
  open: AlertItem | undefined;
  onOpen: (id: string) => void;
};

const List = ({ alerts, cameAt, open, onOpen }: ListProps) => {
  const { t } = useLingui();
  return (
    <section aria-label={t`Critical results`} className="max-lg:mb-4">
      <p className="mb-1.5 flex items-center justify-between text-sm text-ink-2">
        <Plural value={alerts.length} one="# result" other="# results" />
        <span aria-hidden className="hidden items-center gap-1.5 lg:flex">
          <Keys keys={['n']} /> <Trans>next</Trans> <Keys keys={['p']} /> <Trans>back</Trans> <Keys keys={['a']} />{' '}
          <Trans>answer</Trans>
        </span>
      </p>
      <ul className="overflow-hidden rounded-card border border-line bg-surface max-lg:max-h-72 max-lg:overflow-y-auto lg:max-h-[calc(100dvh-13rem)] lg:overflow-y-auto">
        {alerts.map((alert) => (
          <AlertRow
            key={alert.id}
            alert={alert}
            cameAt={cameAt}
            isOpen={alert === open}
            onOpen={() => onOpen(alert.id)}
          />
        ))}
      </ul>
    </section>
  );
};

const Empty = ({ state }: { state: ListState }) =>
  state === 'open' ? (
    <EmptyState title={<Trans>No critical result waits</Trans>}>
      <Trans>Every critical result that came has been answered. New ones come up here by themselves.</Trans>
    </EmptyState>
  ) : (
    <EmptyState title={<Trans>None was answered in the last seven days</Trans>}>
      <Trans>Answered alerts stay here for seven days, with the call that was made.</Trans>
    </EmptyState>
  );

/** Critical results: what waits, how long is left, and the answer. */
export const AlertsPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const [state, setState] = useState<ListState>('open');
  const [openId, setOpenId] = useState<string>();
  const [answered, setAnswered] = useState<Answered>();
  const query = useAlerts(state);
  const alerts = query.data?.alerts ?? [];
  const open = alerts.find(({ id }) => id === openId) ?? alerts[0];
  const show = (id: string): void => {
    setOpenId(id);
    setAnswered(undefined);
  };
  const step = (by: 1 | -1): boolean => {
    const place = open ? alerts.indexOf(open) + by : -1;
    const next = alerts[place];
    if (next) {
      show(next.id);
      focusRow(place);
    }
    return next !== undefined;
  };
  usePageKeys((key) => (key === 'n' ? step(1) : key === 'p' ? step(-1) : false));
  return (
    <>
      <PageHeading title={t`Critical results`} clinic={clinic.name}>
        <Trans>Critical results</Trans>
      </PageHeading>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <Segments
          label={t`Which alerts`}
          value={state}
          onChange={setState}
          options={[
            { value: 'open', label: <Trans>Waiting</Trans> },
            { value: 'closed', label: <Trans>Answered</Trans> },
          ]}
        />
        <Button look="secondary" pending={query.isRefetching} onClick={() => void query.refetch()}>
          <Trans>Look again</Trans>
        </Button>
      </div>
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      {query.isPending ? <Waiting /> : null}
      {query.data && alerts.length === 0 ? <Empty state={state} /> : null}
      {open ? (
        <div className="items-start gap-5 lg:grid lg:grid-cols-[minmax(17rem,5fr)_7fr]">
          <List alerts={alerts} cameAt={query.dataUpdatedAt} open={open} onOpen={show} />
          <AlertCase
            key={open.id}
            alert={open}
            cameAt={query.dataUpdatedAt}
            answered={answered?.alert.id === open.id ? answered : undefined}
            onAnswered={(answer) => {
              setOpenId(open.id);
              setAnswered(answer);
            }}
          />
        </div>
      ) : null}
    </>
  );
};
