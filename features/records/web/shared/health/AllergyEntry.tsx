import { Trans } from '@lingui/react/macro';
import { CircleCheck, CircleDot, CircleHelp, CircleSlash, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import type { Allergy } from '../../../read/allergy.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';

const states: Partial<Record<Allergy['state'], { tone: PillTone; icon: LucideIcon; name: ReactNode }>> = {
  inactive: { tone: 'quiet', icon: CircleCheck, name: <Trans>Not active</Trans> },
  resolved: { tone: 'quiet', icon: CircleCheck, name: <Trans>Over</Trans> },
  refuted: { tone: 'quiet', icon: CircleSlash, name: <Trans>Ruled out</Trans> },
  withdrawn: { tone: 'quiet', icon: CircleSlash, name: <Trans>Entered by mistake</Trans> },
  unknown: { tone: 'quiet', icon: CircleHelp, name: <Trans>Status not given</Trans> },
  'none-known': { tone: 'ok', icon: CircleCheck, name: <Trans>Recorded as none</Trans> },
};

/** On screen the group says it. */
const activeState = { tone: 'info' as const, icon: CircleDot, name: <Trans>Active</Trans> };

const severities: Readonly<Record<string, ReactNode>> = {
  mild: <Trans>mild</Trans>,
  moderate: <Trans>moderate</Trans>,
  severe: <Trans>severe</Trans>,
};

const kinds: Readonly<Record<string, ReactNode>> = {
  food: <Trans>Food</Trans>,
  medication: <Trans>Medicine</Trans>,
  environment: <Trans>Surroundings</Trans>,
  biologic: <Trans>Biologic product</Trans>,
};

/** How dangerous, and where it stands. Allergies look unlike result flags: red is for danger. */
export const AllergyFlags = ({ allergy, onPaper = false }: { allergy: Allergy; onPaper?: boolean }) => {
  const state = onPaper && allergy.state === 'active' ? activeState : states[allergy.state];
  const isLive = allergy.state === 'active' || allergy.state === 'unknown';
  return (
    <>
      {isLive && (allergy.criticality === 'high' || allergy.worst === 'severe') ? (
        <Pill tone="bad" icon={TriangleAlert}>
          <Trans>Can be dangerous</Trans>
        </Pill>
      ) : null}
      {state ? (
        <Pill tone={state.tone} icon={state.icon}>
          {state.name}
        </Pill>
      ) : null}
      {allergy.certain || !isLive ? null : (
        <Pill tone="quiet" icon={CircleHelp}>
          <Trans>Not confirmed</Trans>
        </Pill>
      )}
    </>
  );
};

/** What happens: "Hives (moderate)". */
export const Reactions = ({ allergy }: { allergy: Allergy }) =>
  allergy.reactions.length === 0 ? (
    <Trans>Reaction: none noted</Trans>
  ) : (
    allergy.reactions.map(({ what, severity, words }, index) => (
      <span key={`${index} ${words}`} className="block">
        <bdi>{what.join(', ') || words}</bdi>
        {severity ? <> ({severities[severity] ?? severity})</> : null}
      </span>
    ))
  );

export const AllergyName = ({ allergy }: { allergy: Allergy }) =>
  allergy.name === '' ? <Trans>Allergy without a name</Trans> : <bdi>{allergy.name}</bdi>;

/** One allergy: to what, what happens, how bad, since when. */
export const AllergyEntry = ({ allergy }: { allergy: Allergy }) => (
  <Entry
    title={<AllergyName allergy={allergy} />}
    sub={allergy.state === 'none-known' ? null : <Reactions allergy={allergy} />}
    flags={<AllergyFlags allergy={allergy} />}
    when={
      <Dotted
        parts={[
          ...allergy.categories.map((category) => kinds[category] ?? category),
          allergy.type === 'intolerance' ? <Trans>Intolerance</Trans> : null,
          allergy.recordedAt ? (
            <Trans>
              recorded <WhenText at={allergy.recordedAt} short />
            </Trans>
          ) : null,
          allergy.by?.name ? <bdi>{allergy.by.name}</bdi> : null,
        ]}
      />
    }
  >
    <NotesText notes={allergy.notes} />
  </Entry>
);
