import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { call } from '../../../../../web/lib/client.ts';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { buttonClass } from '../../../../../web/ui/Button.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { getNote, getNoteFile, type NotePart } from '../../../notes/contract.ts';
import { WrittenWords } from '../WrittenWords.tsx';

const kilobyte = 1024;

/** Lines that a note's writer meant as headings: "# Plan", "PLAN:", "Plan:" alone. */
const isHeading = (line: string): boolean => /^#{1,6}\s+\S/.test(line) || /^[\p{Lu}][\p{L}\s/&-]{2,40}:?$/u.test(line);

/** A note in parts that can be read: its writer's headings, and what stands below each. */
const partsOf = (text: string): { title: string | null; words: string }[] => {
  const parts: { title: string | null; words: string[] }[] = [{ title: null, words: [] }];
  for (const line of text.split('\n')) {
    if (isHeading(line.trim()) && line.trim().split(/\s+/).length <= 7)
      parts.push({
        title: line
          .trim()
          .replace(/^#+\s+/, '')
          .replace(/:$/, ''),
        words: [],
      });
    else parts.at(-1)?.words.push(line);
  }
  return parts
    .map(({ title, words }) => ({ title, words: words.join('\n').trim() }))
    .filter(({ title, words }) => title !== null || words !== '');
};

/** Its first heading is left out where it is the title that stands above already. */
const Body = ({ text, title }: { text: string; title: string }) =>
  partsOf(text).map(({ title: heading, words }, index) => (
    <div key={`${index} ${heading}`} className="mt-4 first:mt-0">
      {heading && heading !== title ? <p className="mb-1 font-serif text-lg font-medium">{heading}</p> : null}
      {words ? <WrittenWords text={words} className="max-w-prose" /> : null}
    </div>
  ));

const problems = {
  'not-text': <Trans>This is a picture or a file. Save it to open it.</Trans>,
  outside: <Trans>The clinic keeps this document in another system. Call us to get it.</Trans>,
  missing: <Trans>The document itself was not sent to this portal. Call us to get it.</Trans>,
};

type PartProps = { part: NotePart; patientId: string; noteId: string; title: string };

const Part = ({ part, patientId, noteId, title }: PartProps) => {
  const formats = useFormats();
  const href = getNoteFile.path
    .replace(':patientId', patientId)
    .replace(':id', noteId)
    .replace(':index', String(part.index));
  const size = part.sizeBytes === null ? '' : ` (${formats.number(Math.ceil(part.sizeBytes / kilobyte))} KB)`;
  return (
    <div className="space-y-4">
      {part.title && part.title !== title ? <p className="font-semibold">{part.title}</p> : null}
      {part.text === null ? null : <Body text={part.text} title={title} />}
      {part.isCut ? (
        <Notice tone="warn">
          <p>
            <Trans>Only the beginning is shown. Save the file to read all of it.</Trans>
          </p>
        </Notice>
      ) : null}
      {part.problem ? (
        <Notice tone="info">
          <p>{problems[part.problem]}</p>
        </Notice>
      ) : null}
      {part.problem === 'outside' || part.problem === 'missing' ? null : (
        <p className="screen-only">
          <a href={href} download className={buttonClass('secondary')}>
            <Download aria-hidden size={18} /> <Trans>Save the file</Trans>
            {size}
          </a>
        </p>
      )}
    </div>
  );
};

/** The words of one note, fetched when it is opened. */
export const NoteText = ({ patientId, noteId }: { patientId: string; noteId: string }) => {
  const { clinic } = useSession();
  const query = useQuery({
    queryKey: [getNote.id, patientId, noteId],
    queryFn: () => call(getNote, { params: { patientId, id: noteId } }),
  });
  if (query.error) return <Problem error={query.error} retry={query.refetch} phone={clinic.phone} />;
  if (!query.data) return <Waiting />;
  if (query.data.parts.length === 0) {
    return (
      <Notice tone="info">
        <p>
          <Trans>The document itself was not sent to this portal. Call us to get it.</Trans>
        </p>
      </Notice>
    );
  }
  const { parts, title } = query.data;
  return parts.map((part) => <Part key={part.index} part={part} patientId={patientId} noteId={noteId} title={title} />);
};
