import { Trans } from '@lingui/react/macro';
import {
  CircleCheck,
  CircleDot,
  CircleHelp,
  CirclePause,
  CircleSlash,
  CircleStop,
  Hourglass,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import type { CarePlan, CarePlanState, CareTeam } from '../../../read/care-plan.ts';
import type { Goal } from '../../../read/goal.ts';
import { useGoalEnds } from '../goals/use-goal-words.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { namesIn, WhoName } from '../list/WhoName.tsx';

type Look = { tone: PillTone; icon: LucideIcon; name: ReactNode };

const planStates: Record<CarePlanState, Look> = {
  active: { tone: 'info', icon: CircleDot, name: <Trans>Active</Trans> },
  ended: { tone: 'quiet', icon: CircleStop, name: <Trans>Ended</Trans> },
  planned: { tone: 'quiet', icon: Hourglass, name: <Trans>Planned</Trans> },
  'on-hold': { tone: 'warn', icon: CirclePause, name: <Trans>Paused</Trans> },
  stopped: { tone: 'quiet', icon: CircleStop, name: <Trans>Stopped</Trans> },
  withdrawn: { tone: 'quiet', icon: CircleSlash, name: <Trans>Entered by mistake</Trans> },
  unknown: { tone: 'quiet', icon: CircleHelp, name: <Trans>Status not given</Trans> },
};

const goalStates: Record<Goal['state'], Look> = {
  active: planStates.active,
  planned: planStates.planned,
  reached: { tone: 'ok', icon: CircleCheck, name: <Trans>Reached</Trans> },
  stopped: planStates.stopped,
  withdrawn: planStates.withdrawn,
  unknown: planStates.unknown,
};

const LookPill = ({ look: { tone, icon, name } }: { look: Look }) => (
  <Pill tone={tone} icon={icon}>
    {name}
  </Pill>
);

export const GoalState = ({ goal }: { goal: Goal }) => <LookPill look={goalStates[goal.state]} />;
export const PlanState = ({ plan }: { plan: CarePlan }) => <LookPill look={planStates[plan.state]} />;

/** FHIR achievement codes, as senders write them in words. */
const achievements: Readonly<Record<string, ReactNode>> = {
  'in progress': <Trans>under way</Trans>,
  improving: <Trans>getting better</Trans>,
  worsening: <Trans>getting worse</Trans>,
  'no change': <Trans>no change</Trans>,
  achieved: <Trans>reached</Trans>,
  sustaining: <Trans>reached and kept</Trans>,
  'not achieved': <Trans>not reached</Trans>,
  'no progress': <Trans>no progress</Trans>,
  'not attainable': <Trans>cannot be reached</Trans>,
};

const achievementOf = (text: string): ReactNode => achievements[text.toLowerCase().replaceAll('-', ' ')] ?? text;

/** One goal in the words it was agreed in. */
export const GoalEntry = ({ goal }: { goal: Goal }) => {
  const endsOf = useGoalEnds();
  return (
    <Entry
      title={goal.description ? <bdi>{goal.description}</bdi> : <Trans>Goal without words</Trans>}
      flags={<GoalState goal={goal} />}
      when={
        <Dotted
          parts={[
            goal.startedAt ? (
              <Trans>
                since <WhenText at={goal.startedAt} short />
              </Trans>
            ) : null,
            ...goal.targets.flatMap((target, index) => [
              endsOf(target) ? (
                <span key={`value-${index}`}>{[target.measure?.text, endsOf(target)].filter(Boolean).join(': ')}</span>
              ) : null,
              target.due ? (
                <Trans key={`due-${index}`}>
                  by <WhenText at={target.due} short />
                </Trans>
              ) : null,
            ]),
            goal.by?.name ? (
              <Trans>
                set by <WhoName who={goal.by} />
              </Trans>
            ) : null,
            goal.achievement ? achievementOf(goal.achievement) : null,
          ]}
        />
      }
    >
      <NotesText notes={goal.notes} />
    </Entry>
  );
};

/** One plan with its steps. */
export const PlanEntry = ({ plan }: { plan: CarePlan }) => (
  <Entry
    title={plan.title ? <bdi>{plan.title}</bdi> : <Trans>Care plan</Trans>}
    sub={plan.description}
    flags={<PlanState plan={plan} />}
    when={
      <Dotted
        parts={[
          plan.span?.start ? (
            <Trans>
              since <WhenText at={plan.span.start} short />
            </Trans>
          ) : null,
          plan.span?.end ? (
            <Trans>
              until <WhenText at={plan.span.end} short />
            </Trans>
          ) : null,
          namesIn(plan.by),
          plan.about.join(', '),
        ]}
      />
    }
  >
    {plan.narrative ? <p className="mt-1.5 max-w-prose whitespace-pre-line">{plan.narrative}</p> : null}
    {plan.activities.length > 0 ? (
      <ul className="mt-1.5 list-disc space-y-0.5 pl-6">
        {plan.activities.map(({ what, words, when }, index) => (
          <li key={`${index} ${what}`}>
            <bdi>{what || words}</bdi>
            {when ? <span className="text-sm text-ink-2"> · {when}</span> : null}
          </li>
        ))}
      </ul>
    ) : null}
    <NotesText notes={plan.notes} />
  </Entry>
);

/** The people who share in the care. */
export const TeamEntry = ({ team }: { team: CareTeam }) => (
  <Entry title={team.title ? <bdi>{team.title}</bdi> : <Trans>Care team</Trans>}>
    <ul className="mt-1 space-y-0.5">
      {team.members.map((member, index) =>
        member.name ? (
          <li key={`${index} ${member.name}`}>
            <bdi className="font-semibold">{member.name}</bdi>
            {member.roles.length > 0 ? <span className="text-ink-2"> · {member.roles.join(', ')}</span> : null}
          </li>
        ) : null,
      )}
    </ul>
    <NotesText notes={team.notes} />
  </Entry>
);
