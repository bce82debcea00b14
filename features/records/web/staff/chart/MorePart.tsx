import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import {
  listCarePlans,
  listDevices,
  listDocuments,
  listFamilyHistory,
  listProcedures,
  type ListContract,
} from '../../../contract.ts';
import { readCarePlan, readCareTeam, type CarePlan, type CareTeam } from '../../../read/care-plan.ts';
import { readDevice } from '../../../read/device.ts';
import type { FhirResource } from '../../../read/elements.ts';
import { readFamilyHistory } from '../../../read/family-history.ts';
import { readGoal, type Goal } from '../../../read/goal.ts';
import { readProcedure } from '../../../read/procedure.ts';
import { DeviceEntry } from '../../shared/care/DeviceEntry.tsx';
import { FamilyEntry } from '../../shared/care/FamilyEntry.tsx';
import { GoalEntry, PlanEntry, TeamEntry } from '../../shared/care/PlanEntries.tsx';
import { ProcedureEntry } from '../../shared/care/ProcedureEntry.tsx';
import { EntryCard } from '../../shared/list/Entry.tsx';
import type { Kind } from '../../shared/list/KindWords.tsx';
import { ListState } from '../../shared/list/ListState.tsx';
import { useList } from '../../shared/list/load-list.ts';
import { DocumentEntry, readDocument } from '../../shared/rest/DocumentEntry.tsx';
import { ChartPart } from './ChartPart.tsx';
import { usePatientId } from './patient-id.ts';

type Plan = CarePlan | CareTeam | Goal;

const readPlan = (resource: FhirResource): Plan => {
  if (resource.resourceType === 'Goal') return readGoal(resource);
  return resource.resourceType === 'CareTeam' ? readCareTeam(resource) : readCarePlan(resource);
};

const PlanOf = ({ item }: { item: Plan }) => {
  if (item.kind === 'goal') return <GoalEntry goal={item} />;
  return item.kind === 'care-team' ? <TeamEntry team={item} /> : <PlanEntry plan={item} />;
};

type SectionProps<T> = {
  title: ReactNode;
  contract: ListContract;
  kind: Kind;
  read: (resource: FhirResource) => T;
  entry: (item: T, index: number) => ReactNode;
};

const Section = <T,>({ title, contract, kind, read, entry }: SectionProps<T>) => {
  const state = useList(contract, usePatientId(), read);
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-xl">{title}</h2>
      <ListState kind={kind} state={state}>
        <EntryCard>
          <ul>{state.items.map(entry)}</ul>
        </EntryCard>
      </ListState>
    </section>
  );
};

/** What is looked for less often, each list with what it rests on. */
export const MorePart = () => {
  const { t } = useLingui();
  return (
    <ChartPart title={t`More of the chart`} heading={<Trans>More of the chart</Trans>}>
      <Section
        title={<Trans>Care plan and goals</Trans>}
        contract={listCarePlans}
        kind="care-plans"
        read={readPlan}
        entry={(item, index) => <PlanOf key={item.id ?? index} item={item} />}
      />
      <Section
        title={<Trans>Procedures</Trans>}
        contract={listProcedures}
        kind="procedures"
        read={readProcedure}
        entry={(item, index) => <ProcedureEntry key={item.id ?? index} procedure={item} />}
      />
      <Section
        title={<Trans>Devices</Trans>}
        contract={listDevices}
        kind="devices"
        read={readDevice}
        entry={(item, index) => <DeviceEntry key={item.id ?? index} device={item} />}
      />
      <Section
        title={<Trans>Family history</Trans>}
        contract={listFamilyHistory}
        kind="family-history"
        read={readFamilyHistory}
        entry={(item, index) => <FamilyEntry key={item.id ?? index} relative={item} />}
      />
      <Section
        title={<Trans>Forms, images and other documents</Trans>}
        contract={listDocuments}
        kind="entries"
        read={readDocument}
        entry={(item, index) => <DocumentEntry key={item.id ?? index} item={item} />}
      />
    </ChartPart>
  );
};
