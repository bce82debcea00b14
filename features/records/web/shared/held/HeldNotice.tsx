import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import { call } from '../../../../../web/lib/client.ts';
import { dayOf, useFormats } from '../../../../../web/lib/format.ts';
import { useIsPatientSide, useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import type { Completeness } from '../../../contract.ts';
import { openHeldResult } from '../../../timing/contract.ts';

type Held = NonNullable<Completeness['held']>[number];

/** Opens these at once; every list that may show them is loaded anew, also when one of them failed. */
export const useOpenHeld = (patientId: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await call(openHeldResult, { params: { patientId, id }, body: {} });
    },
    onSettled: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey: [id, patient] }) =>
          patient === patientId && typeof id === 'string' && /^records\.(?:list|getHome)/.test(id),
      }),
  });
};

type DayProps = { day: readonly [Held, ...Held[]]; patientId: string; isOwn: boolean };

/** What came on one day and opens on one day. */
const HeldDay = ({ day, patientId, isOwn }: DayProps) => {
  const formats = useFormats();
  const { clinic } = useSession();
  const open = useOpenHeld(patientId);
  const came = formats.date(day[0].arrivedAt);
  const opens = formats.date(day[0].opensAt);
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>
          <Plural
            value={day.length}
            one={`Came on ${came}. Opens by itself on ${opens}.`}
            other={`# came on ${came}. They open by themselves on ${opens}.`}
          />
        </p>
        {isOwn ? (
          <Button look="secondary" pending={open.isPending} onClick={() => open.mutate(day.map(({ id }) => id))}>
            {day.length === 1 ? <Trans>Open now</Trans> : <Trans>Open all now</Trans>}
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
  const days = Map.groupBy(held, ({ arrivedAt, opensAt }) => `${dayOf(arrivedAt)} ${dayOf(opensAt)}`);
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
            one="One new report or result waits for the clinician's comment"
            other="# new reports or results wait for the clinician's comment"
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
        {[...days].map(([key, day]) => (
          <HeldDay key={key} day={day as [Held, ...Held[]]} patientId={patientId} isOwn={isOwn} />
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
