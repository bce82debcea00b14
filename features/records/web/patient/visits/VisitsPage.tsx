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
import { useList } from '../../shared/list/load-list.ts';
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
            <div className="mb-5 space-y-3">
              {mayBook ? (
                <ListState kind="appointments" state={appointments} none={noneAhead}>
                  {null}
                </ListState>
              ) : null}
              <ListState kind="visits" state={visits}>
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

const noneAhead = {
  title: <Trans>No appointments</Trans>,
  text: <Trans>Every source was checked, and none has sent an appointment. To make one, call us.</Trans>,
};
