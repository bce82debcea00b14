import type { ReactNode } from 'react';
import type { ListContract } from '../../../contract.ts';
import type { FhirResource } from '../../../read/elements.ts';
import { EntryCard, EntryGroup } from './Entry.tsx';
import type { Kind } from './KindWords.tsx';
import { ListState } from './ListState.tsx';
import { useList } from './load-list.ts';
import { PaperIncomplete } from './PaperIncomplete.tsx';
import { PaperTable } from './PaperTable.tsx';

type Group<T> = { key: string; title: ReactNode; has: (item: T) => boolean };
type Column<T> = { key: string; title: ReactNode; cell: (item: T) => ReactNode; nowrap?: boolean };

export type SimpleListProps<T> = {
  contract: ListContract;
  patientId: string;
  kind: Kind;
  /** Stable. */
  read: (resource: FhirResource) => T;
  groups: readonly Group<T>[];
  entry: (item: T) => ReactNode;
  columns: readonly Column<T>[];
  /** Above the list; told how many there are. */
  top?: (count: number) => ReactNode;
  none?: { title: ReactNode; text: ReactNode };
};

/** A list of entries without pages of their own: groups on screen, a table on paper. */
export const SimpleList = <T extends { id: string | null }>(props: SimpleListProps<T>) => {
  const { contract, patientId, kind, read, groups, entry, columns, top, none } = props;
  const state = useList(contract, patientId, read);
  const shown = groups
    .map((group) => ({ ...group, items: state.items.filter(group.has) }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      {top?.(state.items.length)}
      <ListState kind={kind} state={state} {...(none ? { none } : {})}>
        <EntryCard>
          {shown.map(({ key, title, items }) => (
            <EntryGroup key={key} title={title} count={items.length}>
              {items.map(entry)}
            </EntryGroup>
          ))}
        </EntryCard>
        {shown.map(({ key, title, items }) => (
          <PaperTable
            key={key}
            title={title}
            rows={items}
            keyOf={(item, index) => item.id ?? String(index)}
            columns={columns}
          />
        ))}
        <PaperIncomplete state={state} />
      </ListState>
    </>
  );
};
