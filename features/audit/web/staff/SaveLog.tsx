import { Plural, Trans } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { call } from '../../../../web/lib/client.ts';
import { downloadText } from '../../../../web/lib/download.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { Button } from '../../../../web/ui/Button.tsx';
import { exportLog } from '../../review/contract.ts';
import type { Criteria } from './criteria.ts';

type Format = 'csv' | 'jsonl';
type Saved = ResultOf<typeof exportLog>;

const types: Record<Format, string> = { csv: 'text/csv;charset=utf-8', jsonl: 'application/jsonl;charset=utf-8' };

/** Says what is in the file, and what is not. */
const Said = ({ saved }: { saved: Saved }) => {
  const formats = useFormats();
  const until = formats.dateTime(saved.until);
  return saved.complete ? (
    <Plural
      value={saved.rows}
      one="Saved: # entry, all there is. Saving it is an entry too."
      other="Saved: # entries, all there are. Saving them is an entry too."
    />
  ) : (
    <Trans>
      Saved: the newest {saved.rows} entries, back to {until}. For older ones search an earlier time.
    </Trans>
  );
};

/** The entries of a search as a file. It holds health information from now on: the page says so. */
export const SaveLog = ({ criteria }: { criteria: Criteria }) => {
  const [pending, setPending] = useState<Format>();
  const [saved, setSaved] = useState<Saved | 'failed'>();
  const save = (format: Format) => {
    setPending(format);
    setSaved(undefined);
    call(exportLog, { body: { ...criteria, format } })
      .then((file) => {
        downloadText(file.fileName, file.text, types[format]);
        return setSaved(file);
      })
      .catch(() => setSaved('failed'))
      .finally(() => setPending(undefined));
  };
  return (
    <div className="screen-only">
      <div className="flex flex-wrap gap-2">
        {(['csv', 'jsonl'] as const).map((format) => (
          <Button key={format} look="secondary" pending={pending === format} onClick={() => save(format)}>
            <Download aria-hidden size={16} />
            {format === 'csv' ? <Trans>Save as table (CSV)</Trans> : <Trans>Save as JSON lines</Trans>}
          </Button>
        ))}
      </div>
      <p role="status" className="mt-1 max-w-md text-sm text-ink-2">
        {saved === 'failed' ? <Trans>That did not work. Nothing was saved; try again.</Trans> : null}
        {saved && saved !== 'failed' ? <Said saved={saved} /> : null}
      </p>
    </div>
  );
};
