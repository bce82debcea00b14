import { Trans } from '@lingui/react/macro';
import { downloadText } from '../../../../web/lib/download.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import type { PageLine } from './timeline.ts';

type Props = {
  lines: readonly PageLine[];
  /** The key that signed the log. */
  vkey: string | undefined;
};

const saveOne = (line: PageLine): void =>
  downloadText(`portico-entry-${line.n}.tlog-proof`, line.proof?.() ?? '', 'text/plain;charset=utf-8');

/** All entries of one look in one file, which the small program of the log checks like any other proof. */
const saveLook = (proven: readonly PageLine[], vkey: string | undefined): void => {
  const [newest, oldest] = [proven[0]?.n, proven.at(-1)?.n];
  const file = { ...(vkey ? { log: { vkey } } : {}), proofs: proven.map((line) => line.proof?.() ?? '') };
  downloadText(`portico-look-${oldest}-${newest}.json`, JSON.stringify(file, null, 2));
};

/** A proof that anybody can check without this portal: of the whole look, or of each of its entries. */
export const Proofs = ({ lines, vkey }: Props) => {
  const proven = lines.filter((line) => line.proof !== undefined && line.n !== null);
  const [only, ...others] = proven;
  if (!only) return null;
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit text-ink-2">
        <Trans>Proof to keep</Trans>
      </summary>
      <div className="mt-2 space-y-2">
        <Button look="secondary" onClick={() => (others.length === 0 ? saveOne(only) : saveLook(proven, vkey))}>
          <Trans>Save the proof of this look</Trans>
        </Button>
        {others.length > 0 ? (
          <details>
            <summary className="w-fit text-ink-2">
              <Trans>Each entry by itself</Trans>
            </summary>
            <ul className="mt-1">
              {proven.map((line) => (
                <li key={line.id}>
                  <button
                    type="button"
                    className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
                    onClick={() => saveOne(line)}
                  >
                    <Trans>Save the proof of entry {line.n}</Trans>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </details>
  );
};
