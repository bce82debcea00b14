import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { call } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { EmptyState } from '../../../../web/ui/EmptyState.tsx';
import { IdentityLine } from '../../../../web/ui/IdentityHeader.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import { closeMyCorrection, type MyCorrection } from '../../contract.ts';
import { SideBySide } from '../shared/SideBySide.tsx';
import { correctedQuery } from './alerts-queries.ts';

const OneCorrection = ({ correction }: { correction: MyCorrection }) => {
  const { t } = useLingui();
  const formats = useFormats();
  const { clinic } = useSession();
  const queryClient = useQueryClient();
  const close = useMutation({
    mutationFn: () => call(closeMyCorrection, { params: { correctionId: correction.id }, body: {} }),
    onSuccess: () =>
      queryClient.setQueryData(correctedQuery.queryKey, (known) =>
        known ? { corrections: known.corrections.filter((one) => one.id !== correction.id) } : known,
      ),
  });
  const patient = correction.patient ?? { name: t`Name not on file`, birthDate: null, mrn: null };
  const titleId = `corrected-${correction.id}`;
  return (
    <li>
      <article aria-labelledby={titleId} className="space-y-2 rounded-card border border-line bg-surface p-4">
        <h2 id={titleId} className="text-xl">
          {patient.name} · {correction.now.title || correction.before.title}
        </h2>
        <p className="text-sm text-ink-2">
          <Trans>You read it last on {formats.dateTime(correction.seenAt)}.</Trans>
        </p>
        <SideBySide {...correction} />
        {close.error ? <Problem error={close.error} phone={clinic.phone} /> : null}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <IdentityLine patient={patient} />
          <Button look="secondary" data-row pending={close.isPending} onClick={() => close.mutate()}>
            <Trans>Seen, put away for {patient.name}</Trans>
          </Button>
        </div>
      </article>
    </li>
  );
};

/** Results that I had read and that say something else now, of any patient: I may have acted on them. */
export const CorrectedPage = () => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const query = useQuery(correctedQuery);
  return (
    <>
      <PageHeading
        title={t`Corrected results`}
        clinic={clinic.name}
        lead={<Trans>Results that you had read and that were changed since.</Trans>}
      >
        <Trans>Corrected results</Trans>
      </PageHeading>
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      {query.isPending ? <Waiting /> : null}
      {query.data?.corrections.length === 0 ? (
        <EmptyState title={<Trans>Nothing you read was changed</Trans>}>
          <Trans>When a laboratory corrects a result that you had read, both values stand here.</Trans>
        </EmptyState>
      ) : null}
      <ul className="max-w-3xl space-y-4">
        {query.data?.corrections.map((correction) => (
          <OneCorrection key={correction.id} correction={correction} />
        ))}
      </ul>
    </>
  );
};
