import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CircleCheck, CircleHelp, CircleSlash } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { call } from '../../../../../web/lib/client.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { ErrorSummary } from '../../../../../web/ui/ErrorSummary.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import { invitePatients, toConfirm, type ReviewedRow } from '../../../desk/contract.ts';
import { useRefusals } from '../../shared/refusals.tsx';
import { useStep } from '../../shared/use-step.ts';
import type { ListCells } from './read-list.ts';
import { useRowWords } from './row-words.tsx';

type Props = {
  cells: readonly ListCells[];
  rows: readonly ReviewedRow[];
  ignored: readonly string[];
  batch: string;
  onBack: () => void;
  onMade: (made: ResultOf<typeof invitePatients>) => void;
};

type Shown = { row: ReviewedRow; cells: ListCells | undefined };

const columns = 'lg:grid lg:grid-cols-[3.5rem_minmax(0,4fr)_minmax(0,4fr)_minmax(0,5fr)] lg:gap-x-4';

/** Whom the row means: as the record says, and as the list says where nobody was found. */
const Who = ({ shown: { row, cells } }: { shown: Shown }) => {
  const formats = useFormats();
  const number = row.patient ? row.patient.mrn : cells?.mrn;
  return (
    <div className="min-w-0">
      <p className="font-semibold [overflow-wrap:anywhere]">
        <bdi>{row.patient?.name ?? `${cells?.givenName ?? ''} ${cells?.familyName ?? ''}`.trim()}</bdi>
      </p>
      <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
        {row.patient ? formats.date(row.patient.birthDate) : cells?.birthDate}
        {number ? <span className="code-figures"> · {number}</span> : null}
      </p>
    </div>
  );
};

const Contact = ({ row }: { row: ReviewedRow }) => (
  <div className="min-w-0 text-sm [overflow-wrap:anywhere]">
    <p>{row.email ?? <Trans>A sign-in name is printed on the letter</Trans>}</p>
    <p className="text-ink-2">
      {row.language === 'es' ? <Trans>Letter in Spanish</Trans> : <Trans>Letter in English</Trans>}
      {row.patient && !row.patient.hasAddress ? (
        <>
          {' · '}
          <Trans>No address in the record</Trans>
        </>
      ) : null}
    </p>
  </div>
);

type GroupProps = {
  title: ReactNode;
  tone: PillTone;
  icon: typeof CircleCheck;
  count: ReactNode;
  shown: readonly Shown[];
  children?: (shown: Shown) => ReactNode;
};

const Group = ({ title, tone, icon, count, shown, children }: GroupProps) => {
  const id = useId();
  if (shown.length === 0) return null;
  return (
    <Card labelledBy={id}>
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2.5">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        <Pill tone={tone} icon={icon}>
          {count}
        </Pill>
      </div>
      <ul>
        {shown.map((one) => (
          <li
            key={one.row.line}
            className={`space-y-1 border-t border-line px-4 py-2 first:border-t-0 lg:space-y-0 ${columns}`}
          >
            <p className="text-sm text-ink-2">
              <Trans>Row {one.row.line}</Trans>
            </p>
            <Who shown={one} />
            {one.row.patient ? <Contact row={one.row} /> : <span />}
            {children?.(one)}
          </li>
        ))}
      </ul>
    </Card>
  );
};

type ChoiceProps = { row: ReviewedRow; isChosen: boolean; onChoose: (isChosen: boolean) => void };

const Choice = ({ row, isChosen, onChoose }: ChoiceProps) => {
  const wordsOf = useRowWords();
  return (
    <label className="flex items-start gap-2.5 text-sm">
      <input
        type="checkbox"
        checked={isChosen}
        className="mt-0.5 size-4 shrink-0 accent-[var(--brand)]"
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span>
        <strong className="block font-semibold">
          <Trans>
            Make a letter for <bdi>{row.patient?.name}</bdi>
          </Trans>
        </strong>
        {wordsOf(row)}
      </span>
    </label>
  );
};

const useMake = ({ rows, batch, onMade }: Props, chosen: ReadonlySet<number>) => {
  const wordsFor = useRefusals();
  const wanted = rows.filter(({ line, state }) => state === 'ready' || chosen.has(line));
  const step = useStep({
    check: () =>
      wanted.length === 0 ? [{ message: <Trans>No row of this list becomes a letter. Fix the list.</Trans> }] : [],
    act: async () =>
      onMade(
        await call(invitePatients, {
          body: {
            batch,
            rows: wanted.map(({ line, patient, email, language }) => ({
              line,
              patientId: patient!.id,
              language,
              confirmed: chosen.has(line),
              ...(email === null ? {} : { email }),
            })),
          },
        }),
      ),
    refused: (error) =>
      wordsFor(error, {
        offline: {
          message: (
            <Trans>We could not reach the server. Press again when you are connected: nobody gets two letters.</Trans>
          ),
        },
      }),
  });
  return { step, count: wanted.length };
};

/** Second step: what would happen, row by row. Only the button below makes letters. */
export const ReviewStep = (props: Props) => {
  const { cells, rows, ignored, onBack } = props;
  const { t } = useLingui();
  const { clinic } = useSession();
  const wordsOf = useRowWords();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { step, count } = useMake(props, chosen);
  const byLine = new Map(cells.map((one) => [one.line, one]));
  const shown = rows.map((row) => ({ row, cells: byLine.get(row.line) }));
  const ready = shown.filter(({ row }) => row.state === 'ready');
  const asked = shown.filter(({ row }) => toConfirm.includes(row.state));
  const refused = shown.filter(({ row }) => row.state !== 'ready' && !toConfirm.includes(row.state));
  const choose = (line: number, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, line] : [...before].filter((one) => one !== line)));
  const unread = ignored.join(', ');
  return (
    <form noValidate className="max-w-5xl space-y-5" onSubmit={step.submit}>
      <ErrorSummary problems={step.problems} />
      <PageHeading
        title={t`Check the list`}
        clinic={clinic.name}
        kicker={<Trans>Step 2 of 3</Trans>}
        lead={
          <>
            <Trans>No letter is made yet.</Trans>{' '}
            {unread ? <Trans>These columns were not read and stayed on this computer: {unread}</Trans> : null}
          </>
        }
      >
        <Plural value={ready.length} one="# person is ready for a letter" other="# people are ready for a letter" />
      </PageHeading>
      <Group
        title={<Trans>You decide</Trans>}
        tone="warn"
        icon={CircleHelp}
        count={<Plural value={asked.length} one="# row" other="# rows" />}
        shown={asked}
      >
        {({ row }) => <Choice row={row} isChosen={chosen.has(row.line)} onChoose={(is) => choose(row.line, is)} />}
      </Group>
      <Group
        title={<Trans>No letter</Trans>}
        tone="quiet"
        icon={CircleSlash}
        count={<Plural value={refused.length} one="# row" other="# rows" />}
        shown={refused}
      >
        {({ row }) => <p className="text-sm">{wordsOf(row)}</p>}
      </Group>
      <Group
        title={<Trans>Ready</Trans>}
        tone="ok"
        icon={CircleCheck}
        count={<Plural value={ready.length} one="# row" other="# rows" />}
        shown={ready}
      />
      <div className="sticky bottom-0 flex flex-wrap gap-3 border-t border-line bg-paper py-3">
        {count > 0 ? (
          <Button type="submit" pending={step.pending}>
            <Plural value={count} one="Make # letter" other="Make # letters" />
          </Button>
        ) : null}
        <Button look="secondary" onClick={onBack}>
          <Trans>Back to the list</Trans>
        </Button>
      </div>
    </form>
  );
};
