import { Plural, Trans } from '@lingui/react/macro';
import { usePlainCondition } from '../../plain/use-plain.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { codingsOf } from './codings.ts';
import { ConditionState } from './ConditionState.tsx';
import type { ConditionGroup } from './group-conditions.ts';

/** One condition: our name for it, since when, and what it is in plain words. */
export const ConditionEntry = ({ group: { lead, others } }: { group: ConditionGroup }) => {
  const plain = usePlainCondition()(codingsOf(lead.concept));
  const name = plain?.name ?? (lead.name || <Trans>Condition without a name</Trans>);
  const sendersName = plain && lead.name && lead.name.toLowerCase() !== plain.name.toLowerCase() ? lead.name : null;
  return (
    <Entry
      title={<bdi>{name}</bdi>}
      sub={plain?.short}
      flags={<ConditionState condition={lead} />}
      when={
        <Dotted
          parts={[
            lead.since ? (
              <Trans>
                since <WhenText at={lead.since} short />
              </Trans>
            ) : null,
            lead.until ? (
              <Trans>
                until <WhenText at={lead.until} short />
              </Trans>
            ) : null,
            lead.severity,
            lead.bodySites.join(', '),
            lead.by?.name ? <bdi>{lead.by.name}</bdi> : null,
            others.length > 0 ? <Plural value={others.length + 1} one="noted once" other="noted # times" /> : null,
          ]}
        />
      }
      more={
        plain
          ? {
              label: <Trans>What this is</Trans>,
              content: (
                <>
                  <p>{plain.what}</p>
                  <p>{plain.next}</p>
                  {plain.call ? <p className="font-semibold">{plain.call}</p> : null}
                  {sendersName ? (
                    <p className="text-sm text-ink-2">
                      <Trans>
                        The clinic's name for it: <bdi>{sendersName}</bdi>
                      </Trans>
                    </p>
                  ) : null}
                </>
              ),
            }
          : undefined
      }
    >
      <NotesText notes={lead.notes} />
    </Entry>
  );
};
