import { Trans } from '@lingui/react/macro';
import { CircleCheck, CircleHelp, CircleSlash, CircleStop, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Facts } from '../../../../../web/ui/Facts.tsx';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import type { Coverage } from '../../../read/coverage.ts';
import { useCommonWord } from '../../plain/use-plain.ts';
import { Entry } from '../list/Entry.tsx';
import { WhenText } from '../list/WhenText.tsx';

const states: Record<Coverage['state'], { tone: PillTone; icon: LucideIcon; name: ReactNode }> = {
  active: { tone: 'ok', icon: CircleCheck, name: <Trans>Active</Trans> },
  ended: { tone: 'quiet', icon: CircleStop, name: <Trans>Ended</Trans> },
  withdrawn: { tone: 'quiet', icon: CircleSlash, name: <Trans>Entered by mistake</Trans> },
  unknown: { tone: 'quiet', icon: CircleHelp, name: <Trans>Status not given</Trans> },
};

export const CoverageState = ({ coverage }: { coverage: Coverage }) => {
  const { tone, icon, name } = states[coverage.state];
  return (
    <Pill tone={tone} icon={icon}>
      {name}
    </Pill>
  );
};

/** One insurance plan as the clinic has it. */
export const CoverageEntry = ({ coverage }: { coverage: Coverage }) => {
  const commonWord = useCommonWord();
  return (
    <Entry
      title={coverage.title ? <bdi>{coverage.title}</bdi> : <Trans>Plan without a name</Trans>}
      sub={coverage.type === null || coverage.type === coverage.title ? null : commonWord(coverage.type)}
      flags={<CoverageState coverage={coverage} />}
    >
      <Facts
        className="mt-2"
        facts={[
          {
            key: 'member',
            label: <Trans>Member number</Trans>,
            value: coverage.memberId ? <bdi className="code-figures">{coverage.memberId}</bdi> : null,
          },
          {
            key: 'subscriber',
            label: <Trans>Subscriber number</Trans>,
            value: coverage.subscriberId ? <bdi className="code-figures">{coverage.subscriberId}</bdi> : null,
          },
          {
            key: 'relation',
            label: <Trans>Relation to the subscriber</Trans>,
            value: coverage.relation ? commonWord(coverage.relation) : null,
          },
          ...coverage.classes.map(({ type, value, name }, index) => ({
            key: `class-${index}`,
            label: <bdi>{type ? commonWord(type) : <Trans>Part of the plan</Trans>}</bdi>,
            value: [...new Set([name, value])].filter(Boolean).join(' · '),
          })),
          {
            key: 'from',
            label: <Trans>From</Trans>,
            value: coverage.span?.start ? <WhenText at={coverage.span.start} /> : null,
          },
          {
            key: 'until',
            label: <Trans>Until</Trans>,
            value: coverage.span?.end ? <WhenText at={coverage.span.end} /> : null,
          },
        ]}
      />
    </Entry>
  );
};
