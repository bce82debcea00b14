import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import { call } from '../../../../../web/lib/client.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useIsPatientSide, useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import type { Completeness } from '../../../contract.ts';
import { openHeldResult } from '../../../timing/contract.ts';

type Held = NonNullable<Completeness['held']>[number];

/** Opens one at once; every list that may show it is loaded anew. */
export const useOpenHeld = (patientId: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(openHeldResult, { params: { patientId, id }, body: {} }),
    onSuccess: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey: [id, patient] }) =>
          patient === patientId && typeof id === 'string' && /^records\.(?:list|getHome)/.test(id),
      }),
  });
};

const HeldRow = ({ held, patientId, isOwn }: { held: Held; patientId: string; isOwn: boolean }) => {
  const formats = useFormats();
  const { clinic } = useSession();
  const open = useOpenHeld(patientId);
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>
          <Trans>
            Came on {formats.date(held.arrivedAt)}. Opens by itself on {formats.date(held.opensAt)}.
          </Trans>
        </p>
        {isOwn ? (
          <Button look="secondary" pending={open.isPending} onClick={() => open.mutate(held.id)}>
            <Trans>Open now</Trans>
          </Button>
        ) : null}
      </div>
      {open.error ? <Problem error={open.error} phone={clinic.phone} /> : null}
    </li>
  );
};

type Props = { facts: Completeness; patientId: string };

/** What waits for its time because the patient chose so: how many, until when, and the way to open it now. */
export const HeldNotice = ({ facts, patientId }: Props) => {
  const isPatientSide = useIsPatientSide();
  const { patients } = useSession();
  const isOwn = patients.find(({ id }) => id === patientId)?.relationship === 'self';
  const held = facts.held ?? [];
  if (facts.withheld === 0 || !isPatientSide) return null;
  return (
    <section
      aria-labelledby="held"
      className="screen-only rounded-control border border-line bg-surface px-4 py-3.5 forced:border-current"
    >
      <h2 id="held" className="flex items-start gap-2.5 font-sans text-base font-semibold">
        <Hourglass aria-hidden size={20} className="mt-[0.2em] shrink-0 text-brand" />
        <span>
          <Plural
            value={facts.withheld}
            one="One new entry waits for the clinician's comment"
            other="# new entries wait for the clinician's comment"
          />
        </span>
      </h2>
      <p className="mt-1 text-sm text-ink-2">
        {isOwn ? (
          <>
            <Trans>You chose this.</Trans>{' '}
            <Link to="/account/timing">
              <Trans>Change when results open</Trans>
            </Link>
          </>
        ) : (
          <Trans>The patient chose this.</Trans>
        )}
      </p>
      <ul className="mt-1">
        {held.map((one) => (
          <HeldRow key={one.id} held={one} patientId={patientId} isOwn={isOwn} />
        ))}
      </ul>
      {facts.withheld > held.length && held.length > 0 ? (
        <p className="text-sm text-ink-2">
          <Trans>Open these first; the others show then.</Trans>
        </p>
      ) : null}
    </section>
  );
};
