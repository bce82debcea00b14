import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSession } from '../../../../../web/lib/session.ts';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import { Completeness, isProvenEmpty } from '../Completeness.tsx';
import type { ListState as State } from './load-list.ts';
import { NoneOf, type Kind } from './KindWords.tsx';

type ListProps<T> = {
  kind: Kind;
  state: State<T>;
  /** Said instead of the usual words where a list is proven to be empty. */
  none?: { title: ReactNode; text: ReactNode };
  children: ReactNode;
};

const Empty = ({ kind, state, none }: Omit<ListProps<unknown>, 'children'>) => {
  const { clinic } = useSession();
  if (!state.completeness || !state.isComplete) return <Waiting />;
  if (isProvenEmpty(state.completeness)) {
    return (
      <EmptyState title={none?.title ?? <NoneOf kind={kind} />}>
        {none?.text ?? <Trans>Every source was checked, and none has sent anything for this list.</Trans>}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans>Nothing to show – but we cannot say “none”</Trans>}>
      <Trans>
        Not every source could be checked, or something is held back (see above). Call us:{' '}
        <a href={`tel:${clinic.phone}`}>{clinic.phone}</a>
      </Trans>
    </EmptyState>
  );
};

/** A list with what it rests on: waiting, failed, proven empty, not proven, or shown. */
export const ListState = <T,>({ kind, state, none, children }: ListProps<T>) => {
  const { clinic } = useSession();
  if (state.error) return <Problem error={state.error} retry={state.retry} phone={clinic.phone} />;
  if (state.isPending) return <Waiting />;
  const list = state.items.length === 0 ? <Empty kind={kind} state={state} {...(none ? { none } : {})} /> : children;
  if (!state.completeness) return list;
  return (
    <Completeness
      kind={kind}
      facts={state.completeness}
      shown={state.items.length}
      isComplete={state.isComplete}
      hasPartFailed={Boolean(state.partError)}
    >
      {list}
    </Completeness>
  );
};
