import { LoaderCircle } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  primary:
    'bg-brand text-on-brand border-brand hover:bg-brand-strong hover:border-brand-strong ' +
    'forced:border-[color:ButtonText] forced:bg-[ButtonFace] forced:text-[color:ButtonText]',
  secondary: 'bg-surface text-ink border-control hover:bg-sunken',
  quiet: 'bg-transparent text-brand border-transparent underline underline-offset-4 hover:text-brand-strong',
  danger: 'bg-surface text-bad border-bad hover:bg-bad-soft',
};

const shape =
  'inline-flex min-h-[2.875rem] items-center justify-center gap-2 rounded-full border-[1.5px] px-5 py-2 ' +
  'font-semibold no-underline text-center in-[.staff]:min-h-9 in-[.staff]:px-4 in-[.staff]:py-1';

/** The classes of a button, for a link that looks like one. */
export const buttonClass = (look: Look = 'primary'): string => `${shape} ${looks[look]}`;

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look;
  /** Work is under way: the button stays focusable, ignores presses and says so. */
  pending?: boolean;
  children: ReactNode;
};

export const Button = ({
  look = 'primary',
  pending = false,
  type = 'button',
  onClick,
  className = '',
  children,
  ...rest
}: Props) => (
  <button
    {...rest}
    type={pending ? 'button' : type}
    className={`${buttonClass(look)} ${pending ? 'cursor-progress' : ''} ${className}`}
    aria-disabled={pending || undefined}
    onClick={pending ? (event) => event.preventDefault() : onClick}
  >
    {pending ? <LoaderCircle aria-hidden size={18} className="animate-spin" /> : null}
    {children}
  </button>
);
