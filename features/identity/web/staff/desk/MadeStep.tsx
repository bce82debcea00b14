import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import type { invitePatients, ReviewedRow } from '../../../desk/contract.ts';
import { LetterPaper } from '../LetterPaper.tsx';
import { LettersFile } from './LettersFile.tsx';
import { useRowWords } from './row-words.tsx';

type Props = { made: ResultOf<typeof invitePatients>; rows: readonly ReviewedRow[]; onNext: () => void };

/** The codes stand in this page alone: a browser asks before it goes. */
const useAskBeforeLeaving = (): void => {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
};

/** Third step: the letters, to be printed now, and the rows that changed since the look. */
export const MadeStep = ({ made: { made, refused }, rows, onNext }: Props) => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const wordsOf = useRowWords();
  useAskBeforeLeaving();
  const nameOf = (line: number): string => rows.find((row) => row.line === line)?.patient?.name ?? '';
  return (
    <>
      <div className="screen-only max-w-3xl space-y-5">
        <PageHeading
          title={t`Letters`}
          clinic={clinic.name}
          kicker={<Trans>Step 3 of 3</Trans>}
          lead={
            <Trans>Print them now: the codes are nowhere else. A lost letter is made anew, and ends the old one.</Trans>
          }
        >
          <Plural value={made.length} one="# letter is made" other="# letters are made" />
        </PageHeading>
        {made.length > 0 ? <LettersFile letters={made} /> : null}
        {refused.length > 0 ? (
          <Notice
            tone="warn"
            title={
              <Plural
                value={refused.length}
                one="# row changed since you looked"
                other="# rows changed since you looked"
              />
            }
          >
            <ul className="list-disc space-y-1 pl-5">
              {refused.map((row) => (
                <li key={row.line}>
                  <Trans>
                    Row {row.line}, <bdi>{nameOf(row.line)}</bdi>:
                  </Trans>{' '}
                  {wordsOf(row)}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Card>
          <ul aria-label={t`Letters`}>
            {made.map(({ line, name, suggestedName, language }) => (
              <li
                key={line}
                className="flex flex-wrap items-baseline justify-between gap-x-6 border-t border-line px-4 py-2 first:border-t-0"
              >
                <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">
                  <bdi>{name}</bdi>
                </span>
                <span className="text-sm text-ink-2 [overflow-wrap:anywhere]">
                  {suggestedName} ·{' '}
                  {language === 'es' ? <Trans>Letter in Spanish</Trans> : <Trans>Letter in English</Trans>}
                </span>
              </li>
            ))}
          </ul>
        </Card>
        <div className="flex flex-wrap gap-3">
          <Button look="secondary" onClick={onNext}>
            <Trans>Next list</Trans>
          </Button>
          <Button look="quiet" onClick={() => print()}>
            <Printer aria-hidden size={17} /> <Trans>Print from this page instead</Trans>
          </Button>
        </div>
      </div>
      <div className="print-only">
        {made.map((one) => (
          <LetterPaper
            key={one.line}
            invited={{ ...one, renewal: false, addsRole: false, opensAt: null }}
            name={one.name}
            isPatient
            className="break-after-page"
          />
        ))}
      </div>
    </>
  );
};
