import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useIsShared } from '../../../../web/lib/current-patient.ts';
import { useFormats, type Formats } from '../../../../web/lib/format.ts';
import { Notice } from '../../../../web/ui/Notice.tsx';
import type { Completeness as Facts } from '../../contract.ts';
import { Counted, type Kind } from './list/KindWords.tsx';

type Source = Facts['sources'][number];

const SourceLine = ({ source, formats }: { source: Source; formats: Formats }) => {
  const { name } = source;
  const when = source.lastSuccessAt ? formats.dateTime(source.lastSuccessAt) : '';
  if (source.state === 'never')
    return (
      <Trans>
        <bdi>{name}</bdi>: never received anything yet.
      </Trans>
    );
  if (source.state === 'failed') {
    return when ? (
      <Trans>
        <bdi>{name}</bdi>: the last try failed. Last received {when}
      </Trans>
    ) : (
      <Trans>
        <bdi>{name}</bdi>: the last try failed. Nothing was received before.
      </Trans>
    );
  }
  if (source.state === 'late')
    return (
      <Trans>
        <bdi>{name}</bdi>: overdue. Last received {when}
      </Trans>
    );
  return (
    <Trans>
      <bdi>{name}</bdi>: received {when}
    </Trans>
  );
};

type Props = {
  facts: Facts;
  /** How many of `facts.total` are on the page. */
  shown: number;
  /** Everything is loaded; until then the line says that it is still loading. */
  isComplete: boolean;
  hasPartFailed: boolean;
  /** What the list is a list of. */
  kind?: Kind;
  /** The list itself: what lacks is said above it, what it rests on below. */
  children?: ReactNode;
};

const troubled = (source: Source): boolean => source.state !== 'ok';

/** How many there are, or how many have come so far, and when that was checked. */
const Summary = ({ facts, shown, isComplete, kind }: Omit<Required<Props>, 'hasPartFailed' | 'children'>) => {
  const formats = useFormats();
  const isShared = useIsShared();
  const { total } = facts;
  const checkedAt = formats.dateTime(facts.checkedAt);
  if (!isComplete)
    return (
      <Trans>
        {shown} of {total} so far
      </Trans>
    );
  return (
    <>
      {isShared ? (
        <Trans>
          All that is shared with you: <Counted kind={kind} count={total} />
        </Trans>
      ) : kind === 'results' ? (
        <Plural
          value={total}
          _0="The portal holds no results"
          one="The only result the portal holds"
          other="All # results the portal holds"
        />
      ) : (
        <Trans>
          All that the portal holds: <Counted kind={kind} count={total} />
        </Trans>
      )}
      <span aria-hidden>{' · '}</span>
      <Trans>checked {checkedAt}</Trans>
    </>
  );
};

/** Sources that are late, failed or silent stand where nobody can miss them. */
const Trouble = ({ sources, kind }: { sources: readonly Source[]; kind: Kind }) => {
  const formats = useFormats();
  if (sources.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={
        kind === 'results' ? (
          <Trans>Some results may be missing</Trans>
        ) : (
          <Trans>Something may be missing from this list</Trans>
        )
      }
    >
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} formats={formats} />
          </li>
        ))}
      </ul>
    </Notice>
  );
};

/** What the list rests on: every source, when it last answered, what failed, what waits. */
export const Completeness = ({ facts, shown, isComplete, hasPartFailed, kind = 'results', children }: Props) => {
  const formats = useFormats();
  const { withheld, total } = facts;
  return (
    <div className="space-y-3">
      {hasPartFailed ? (
        <Notice tone="warn" live title={<Trans>Only a part of the list is here</Trans>}>
          <p>
            <Trans>
              {shown} of {total} could be loaded. Load the page again to see the rest.
            </Trans>
          </p>
        </Notice>
      ) : null}
      <Trouble sources={facts.sources.filter(troubled)} kind={kind} />
      {children}
      <details className="text-sm text-ink-2">
        <summary className="w-fit">
          <Summary facts={facts} shown={shown} isComplete={isComplete} kind={kind} />
        </summary>
        <ul className="mt-1 list-disc space-y-0.5 pl-6">
          {facts.sources.map((source) => (
            <li key={source.id}>
              <SourceLine source={source} formats={formats} />
            </li>
          ))}
          {facts.sources.length === 0 ? (
            <li>
              <Trans>No source is connected yet.</Trans>
            </li>
          ) : null}
          <li>
            {withheld > 0 ? (
              <Plural
                value={withheld}
                one="# entry waits for its time, as the patient chose."
                other="# entries wait for their time, as the patient chose."
              />
            ) : (
              <Trans>Nothing is held back from you.</Trans>
            )}
          </li>
        </ul>
      </details>
    </div>
  );
};

/** A source is late, failed, silent or missing: the list may lack something. */
export const isTroubled = (facts: Facts): boolean => facts.sources.length === 0 || facts.sources.some(troubled);

/** "None" may be said only when every source answered and nothing is withheld. */
export const isProvenEmpty = (facts: Facts): boolean =>
  facts.total === 0 && facts.withheld === 0 && facts.sources.length > 0 && !facts.sources.some(troubled);
