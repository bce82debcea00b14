import { Search } from 'lucide-react';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Id of the input, where something else must find it. */
  name?: string;
  autoFocus?: boolean;
};

/** One field to search with. Nothing that is typed leaves the page by itself. */
export const SearchField = ({ label, value, onChange, name, autoFocus = false }: Props) => (
  <div className="relative">
    <Search
      aria-hidden
      size={19}
      className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-ink-2"
    />
    <input
      id={name}
      type="search"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
      // oxlint-disable-next-line no-autofocus -- only on the page that is for searching
      autoFocus={autoFocus}
      className="min-h-[2.875rem] w-full rounded-control border border-control bg-surface py-2 pr-3 pl-11 placeholder:text-ink-2 in-[.staff]:min-h-9"
    />
  </div>
);
