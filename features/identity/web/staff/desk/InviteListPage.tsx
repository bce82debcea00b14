import { useState } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import type { invitePatients, ReviewedRow } from '../../../desk/contract.ts';
import { ListStep } from './ListStep.tsx';
import { MadeStep } from './MadeStep.tsx';
import type { ListCells } from './read-list.ts';
import { ReviewStep } from './ReviewStep.tsx';

type Reviewed = {
  cells: readonly ListCells[];
  rows: readonly ReviewedRow[];
  ignored: readonly string[];
  batch: string;
};

/** 256 random bits, base64url: this page's alone. The same letters come back for it, and only for it. */
const newBatch = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
};

/** Front desk: letters for a list. Three steps on one page; the list is nowhere but in its memory. */
export const InviteListPage = () => {
  const [text, setText] = useState('');
  const [reviewed, setReviewed] = useState<Reviewed>();
  const [made, setMade] = useState<ResultOf<typeof invitePatients>>();
  const again = () => {
    setText('');
    setReviewed(undefined);
    setMade(undefined);
  };
  if (reviewed && made) return <MadeStep made={made} rows={reviewed.rows} onNext={again} />;
  if (reviewed) return <ReviewStep {...reviewed} onBack={() => setReviewed(undefined)} onMade={setMade} />;
  return (
    <ListStep
      text={text}
      onText={setText}
      onReviewed={(cells, rows, ignored) => setReviewed({ cells, rows, ignored, batch: newBatch() })}
    />
  );
};
