import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { FileUp } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { call } from '../../../../../web/lib/client.ts';
import { typedIn } from '../../../../../web/lib/form.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { ErrorSummary } from '../../../../../web/ui/ErrorSummary.tsx';
import { Field, FieldError } from '../../../../../web/ui/Field.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { LIST_ROWS, reviewInvitations, type ReviewedRow } from '../../../desk/contract.ts';
import { useRefusals } from '../../shared/refusals.tsx';
import { useStep } from '../../shared/use-step.ts';
import { LIST_BYTES, readList, textOf, type ListCells, type ListColumn, type ListRead } from './read-list.ts';

type Props = {
  text: string;
  onText: (text: string) => void;
  onReviewed: (cells: readonly ListCells[], rows: readonly ReviewedRow[], ignored: readonly string[]) => void;
};

const sample = 'family name, given name, birth date, record number, language, e-mail';

const useColumnNames = (): Record<ListColumn, string> => {
  const { t } = useLingui();
  return {
    familyName: t`Family name`,
    givenName: t`Given name`,
    birthDate: t`Birth date`,
    mrn: t`Record number`,
    language: t`Language`,
    email: t`E-mail`,
  };
};

const useListProblem = (): ((read: ListRead) => ReactNode) => {
  const columns = useColumnNames();
  return (read) => {
    if (read.problem === 'empty') return <Trans>Paste a list with a row of headings and at least one person</Trans>;
    if (read.problem === 'too-large') return <Trans>This list is over 1 MB. Split it and begin with one part.</Trans>;
    if (read.problem === 'not-text')
      return <Trans>This is no list as text. Save it as CSV in your spreadsheet program, then choose that file.</Trans>;
    if (read.problem === 'too-many')
      return (
        <Trans>
          This list has <Plural value={read.count} one="# person" other="# people" />. At most {LIST_ROWS} go at once:
          split it.
        </Trans>
      );
    if (read.problem === 'columns') {
      const missing = read.missing.map((column) => columns[column]).join(', ');
      return <Trans>The first row needs these headings too: {missing}</Trans>;
    }
    return null;
  };
};

/** A file goes into the field below as text, where the clerk sees what was read. */
const ChooseFile = ({ onText }: { onText: (text: string) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    // What is too long is cut just above the limit: the answer then says so.
    onText(textOf(new Uint8Array(await file.slice(0, LIST_BYTES + 4).arrayBuffer())));
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <Button look="secondary" onClick={() => input.current?.click()}>
        <FileUp aria-hidden size={17} /> <Trans>Choose a CSV file</Trans>
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        data-list-file
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
    </>
  );
};

type ListFieldProps = { text: string; onText: (text: string) => void; error: ReactNode };

const ListField = ({ text, onText, error }: ListFieldProps) => (
  <div>
    <label htmlFor="list" className="mb-1 block font-semibold">
      <Trans>List of patients</Trans>
    </label>
    <p id="list-hint" className="mb-2 text-sm text-ink-2">
      <Trans>
        With a row of headings. Birth dates like 1968-03-14 or 3/14/1968. Record number, language and e-mail may be left
        out.
      </Trans>
    </p>
    {error ? <FieldError id="list-error">{error}</FieldError> : null}
    <textarea
      id="list"
      name="list"
      rows={10}
      value={text}
      spellCheck={false}
      autoComplete="off"
      wrap="off"
      placeholder={sample}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? 'list-hint list-error' : 'list-hint'}
      className={`code-figures w-full rounded-control border bg-surface px-3 py-2 ${
        error ? 'border-2 border-bad' : 'border-control'
      }`}
      onChange={(event) => onText(event.currentTarget.value)}
    />
    <div className="mt-2">
      <ChooseFile onText={onText} />
    </div>
  </div>
);

/** First step: the list. Nothing happens yet but a look. */
export const ListStep = ({ text, onText, onReviewed }: Props) => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const wordsFor = useRefusals();
  const problemOf = useListProblem();
  const step = useStep({
    check: (form) => {
      const problem = problemOf(readList(text));
      return [
        ...(problem ? [{ field: 'list', message: problem }] : []),
        ...(typedIn(form, 'reason').trim().length < 4
          ? [{ field: 'reason', message: <Trans>Say why you are looking, in a few words</Trans> }]
          : []),
      ];
    },
    act: async (form) => {
      const read = readList(text);
      if (read.problem !== undefined) return;
      const body = { rows: read.rows, reason: typedIn(form, 'reason').trim() };
      onReviewed(read.rows, (await call(reviewInvitations, { body })).rows, read.ignored);
    },
    refused: (error) => wordsFor(error, {}),
  });
  return (
    <div className="max-w-3xl">
      <ErrorSummary problems={step.problems} />
      <PageHeading
        title={t`Invite from a list`}
        clinic={clinic.name}
        kicker={<Trans>Step 1 of 3</Trans>}
        lead={
          <Trans>
            First you see what each row would do. No letter is made before you say so, and the list is not kept.
          </Trans>
        }
      >
        <Trans>Invite from a list</Trans>
      </PageHeading>
      <form noValidate className="space-y-5" onSubmit={step.submit}>
        <ListField text={text} onText={onText} error={step.errorOf('list')} />
        <Field
          name="reason"
          label={<Trans>Why are you looking?</Trans>}
          hint={<Trans>Each person whom the list finds reads this in their access log.</Trans>}
          error={step.errorOf('reason')}
          defaultValue={t`Invitation to the patient portal`}
          autoComplete="off"
          className="max-w-xl"
        />
        <Button type="submit" pending={step.pending}>
          <Trans>Check the list</Trans>
        </Button>
      </form>
    </div>
  );
};
