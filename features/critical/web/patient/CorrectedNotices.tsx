import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans } from '@lingui/react/macro';
import { FilePenLine } from 'lucide-react';
import { call } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Card } from '../../../../web/ui/Card.tsx';
import { closeCorrection, type Correction } from '../../contract.ts';
import { correctionsQuery } from '../shared/corrections-queries.ts';
import { SideBySide } from '../shared/SideBySide.tsx';

const Title = ({ correction: { kind, seenAt } }: { correction: Correction }) => {
  const day = useFormats().weekday(seenAt);
  if (kind === 'withdrawn') return <Trans>The lab took back a result you read on {day}</Trans>;
  if (kind === 'changed') return <Trans>A result you read on {day} was changed</Trans>;
  return <Trans>A result you read on {day} was corrected</Trans>;
};

const OneNotice = ({ correction, to }: { correction: Correction; to: string }) => {
  const queryClient = useQueryClient();
  const { queryKey } = correctionsQuery(correction.patientId);
  const close = useMutation({
    mutationFn: () =>
      call(closeCorrection, {
        params: { patientId: correction.patientId, correctionId: correction.id },
        body: {},
      }),
    onSuccess: () =>
      queryClient.setQueryData(queryKey, (known) =>
        known ? { corrections: known.corrections.filter((one) => one.id !== correction.id) } : known,
      ),
  });
  const titleId = `correction-${correction.id}`;
  return (
    <Card labelledBy={titleId} className="space-y-3 p-5">
      <h2 id={titleId} className="flex items-start gap-2.5 text-xl">
        <FilePenLine aria-hidden size={22} strokeWidth={1.75} className="mt-1 shrink-0 text-info" />
        <span>
          <Title correction={correction} />
        </span>
      </h2>
      <p>{correction.now.title || correction.before.title}</p>
      <SideBySide {...correction} />
      {correction.kind === 'withdrawn' ? (
        <p>
          <Trans>Do not use the old value. Ask us if you acted on it.</Trans>
        </p>
      ) : (
        <p>
          <Trans>The new value is the right one. Ask us if you acted on the old one.</Trans>
        </p>
      )}
      {close.error ? (
        <p role="alert" className="font-semibold text-bad">
          <Trans>This could not be saved just now. Try again.</Trans>
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Link to={to}>
          <Trans>Read the result</Trans>
        </Link>
        <Button look="secondary" pending={close.isPending} onClick={() => close.mutate()}>
          <Trans>I have seen this</Trans>
        </Button>
      </div>
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
  if (!data || data.corrections.length === 0) return null;
  return (
    <>
      {data.corrections.map((correction) => (
        <OneNotice key={correction.id} correction={correction} to={pathOf(correction.recordId)} />
      ))}
    </>
  );
};
