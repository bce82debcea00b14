import { Plural, Trans } from '@lingui/react/macro';
import { Download, FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { callFile } from '../../../../../web/lib/client.ts';
import { Button, buttonClass } from '../../../../../web/ui/Button.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { FILE_LETTERS, printLetters } from '../../../desk/contract.ts';

type File = { url: string; from: number; to: number };

/** Files of at most a hundred letters, made one after the other; they live as long as this page. */
const useFiles = (invitations: readonly string[]) => {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [hasFailed, setHasFailed] = useState(false);
  const [round, setRound] = useState(0);
  const key = invitations.join(' ');
  useEffect(() => {
    let isOver = false;
    const made: File[] = [];
    const makeAll = async () => {
      const codes = key.split(' ');
      for (let from = 0; from < codes.length; from += FILE_LETTERS) {
        const part = codes.slice(from, from + FILE_LETTERS);
        const blob = await callFile(printLetters, { body: { invitations: part } });
        if (isOver) return;
        made.push({ url: URL.createObjectURL(blob), from: from + 1, to: from + part.length });
        setFiles([...made]);
      }
    };
    makeAll().catch(() => {
      if (!isOver) setHasFailed(true);
    });
    return () => {
      isOver = true;
      for (const { url } of made) URL.revokeObjectURL(url);
    };
  }, [key, round]);
  const again = () => {
    setFiles([]);
    setHasFailed(false);
    setRound((count) => count + 1);
  };
  return { files, hasFailed, again };
};

const OneFile = ({ file: { url, from, to }, isOnly }: { file: File; isOnly: boolean }) => {
  const count = to - from + 1;
  return (
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
};

/** The letters as PDF, one person a page, in each person's language. Where none can be made, the page itself is printed. */
export const LettersFile = ({ letters }: { letters: readonly { invitation: string }[] }) => {
  const { files, hasFailed, again } = useFiles(letters.map(({ invitation }) => invitation));
  const total = Math.ceil(letters.length / FILE_LETTERS);
  const isWaiting = !hasFailed && files.length < total;
  return (
    <div className="screen-only space-y-3">
      <ul className="space-y-2">
        {files.map((file) => (
          <OneFile key={file.url} file={file} isOnly={total === 1} />
        ))}
      </ul>
      <p role="status" className="text-ink-2">
        {isWaiting ? <Trans>Setting the letters…</Trans> : null}
        {!isWaiting && !hasFailed ? (
          <>
            {letters.length > 1 ? <Trans>Each person has their own page, in their language.</Trans> : null}{' '}
            <Trans>Delete a saved file after printing.</Trans>
          </>
        ) : null}
      </p>
      {hasFailed ? (
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
