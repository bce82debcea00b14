import { Plural, Trans } from '@lingui/react/macro';
import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import type { ListState } from '../../shared/list/load-list.ts';
import { isProvenEmpty } from '../../shared/Completeness.tsx';
import { AllergyMark } from './AllergyMark.tsx';
import { useAllergies, useAppointments, useConditions, useMedicines, useProfile, useVisits } from './chart-lists.ts';
import { dateWords } from './date-words.ts';
import { doseWords } from './MedicinesPart.tsx';
import { isCurrent, visitKinds } from './state-words.tsx';

/** Lines of one kind at most; the rest is one key away. */
const shownAtMost = 8;

type PartProps<T> = {
  title: ReactNode;
  state: ListState<unknown>;
  rows: readonly T[];
  /** Said only when every source was checked and nothing is held back. */
  none: ReactNode;
  line: (row: T) => ReactNode;
};

/** What could not be loaded is named: a fact that is missing must never look like one that is not there. */
const Nothing = ({ state, none }: Pick<PartProps<unknown>, 'state' | 'none'>) => {
  if (state.error)
    return (
      <p role="alert" className="font-semibold text-bad">
        <Trans>Could not be loaded.</Trans>{' '}
        <button type="button" className="underline underline-offset-4" onClick={() => void state.retry()}>
          <Trans>Try again</Trans>
        </button>
      </p>
    );
  if (state.isPending || !state.completeness) return <p className="text-ink-2">…</p>;
  return (
    <p className="text-ink-2">
      {state.isComplete && isProvenEmpty(state.completeness) ? (
        none
      ) : (
        <Trans>Nothing here, but not every source was checked</Trans>
      )}
    </p>
  );
};

const Part = <T,>({ title, state, rows, none, line }: PartProps<T>) => {
  const rest = rows.length - shownAtMost;
  return (
    <section className="border-t border-line px-4 py-2.5 first:border-t-0">
      <h2 className="mb-1 font-sans text-sm font-semibold text-ink-2">{title}</h2>
      {rows.length === 0 ? (
        <Nothing state={state} none={none} />
      ) : (
        <ul className="space-y-1">
          {rows.slice(0, shownAtMost).map((row, index) => (
            <li key={index} className="min-w-0">
              {line(row)}
            </li>
          ))}
        </ul>
      )}
      {rest > 0 ? (
        <p className="mt-1 text-sm text-ink-2">
          <Plural value={rest} one="and # more" other="and # more" />
        </p>
      ) : null}
      {rows.length > 0 && state.partError ? (
        <p role="alert" className="mt-1 text-sm font-semibold text-bad">
          <Trans>Only a part could be loaded.</Trans>
        </p>
      ) : null}
    </section>
  );
};

/** Phones of the patient and of whom to call for her. */
export const Contacts = ({ patientId }: { patientId: string }) => {
  const state = useProfile(patientId);
  const person = state.items[0];
  const own = person?.phones.filter(({ kind }) => kind === 'phone').slice(0, 2) ?? [];
  const others = person?.contacts.flatMap(({ name, relations, phones }) =>
    phones
      .filter(({ kind }) => kind === 'phone')
      .slice(0, 1)
      .map(({ value }) => ({ value, who: [name, relations[0]].filter(Boolean).join(', ') })),
  );
  const rows = [...own.map(({ value }) => ({ value, who: '' })), ...(others ?? [])];
  return (
    <Part
      title={<Trans>Contact</Trans>}
      state={state}
      rows={rows}
      none={<Trans>No phone on file</Trans>}
      line={({ value, who }) => (
        <>
          <a href={`tel:${value.replaceAll(/[^\d+]/g, '')}`} className="inline-flex items-center gap-1.5">
            <Phone aria-hidden size={14} /> {value}
          </a>
          {who ? <span className="text-sm text-ink-2"> {who}</span> : null}
        </>
      )}
    />
  );
};

export const MedicinesNow = ({ patientId }: { patientId: string }) => {
  const state = useMedicines(patientId);
  return (
    <Part
      title={<Trans>Medicines now</Trans>}
      state={state}
      rows={state.items.filter((row) => (row.state === 'active' || row.state === 'on-hold') && !row.doNotTake)}
      none={<Trans>None recorded</Trans>}
      line={(row) => (
        <>
          {row.name ?? row.medication?.name ?? <Trans>Name not sent</Trans>}{' '}
          <span className="text-sm text-ink-2">{doseWords(row)}</span>
        </>
      )}
    />
  );
};

/** What must be in sight whatever part of the chart is open. */
export const FactsPane = ({ patientId }: { patientId: string }) => {
  const formats = useFormats();
  const allergies = useAllergies(patientId);
  const conditions = useConditions(patientId);
  const visits = useVisits(patientId);
  const appointments = useAppointments(patientId);
  const today = new Date().toISOString();
  const next = appointments.items
    .filter(({ start, state }) => start !== null && start > today && state !== 'cancelled')
    .toSorted((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))
    .slice(0, 1);
  const last = visits.items.filter(({ state }) => state === 'finished' || state === 'unknown').slice(0, 1);
  return (
    <>
      <Part
        title={<Trans>Allergies</Trans>}
        state={allergies}
        rows={allergies.items.filter(({ state }) => ['active', 'unknown', 'none-known'].includes(state))}
        none={<Trans>None recorded. That is not “no allergies”: ask.</Trans>}
        line={(row) => <AllergyMark allergy={row} />}
      />
      <MedicinesNow patientId={patientId} />
      <Part
        title={<Trans>Conditions now</Trans>}
        state={conditions}
        rows={conditions.items.filter(isCurrent)}
        none={<Trans>None recorded</Trans>}
        line={(row) => row.name}
      />
      <Part
        title={<Trans>Next visit</Trans>}
        state={appointments}
        rows={next}
        none={<Trans>None planned</Trans>}
        line={(row) => (
          <>
            {row.start ? formats.dateTime(row.start) : null}
            {row.title ? <span className="text-sm text-ink-2"> {row.title}</span> : null}
          </>
        )}
      />
      <Part
        title={<Trans>Last visit</Trans>}
        state={visits}
        rows={last}
        none={<Trans>None recorded</Trans>}
        line={(row) => (
          <>
            {dateWords(row.span?.start ?? null, formats)}{' '}
            <span className="text-sm text-ink-2">{row.title ?? visitKinds[row.kind]}</span>
          </>
        )}
      />
      <Contacts patientId={patientId} />
    </>
  );
};
