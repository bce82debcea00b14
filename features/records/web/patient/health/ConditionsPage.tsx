import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, type ReactNode } from 'react';
import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { listConditions } from '../../../contract.ts';
import { readCondition } from '../../../read/condition.ts';
import { usePlainCondition } from '../../plain/use-plain.ts';
import { codingsOf } from '../../shared/health/codings.ts';
import { ConditionEntry } from '../../shared/health/ConditionEntry.tsx';
import { ConditionState } from '../../shared/health/ConditionState.tsx';
import {
  groupConditions,
  partOfCondition,
  type ConditionGroup,
  type ConditionPart,
} from '../../shared/health/group-conditions.ts';
import { EntryCard, EntryGroup } from '../../shared/list/Entry.tsx';
import { ListState } from '../../shared/list/ListState.tsx';
import { ListTop } from '../../shared/list/ListTop.tsx';
import { useList } from '../../shared/list/load-list.ts';
import { PaperIncomplete } from '../../shared/list/PaperIncomplete.tsx';
import { PaperTable } from '../../shared/list/PaperTable.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { BackToRecord } from '../BackToRecord.tsx';

const parts: readonly { part: ConditionPart; title: ReactNode }[] = [
  { part: 'now', title: <Trans>Current conditions</Trans> },
  { part: 'concerns', title: <Trans>Life and circumstances</Trans> },
  { part: 'past', title: <Trans>Past conditions</Trans> },
  { part: 'not-so', title: <Trans>Ruled out or taken back</Trans> },
];

const Printed = ({ title, groups }: { title: ReactNode; groups: readonly ConditionGroup[] }) => {
  const plain = usePlainCondition();
  return (
    <PaperTable
      title={title}
      rows={groups}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'name',
          title: <Trans>Condition</Trans>,
          cell: ({ lead }) => {
            const name = plain(codingsOf(lead.concept))?.name;
            return name && name !== lead.name ? `${name} (${lead.name})` : lead.name;
          },
        },
        { key: 'state', title: <Trans>Status</Trans>, cell: ({ lead }) => <ConditionState condition={lead} /> },
        {
          key: 'since',
          title: <Trans>Since</Trans>,
          nowrap: true,
          cell: ({ lead }) => (lead.since ? <WhenText at={lead.since} short /> : '–'),
        },
        {
          key: 'until',
          title: <Trans>Until</Trans>,
          nowrap: true,
          cell: ({ lead }) => (lead.until ? <WhenText at={lead.until} short /> : '–'),
        },
      ]}
    />
  );
};

/** Health problems: what is current first, then circumstances, then what is over. */
export const ConditionsPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  const state = useList(listConditions, patient.id, readCondition);
  const groups = useMemo(() => groupConditions(state.items), [state.items]);
  const shown = parts
    .map(({ part, title }) => ({ part, title, groups: groups.filter(({ lead }) => partOfCondition(lead) === part) }))
    .filter((one) => one.groups.length > 0);
  return (
    <>
      <BackToRecord />
      <ListTop
        canPrint={groups.length > 0}
        heading={
          <PageHeading title={t`Conditions`} clinic={clinic.name}>
            <Trans>Conditions</Trans>
          </PageHeading>
        }
      />
      <ListState kind="conditions" state={state}>
        <EntryCard>
          {shown.map(({ part, title, groups: members }) => (
            <EntryGroup key={part} title={title} count={members.length}>
              {members.map((group) => (
                <ConditionEntry key={group.key} group={group} />
              ))}
            </EntryGroup>
          ))}
        </EntryCard>
        {shown.map(({ part, title, groups: members }) => (
          <Printed key={part} title={title} groups={members} />
        ))}
        <PaperIncomplete state={state} />
      </ListState>
    </>
  );
};
