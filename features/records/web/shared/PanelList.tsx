import { Plural } from '@lingui/react/macro';
import { memo } from 'react';
import { longListClass, useGrowing } from '../../../../web/lib/use-growing.ts';
import { useIsWide } from '../../../../web/lib/use-is-wide.ts';
import { RowLink } from '../../../../web/ui/RowLink.tsx';
import type { Panel } from '../../panel.ts';
import { ConclusionNote } from './letter/ConclusionNote.tsx';
import { DayAndSource } from './DayAndSource.tsx';
import { usePanelName, usePlainWords } from './plain-words.ts';
import { ResultFlag } from './ResultFlag.tsx';
import { ResultValueText } from './ResultValueText.tsx';

type Props = { panels: readonly Panel[]; linkTo: (id: string) => string };

const OnePanel = memo(({ panel, linkTo }: { panel: Panel; linkTo: Props['linkTo'] }) => {
  const words = usePlainWords();
  const panelName = usePanelName();
  const isWide = useIsWide();
  const single = panel.reportId === null ? panel.results[0] : undefined;
  return (
    <section className="border-t border-line first:border-t-0">
      <header className="bg-sunken px-4 py-2.5 md:px-5 in-[.staff]:px-3 in-[.staff]:py-1">
        <h2 className="font-sans text-base font-semibold">{single ? words(single).name : panelName(panel)}</h2>
        <DayAndSource takenAt={panel.takenAt} by={panel.by} className="text-sm text-ink-2" />
      </header>
      {panel.conclusion ? <ConclusionNote panel={panel} className="mx-4 mt-3 md:mx-5" /> : null}
      <ul>
        {panel.results.map((result, index) => (
          <li key={result.id ?? index} className="border-t border-line first:border-t-0">
            <RowLink
              to={result.id ? linkTo(result.id) : '.'}
              resetScroll={!isWide}
              className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-3 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 md:px-5 in-[.staff]:px-3 in-[.staff]:py-1.5"
            >
              <span className="font-semibold">{words(result).name}</span>
              <span className="flex flex-wrap items-center gap-3">
                <ResultValueText result={result} />
                <ResultFlag result={result} />
              </span>
            </RowLink>
          </li>
        ))}
      </ul>
      {panel.missing > 0 ? (
        <p className="px-4 pb-3 text-sm text-ink-2 md:px-5">
          <Plural
            value={panel.missing}
            one="# more value of this report is not in this list."
            other="# more values of this report are not in this list."
          />
        </p>
      ) : null}
    </section>
  );
});

/** Results as they were reported: each panel with its day, newest first. */
export const PanelList = ({ panels, linkTo }: Props) => {
  const count = useGrowing(panels.length);
  return (
    <div className={longListClass(panels.length)}>
      {panels.slice(0, count).map((panel, index) => (
        <OnePanel key={panel.reportId ?? panel.results[0]?.id ?? index} panel={panel} linkTo={linkTo} />
      ))}
    </div>
  );
};
