import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import type { Panel } from '../../../panel.ts';
import { WrittenWords } from '../WrittenWords.tsx';

type Props = {
  panel: Panel;
  /** What it is about, where that is not plain from the page. */
  about?: ReactNode;
  className?: string;
};

/** What the clinician or the lab wrote about a whole report, in their own words. */
export const ConclusionNote = ({ panel, about, className = '' }: Props) => (
  <Notice
    tone="info"
    className={className}
    title={
      <>
        {panel.by ? (
          <Trans>
            Note from <bdi>{panel.by}</bdi>
          </Trans>
        ) : (
          <Trans>Note with these results</Trans>
        )}
        {about ? <span className="font-normal"> · {about}</span> : null}
      </>
    }
  >
    {panel.conclusion === null ? null : <WrittenWords text={panel.conclusion} />}
  </Notice>
);
