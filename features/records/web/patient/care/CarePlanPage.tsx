import { Trans, useLingui } from '@lingui/react/macro';
import { listCarePlans } from '../../../contract.ts';
import { readCarePlan, readCareTeam, type CarePlan, type CareTeam } from '../../../read/care-plan.ts';
import type { FhirResource } from '../../../read/elements.ts';
import { readGoal, type Goal } from '../../../read/goal.ts';
import { GoalEntry, GoalState, PlanEntry, PlanState, TeamEntry } from '../../shared/care/PlanEntries.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { namesIn } from '../../shared/list/WhoName.tsx';
import { SimplePage } from './SimplePage.tsx';

type Item = CarePlan | CareTeam | Goal;

const read = (resource: FhirResource): Item => {
  if (resource.resourceType === 'Goal') return readGoal(resource);
  return resource.resourceType === 'CareTeam' ? readCareTeam(resource) : readCarePlan(resource);
};

const isLive = ({ state }: Item): boolean =>
  state === 'active' || state === 'planned' || state === 'on-hold' || state === 'unknown';

const startOf = (item: Item): string | null => (item.kind === 'goal' ? item.startedAt : (item.span?.start ?? null));

const EntryOf = ({ item }: { item: Item }) => {
  if (item.kind === 'goal') return <GoalEntry goal={item} />;
  return item.kind === 'care-team' ? <TeamEntry team={item} /> : <PlanEntry plan={item} />;
};

const WhatText = ({ item }: { item: Item }) => {
  if (item.kind === 'goal') return item.description;
  if (item.kind === 'care-team') return [item.title, namesIn(item.members)].filter(Boolean).join(': ');
  const steps = item.activities.map(({ what }) => what).filter(Boolean);
  return [item.title, steps.join('; ')].filter(Boolean).join(': ');
};

/** What was agreed: goals first, then plans with their steps, and who is on the team. */
export const CarePlanPage = () => {
  const { t } = useLingui();
  return (
    <SimplePage<Item>
      title={t`Care plan and goals`}
      contract={listCarePlans}
      kind="care-plans"
      read={read}
      groups={[
        { key: 'goals', title: <Trans>Goals</Trans>, has: (item) => item.kind === 'goal' && isLive(item) },
        { key: 'plans', title: <Trans>Plans</Trans>, has: (item) => item.kind === 'care-plan' && isLive(item) },
        { key: 'team', title: <Trans>Care team</Trans>, has: (item) => item.kind === 'care-team' && isLive(item) },
        { key: 'past', title: <Trans>Ended, reached or taken back</Trans>, has: (item) => !isLive(item) },
      ]}
      entry={(item) => <EntryOf key={item.id} item={item} />}
      columns={[
        { key: 'what', title: <Trans>What</Trans>, cell: (item) => <WhatText item={item} /> },
        {
          key: 'since',
          title: <Trans>Since</Trans>,
          nowrap: true,
          cell: (item) => {
            const start = startOf(item);
            return start ? <WhenText at={start} short /> : '–';
          },
        },
        {
          key: 'state',
          title: <Trans>Status</Trans>,
          cell: (item) =>
            item.kind === 'goal' ? (
              <GoalState goal={item} />
            ) : item.kind === 'care-plan' ? (
              <PlanState plan={item} />
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
};
