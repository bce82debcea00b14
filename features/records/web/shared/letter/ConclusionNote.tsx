import { Trans } from '@lingui/react/macro';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import type { Panel } from '../../../panel.ts';
import { WrittenWords } from '../WrittenWords.tsx';

/** What the clinician or the lab wrote about a whole report, in their own words. */
export const ConclusionNote = ({ panel, className = '' }: { panel: Panel; className?: string }) => (
  <Notice
    tone="info"
    className={className}
    title={
      panel.by ? (
        <Trans>
          Note from <bdi>{panel.by}</bdi>
        </Trans>
      ) : (
        <Trans>Note with these results</Trans>
      )
    }
  >
    {panel.conclusion === null ? null : <WrittenWords text={panel.conclusion} />}
  </Notice>
);
