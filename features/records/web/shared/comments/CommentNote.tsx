import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { MessageSquareText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import type { Comment } from '../../../comments/contract.ts';

type Props = {
  comment: Comment;
  /** What it is about, where that is not plain from the page. */ about?: ReactNode;
  className?: string;
};

/** What a clinician or nurse wrote to the patient about a result: their words, their name, the day. */
export const CommentNote = ({ comment, about, className = '' }: Props) => {
  const { locale } = useLingui().i18n;
  const formats = useFormats();
  const isForeign = comment.language !== locale;
  return (
    <div
      className={`flex gap-3 rounded-control border border-transparent bg-info-soft px-4 py-3.5 text-ink forced:border-current print:border-current ${className}`}
    >
      <MessageSquareText aria-hidden size={20} className="mt-[0.2em] shrink-0 text-info" />
      <div className="min-w-0 max-w-prose space-y-1">
        <p className="font-semibold text-info">
          <Trans>
            From <bdi>{comment.author.name}</bdi>
          </Trans>
          {about ? <span className="font-normal text-ink-2"> · {about}</span> : null}
        </p>
        <p lang={isForeign ? comment.language : undefined} className="whitespace-pre-line">
          {comment.text}
        </p>
        <p className="text-sm text-ink-2">
          <span className="dates">{formats.date(comment.writtenAt)}</span>
          {comment.editedAt ? (
            <>
              {' · '}
              <Trans>
                changed on <span className="dates">{formats.date(comment.editedAt)}</span>
              </Trans>
            </>
          ) : null}
          {isForeign ? (
            <>
              {' · '}
              {comment.language === 'en' ? <Trans>(written in English)</Trans> : <Trans>(written in Spanish)</Trans>}
            </>
          ) : null}
        </p>
      </div>
    </div>
  );
};
