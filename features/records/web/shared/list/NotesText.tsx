import { Trans } from '@lingui/react/macro';
import type { Note } from '../../../read/elements.ts';
import { WrittenWords } from '../WrittenWords.tsx';

/** What somebody wrote beside an entry, in their own words. */
export const NotesText = ({ notes }: { notes: readonly Note[] }) =>
  notes.map(({ text, by }) => (
    <div key={text} className="mt-1.5 max-w-prose border-l-2 border-line pl-3 text-sm">
      {by ? (
        <p className="text-ink-2">
          <Trans>
            Note from <bdi>{by}</bdi>
          </Trans>
        </p>
      ) : null}
      <WrittenWords text={text} />
    </div>
  ));
