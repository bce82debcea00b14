import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, type ReactNode } from 'react';
import { maySee, useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Card } from '../../../../../web/ui/Card.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { listAppointments, listVisits } from '../../../contract.ts';
import { readAppointment } from '../../../read/appointment.ts';
import { readVisit } from '../../../read/visit.ts';
import { EntryGroup } from '../../shared/list/Entry.tsx';
import { ListState } from '../../shared/list/ListState.tsx';
import { ListTop } from '../../shared/list/ListTop.tsx';
import { useList, type ListState as State } from '../../shared/list/load-list.ts';
import { PaperIncomplete } from '../../shared/list/PaperIncomplete.tsx';
import { PaperTable } from '../../shared/list/PaperTable.tsx';
import { TwoPane, useOpenId } from '../../shared/list/TwoPane.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { namesIn } from '../../shared/list/WhoName.tsx';
import { visitItems, type VisitItem } from '../../shared/visits/visit-items.ts';
import { VisitRow } from '../../shared/visits/VisitRow.tsx';
import { VisitState, VisitTitle } from '../../shared/visits/VisitWords.tsx';
import { VisitsProvider } from './visits-context.ts';

type GroupProps = { title: ReactNode; items: readonly VisitItem[]; shownId: string | undefined };

const Group = ({ title, items, shownId }: GroupProps) =>
  items.length === 0 ? null : (
    <EntryGroup title={title} count={items.length}>
      {items.map((item) => (
        <VisitRow key={item.id} item={item} to={`/visits/${item.id}`} isOpen={shownId === item.id} />
      ))}
    </EntryGroup>
  );

const Printed = ({ title, items }: { title: ReactNode; items: readonly VisitItem[] }) =>
  items.length === 0 ? null : (
    <PaperTable
      title={title}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'at',
          title: <Trans>Date</Trans>,
          nowrap: true,
          cell: ({ at }) => (at ? <WhenText at={at} short /> : '–'),
        },
        { key: 'what', title: <Trans>Visit</Trans>, cell: (item) => <VisitTitle item={item} /> },
        {
          key: 'who',
          title: <Trans>With</Trans>,
          cell: (item) => namesIn(item.kind === 'visit' ? item.visit.people : item.appointment.people) || '–',
        },
        {
          key: 'why',
          title: <Trans>Reason</Trans>,
          cell: (item) => (item.kind === 'visit' ? item.visit.reasons : item.appointment.reasons).join(', ') || '–',
        },
        { key: 'state', title: <Trans>Status</Trans>, cell: (item) => <VisitState item={item} /> },
      ]}
    />
  );

/** Two lists that are shown as one: it is as complete as the less complete of them. */
const bothOf = <A, B>(one: State<A>, other: State<B>): State<A | B> => ({
  items: [...one.items, ...other.items],
  completeness:
    one.completeness && other.completeness
      ? {
          ...one.completeness,
          total: one.completeness.total + other.completeness.total,
          withheld: one.completeness.withheld + other.completeness.withheld,
        }
      : undefined,
  isComplete: one.isComplete && other.isComplete,
  isPending: one.isPending || other.isPending,
  error: one.error ?? other.error,
  partError: one.partError ?? other.partError,
  retry: () => Promise.all([one.retry(), other.retry()]),
});

/** Visits that come and visits that were. */
export const VisitsPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const openId = useOpenId();
  const mayBook = maySee(patient, 'appointments');
  const visits = useList(listVisits, patient.id, readVisit);
  const appointments = useList(listAppointments, patient.id, readAppointment, mayBook);
  const { coming, past } = useMemo(
    () => visitItems(visits.items, appointments.items),
    [visits.items, appointments.items],
  );
  const all = coming.length + past.length;
  const shownId = openId ?? coming[0]?.id ?? past[0]?.id;
  return (
    <VisitsProvider value={{ visits, appointments, coming, past }}>
      <TwoPane
        top={
          <>
            <ListTop
              canPrint={all > 0}
              heading={
                <PageHeading title={t`Visits`} clinic={clinic.name}>
                  <Trans>Visits</Trans>
                </PageHeading>
              }
            />
            <div className="mb-5">
              <ListState kind="visits-and-appointments" state={mayBook ? bothOf(visits, appointments) : visits}>
                {null}
              </ListState>
            </div>
          </>
        }
        list={
          all > 0 ? (
            <Card as="div" className="overflow-hidden">
              <Group title={<Trans>Coming</Trans>} items={coming} shownId={shownId} />
              <Group title={<Trans>Past</Trans>} items={past} shownId={shownId} />
            </Card>
          ) : null
        }
        paper={
          <>
            <Printed title={<Trans>Coming</Trans>} items={coming} />
            <Printed title={<Trans>Past</Trans>} items={past} />
            <PaperIncomplete state={{ isComplete: visits.isComplete && (!mayBook || appointments.isComplete) }} />
          </>
        }
      />
    </VisitsProvider>
  );
};
