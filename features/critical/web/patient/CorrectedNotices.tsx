import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plural, Trans } from '@lingui/react/macro';
import { FilePenLine } from 'lucide-react';
import { call } from '../../../../web/lib/client.ts';
import { dayOf, useFormats } from '../../../../web/lib/format.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Card } from '../../../../web/ui/Card.tsx';
import { closeCorrection, type Correction } from '../../contract.ts';
import { correctionsQuery } from '../shared/corrections-queries.ts';
import { SideBySide } from '../shared/SideBySide.tsx';

type Group = readonly [Correction, ...Correction[]];

const Title = ({ group }: { group: Group }) => {
  const day = useFormats().weekday(group[0].seenAt);
  const count = group.length;
  if (group[0].kind === 'withdrawn') {
    return (
      <Plural
        value={count}
        one={`The lab took back a result you read on ${day}`}
        other={`The lab took back # results you read on ${day}`}
      />
    );
  }
  if (group[0].kind === 'changed') {
    return (
      <Plural
        value={count}
        one={`A result you read on ${day} was changed`}
        other={`# results you read on ${day} were changed`}
      />
    );
  }
  return (
    <Plural
      value={count}
      one={`A result you read on ${day} was corrected`}
      other={`# results you read on ${day} were corrected`}
    />
  );
};

/** Puts every notice of the group away; what failed stays. */
const useClose = (group: Group) => {
  const queryClient = useQueryClient();
  const [{ patientId }] = group;
  const { queryKey } = correctionsQuery(patientId);
  return useMutation({
    mutationFn: async () => {
      for (const { id } of group) {
        await call(closeCorrection, { params: { patientId, correctionId: id }, body: {} });
        queryClient.setQueryData(queryKey, (known) =>
          known ? { corrections: known.corrections.filter((one) => one.id !== id) } : known,
        );
      }
    },
  });
};

/** Results that were read on one day and that say something else now. */
const OneGroup = ({ group, pathOf }: { group: Group; pathOf: (recordId: string) => string }) => {
  const close = useClose(group);
  const titleId = `corrections-${group[0].id}`;
  return (
    <Card labelledBy={titleId} className="space-y-4 p-5">
      <h2 id={titleId} className="flex items-start gap-2.5 text-xl">
        <FilePenLine aria-hidden size={22} strokeWidth={1.75} className="mt-1 shrink-0 text-info" />
        <span>
          <Title group={group} />
        </span>
      </h2>
      <ul className="space-y-4">
        {group.map((correction) => (
          <li key={correction.id} className="space-y-1.5">
            <Link to={pathOf(correction.recordId)} className="font-semibold">
              {correction.now.title || correction.before.title}
            </Link>
            <SideBySide {...correction} />
          </li>
        ))}
      </ul>
      <p>
        {group[0].kind === 'withdrawn' ? (
          <Trans>Do not use the old value. Ask us if you acted on it.</Trans>
        ) : (
          <Trans>The new value is the right one. Ask us if you acted on the old one.</Trans>
        )}
      </p>
      {close.error ? (
        <p role="alert" className="font-semibold text-bad">
          <Trans>This could not be saved just now. Try again.</Trans>
        </p>
      ) : null}
      <Button look="secondary" pending={close.isPending} onClick={() => close.mutate()}>
        <Trans>I have seen this</Trans>
      </Button>
    </Card>
  );
};

type Props = {
  patientId: string;
  /** Where the result's letter is. */
  pathOf: (recordId: string) => string;
};

/** For Home: results that this person had read and that say something else now. Nothing when there are none. */
export const CorrectedNotices = ({ patientId, pathOf }: Props) => {
  const { data } = useQuery(correctionsQuery(patientId));
  const groups = Map.groupBy(data?.corrections ?? [], (one) => `${one.kind} ${dayOf(one.seenAt)}`);
  return (
    <>
      {[...groups].map(([key, group]) => (
        <OneGroup key={key} group={group as [Correction, ...Correction[]]} pathOf={pathOf} />
      ))}
    </>
  );
};
