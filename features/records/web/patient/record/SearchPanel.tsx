import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CircleSlash, X } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { call } from '../../../../../web/lib/client.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { EmptyState } from '../../../../../web/ui/EmptyState.tsx';
import { Notice } from '../../../../../web/ui/Notice.tsx';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import { Problem } from '../../../../../web/ui/Problem.tsx';
import { RowLink } from '../../../../../web/ui/RowLink.tsx';
import { SearchField } from '../../../../../web/ui/SearchField.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import type { ResultOf } from '#platform/contract.ts';
import { searchRecord } from '../../../search/contract.ts';
import { WhenText } from '../../shared/list/WhenText.tsx';
import { hitsByKind, wordsOfKind, type ShownHit } from './hit-words.tsx';

type Found = ResultOf<typeof searchRecord>;

const shortest = 2;

const Hit = ({ hit }: { hit: ShownHit }) => (
  <li className="border-t border-line first:border-t-0">
    <RowLink
      to={wordsOfKind(hit.list).to(hit.recordId)}
      className="block min-h-14 px-4 py-3 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 md:px-5"
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">
          <bdi>{hit.title}</bdi>
        </span>
        <span className="text-sm text-ink-2">
          {hit.at ? <WhenText at={hit.at} short /> : <Trans>No date given</Trans>}
          {hit.earlier > 0 ? (
            <>
              {' · '}
              <Plural value={hit.earlier} one="# earlier" other="# earlier" />
            </>
          ) : null}
        </span>
      </span>
      {hit.excerpt ? (
        <span className="mt-0.5 block text-sm text-ink-2">
          <bdi>{hit.excerpt}</bdi>
        </span>
      ) : null}
      {hit.withdrawn ? (
        <span className="mt-1.5 block">
          <Pill tone="quiet" icon={CircleSlash}>
            <Trans>Entered by mistake</Trans>
          </Pill>
        </span>
      ) : null}
    </RowLink>
  </li>
);

/** What the search rests on, in words: how much was looked through, and what was not. */
const Basis = ({ found }: { found: Found }) => (
  <>
    <p role="status" className="font-semibold">
      {found.more ? (
        <Trans>More than {found.hits.length} entries hold these words. Here are the first.</Trans>
      ) : (
        <Plural value={found.hits.length} one="# entry holds these words" other="# entries hold these words" />
      )}
    </p>
    <p className="text-sm text-ink-2">
      <Plural
        value={found.searched}
        one="# entry was searched: names, and the text of notes. Pictures and PDF files cannot be searched."
        other="# entries were searched: names, and the text of notes. Pictures and PDF files cannot be searched."
      />
    </p>
    {found.complete ? null : (
      <Notice tone="warn">
        <p>
          <Trans>Older entries were not searched. What you look for may still be there.</Trans>
        </p>
      </Notice>
    )}
  </>
);

const Hits = ({ found }: { found: Found }) => (
  <div className="max-w-3xl space-y-4">
    <Basis found={found} />
    {found.hits.length === 0 && found.complete ? (
      <EmptyState title={<Trans>Nothing found</Trans>}>
        <Trans>Try one word, or the beginning of it. You can write in English or Spanish.</Trans>
      </EmptyState>
    ) : null}
    {hitsByKind(found.hits).map(({ list, count, hits }) => {
      const { name, icon: Icon } = wordsOfKind(list);
      return (
        <Card as="div" key={list} className="overflow-hidden">
          <h2 className="flex items-center gap-2 bg-sunken px-4 py-2 font-sans text-sm font-semibold text-ink-2 md:px-5">
            <Icon aria-hidden size={17} />
            {name} <span className="font-normal">({count})</span>
          </h2>
          <ul>
            {hits.map((hit) => (
              <Hit key={hit.recordId} hit={hit} />
            ))}
          </ul>
        </Card>
      );
    })}
  </div>
);

/** The words stay in this tab's memory, so that Back finds the hits again; never in the address. */
const wordsKey = (patientId: string) => ['records.search.words', patientId] as const;

type Props = { patientId: string; /** What stands here while nothing is searched for. */ children?: ReactNode };

/** One field for the whole record. It asks the server only when it is sent: each search is an entry in the log. */
export const SearchPanel = ({ patientId, children }: Props) => {
  const { t } = useLingui();
  const { clinic } = useSession();
  const queryClient = useQueryClient();
  const [words, setWords] = useState(() => queryClient.getQueryData<string>(wordsKey(patientId)) ?? '');
  const [typed, setTyped] = useState(words);
  const field = useRef<HTMLFormElement>(null);
  useEffect(() => {
    queryClient.setQueryData(wordsKey(patientId), words);
  }, [queryClient, patientId, words]);
  const query = useQuery({
    queryKey: [searchRecord.id, patientId, words],
    queryFn: () => call(searchRecord, { params: { patientId }, body: { words } }),
    enabled: words.length >= shortest,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWords(typed.trim());
  };
  // The browser's own cross in the field clears the hits with the words.
  const change = (text: string) => {
    setTyped(text);
    if (text === '') setWords('');
  };
  const clear = () => {
    setTyped('');
    setWords('');
    field.current?.querySelector('input')?.focus();
  };
  const isShort = words.length > 0 && words.length < shortest;
  return (
    <>
      <form ref={field} role="search" onSubmit={submit} className="screen-only mb-6 flex max-w-3xl flex-wrap gap-3">
        <div className="basis-full sm:flex-1 sm:basis-56">
          <SearchField name="record-search" label={t`Search the whole record`} value={typed} onChange={change} />
        </div>
        <Button type="submit" pending={query.isFetching}>
          <Trans>Search</Trans>
        </Button>
      </form>
      {isShort ? (
        <p role="status" className="mb-6 font-semibold">
          <Trans>Write at least 2 letters.</Trans>
        </p>
      ) : null}
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      {query.isLoading ? <Waiting /> : null}
      {query.data ? (
        <>
          <Button look="quiet" className="mb-2 px-0!" onClick={clear}>
            <X aria-hidden size={18} /> <Trans>Clear the search</Trans>
          </Button>
          <Hits found={query.data} />
        </>
      ) : null}
      {words.length < shortest ? children : null}
    </>
  );
};
