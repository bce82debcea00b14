import { Plural, Trans } from '@lingui/react/macro';
import { Download, FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { callFile, CallError } from '../../../../../web/lib/client.ts';
import { Button, buttonClass } from '../../../../../web/ui/Button.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { FILE_LETTERS, printLetters } from '../../../desk/contract.ts';

/** `count`: letters in it; some of `from` to `to` may be missing. */
type File = { url: string; from: number; to: number; count: number };

type Printed = { invitation: string; name: string };

/** Places of letters whose names our typefaces cannot show; none when the refusal was another one. */
const unsetPlaces = (error: unknown): number[] =>
  error instanceof CallError && error.kind === 'conflict'
    ? error.fields.flatMap((path) => /^body\.invitations\.(\d+)$/.exec(path)?.[1] ?? []).map(Number)
    : [];

/** One file of these letters, and which of them are not in it. */
const makeFile = async (part: readonly Printed[]): Promise<{ blob: Blob | undefined; unset: Printed[] }> => {
  const ask = (letters: readonly Printed[]) =>
    callFile(printLetters, { body: { invitations: letters.map(({ invitation }) => invitation) } });
  try {
    return { blob: await ask(part), unset: [] };
  } catch (error) {
    const places = unsetPlaces(error);
    if (places.length === 0) throw error;
    const rest = part.filter((_one, place) => !places.includes(place));
    return {
      blob: rest.length > 0 ? await ask(rest) : undefined,
      unset: part.filter((_one, place) => places.includes(place)),
    };
  }
};

/** Files of at most a hundred letters, made one after the other; they live as long as this page. */
const useFiles = (letters: readonly Printed[]) => {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [unset, setUnset] = useState<readonly Printed[]>([]);
  const [state, setState] = useState<'making' | 'made' | 'failed'>('making');
  const [round, setRound] = useState(0);
  const key = JSON.stringify(letters.map(({ invitation, name }) => ({ invitation, name })));
  useEffect(() => {
    let isOver = false;
    const made: File[] = [];
    const makeAll = async () => {
      const all = JSON.parse(key) as Printed[];
      for (let from = 0; from < all.length; from += FILE_LETTERS) {
        const part = all.slice(from, from + FILE_LETTERS);
        const { blob, unset: left } = await makeFile(part);
        if (isOver) return;
        if (blob) {
          const count = part.length - left.length;
          made.push({ url: URL.createObjectURL(blob), from: from + 1, to: from + part.length, count });
        }
        setFiles([...made]);
        setUnset((before) => [...before, ...left]);
      }
      setState('made');
    };
    makeAll().catch(() => {
      if (!isOver) setState('failed');
    });
    return () => {
      isOver = true;
      for (const { url } of made) URL.revokeObjectURL(url);
    };
  }, [key, round]);
  const again = () => {
    setFiles([]);
    setUnset([]);
    setState('making');
    setRound((count) => count + 1);
  };
  return { files, unset, state, again };
};

const OneFile = ({ file: { url, from, to, count }, isOnly }: { file: File; isOnly: boolean }) => (
  <li className="flex flex-wrap items-center gap-3">
    <a href={url} target="_blank" rel="noreferrer" className={buttonClass()}>
      <FileText aria-hidden size={17} />
      {isOnly ? (
        <Plural value={count} one="Open the letter to print" other="Open # letters to print" />
      ) : (
        <Trans>
          Open letters {from} to {to} to print
        </Trans>
      )}
    </a>
    <a href={url} download="letters.pdf" className="inline-flex min-h-9 items-center gap-1.5">
      <Download aria-hidden size={17} /> <Trans>Save as a file</Trans>
    </a>
  </li>
);

/** The letters as PDF, one person a page, in each person's language. Where none can be made, the page itself is printed. */
export const LettersFile = ({ letters }: { letters: readonly Printed[] }) => {
  const { files, unset, state, again } = useFiles(letters);
  const total = Math.ceil(letters.length / FILE_LETTERS);
  return (
    <div className="screen-only space-y-3">
      <ul className="space-y-2">
        {files.map((file) => (
          <OneFile key={file.url} file={file} isOnly={total === 1} />
        ))}
      </ul>
      <p role="status" className="text-ink-2">
        {state === 'making' ? <Trans>Setting the letters…</Trans> : null}
        {state === 'made' && files.length > 0 ? (
          <>
            {letters.length > 1 ? <Trans>Each person has their own page, in their language.</Trans> : null}{' '}
            <Trans>Delete a saved file after printing.</Trans>
          </>
        ) : null}
      </p>
      {unset.length > 0 ? (
        <Notice tone="warn" live title={<Trans>Print these letters from this page</Trans>}>
          <p>
            <Trans>Their names or addresses have signs that the file cannot show.</Trans>{' '}
            {files.length > 0 ? <Trans>All other letters are in the file.</Trans> : null}
          </p>
          <ul className="list-disc pl-5">
            {unset.map(({ invitation, name }) => (
              <li key={invitation}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {state === 'failed' ? (
        <Notice tone="warn" live title={<Trans>The letters could not be made as a file</Trans>}>
          <p>
            <Trans>Try again, or print them from this page.</Trans>
          </p>
          <Button look="secondary" className="mt-2" onClick={again}>
            <Trans>Try again</Trans>
          </Button>
        </Notice>
      ) : null}
    </div>
  );
};
