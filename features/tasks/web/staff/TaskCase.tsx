import { Link } from '@tanstack/react-router';
import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useRef } from 'react';
import { useFormats } from '../../../../web/lib/format.ts';
import { useParts } from '../../../../web/lib/parts.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { usePageKeys } from '../../../../web/staff/shortcuts.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { Age, type Identity } from '../../../../web/ui/IdentityHeader.tsx';
import { Notice } from '../../../../web/ui/Notice.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import type { TaskItem } from '../../contract.ts';
import { CompleteForm } from './CompleteForm.tsx';
import { HandOn } from './HandOn.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { DueWords, KindWords, OutcomeWords, PoolWords } from './task-words.tsx';
import { useTurn, type Deed } from './use-turn.ts';

const Header = ({ task, patient, seesChart }: { task: TaskItem; patient: Identity; seesChart: boolean }) => {
  const formats = useFormats();
  return (
    <header className="sticky top-0 flex flex-wrap items-baseline gap-x-4 rounded-t-card border-b border-line bg-surface px-4 py-2.5">
      <h2 className="text-xl">{patient.name}</h2>
      <p>
        {patient.birthDate ? formats.date(patient.birthDate) : '–'}{' '}
        <span className="text-ink-2">
          <Age birthDate={patient.birthDate} />
        </span>
      </p>
      <p className="code-figures">{patient.mrn ?? '–'}</p>
      {seesChart && task.claimed?.isMine && !task.done ? (
        <Link to={`/patients/${task.patientId}`} className="ml-auto">
          <Trans>Open the chart</Trans>
        </Link>
      ) : null}
    </header>
  );
};

/** Who has it, and what one can do about that. */
const Holder = ({ task, isPending, onTurn }: { task: TaskItem; isPending: boolean; onTurn: (deed: Deed) => void }) => {
  const formats = useFormats();
  if (!task.claimed) {
    return (
      <Button pending={isPending} aria-keyshortcuts="t" onClick={() => onTurn({ kind: 'claim', takeOver: false })}>
        <Trans>Take this</Trans>
      </Button>
    );
  }
  const { isMine, name, at } = task.claimed;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p>
        {isMine ? (
          <Trans>You took this at {formats.time(at)}.</Trans>
        ) : (
          <Trans>
            <bdi>{name || '–'}</bdi> took this on {formats.dateTime(at)}.
          </Trans>
        )}
      </p>
      <Button
        look="secondary"
        pending={isPending}
        onClick={() => onTurn(isMine ? { kind: 'release' } : { kind: 'claim', takeOver: true })}
      >
        {isMine ? <Trans>Put it back</Trans> : <Trans>Take it over</Trans>}
      </Button>
    </div>
  );
};

const Ended = ({ done }: { done: NonNullable<TaskItem['done']> }) => {
  const formats = useFormats();
  return (
    <p className="px-4 pb-3">
      {done.outcome ? (
        <strong>
          <OutcomeWords outcome={done.outcome} />
        </strong>
      ) : null}{' '}
      <span className="text-ink-2">
        <bdi>{done.name}</bdi> · {formats.dateTime(done.at)}
      </span>
    </p>
  );
};

const Facts = ({ task }: { task: TaskItem }) => {
  const formats = useFormats();
  return (
    <div className="space-y-1 px-4 py-3">
      <p className="text-lg font-semibold">
        <KindWords task={task} />
      </p>
      {task.detail ? (
        <p>
          {task.detail.title}
          {task.detail.text ? <span className="block border-l-2 border-line pl-3">“{task.detail.text}”</span> : null}
        </p>
      ) : null}
      <p className="text-sm text-ink-2">
        <PoolWords pool={task.pool} /> · <Trans>asked for on {formats.dateTime(task.createdAt)}</Trans>
        {task.done ? null : (
          <>
            {' · '}
            <span className={task.isOverdue ? 'font-semibold text-warn' : ''}>
              <DueWords dueAt={task.dueAt} />
            </span>
          </>
        )}
      </p>
    </div>
  );
};

/** One task: whose it is, what is asked, and one's turn at it. Keys: t takes it, d goes to what came of it. */
export const TaskCase = ({ task }: { task: TaskItem }) => {
  const { t } = useLingui();
  const { role, clinic } = useSession();
  const { ReachPatient } = useParts();
  const choices = useRef<HTMLFieldSetElement>(null);
  const turn = useTurn(task);
  const patient: Identity = task.patient ?? { name: t`Name not on file`, birthDate: null, mrn: null };
  const seesChart = role === 'clinician' || role === 'nurse';
  const isCritical = task.kind === 'critical-value';
  const isFree = !task.done && (task.claimed === null || task.claimed.isMine);
  usePageKeys((key) => {
    if (key === 't' && !task.done && !task.claimed && !turn.isPending) {
      turn.take({ kind: 'claim', takeOver: false });
      return true;
    }
    const first = key === 'd' ? choices.current?.querySelector('input') : undefined;
    first?.focus();
    return Boolean(first);
  });
  return (
    <article className="rounded-card border border-line bg-surface lg:sticky lg:top-4">
      <Header task={task} patient={patient} seesChart={seesChart} />
      <Facts task={task} />
      <div role="status" className="px-4">
        {turn.hasLost ? (
          <Notice tone="info" className="mb-3" title={<Trans>Somebody was faster</Trans>}>
            <p>
              <Trans>Nothing of yours was saved. This is how it stands now.</Trans>
            </p>
          </Notice>
        ) : null}
      </div>
      {turn.error ? <Problem error={turn.error} phone={clinic.phone} /> : null}
      {task.done ? <Ended done={task.done} /> : null}
      {task.done ? null : (
        <div className="px-4 pb-3">
          <Holder task={task} isPending={turn.isPending} onTurn={turn.take} />
        </div>
      )}
      {!task.done && isCritical ? (
        <p className="border-t border-line px-4 py-3">
          <Trans>
            It ends when a clinician answers it under <Link to="/alerts">Critical results</Link>.
          </Trans>
        </p>
      ) : null}
      {isFree && !isCritical ? (
        <>
          <CompleteForm
            key={task.dueAt}
            task={task}
            patient={patient}
            first={choices}
            isPending={turn.isPending}
            onTurn={turn.take}
          />
          <HandOn key={task.pool} task={task} patient={patient} isPending={turn.isPending} onTurn={turn.take} />
        </>
      ) : null}
      {seesChart && task.claimed?.isMine && !task.done && ReachPatient ? (
        <Suspense>
          <div className="border-t border-line">
            <ReachPatient patientId={task.patientId} />
          </div>
        </Suspense>
      ) : null}
      <TaskHistory key={`${task.id} ${task.claimed?.at} ${task.dueAt} ${task.done?.at}`} task={task} />
    </article>
  );
};
