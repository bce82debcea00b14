/** The porch: the mark of the portal, beside the clinic's own name. */
export const Brand = ({ name }: { name: string }) => (
  <span className="flex min-w-0 items-center gap-2.5">
    <svg aria-hidden viewBox="0 0 32 32" className="size-9 shrink-0 in-[.staff]:size-7">
      <rect width="32" height="32" rx="9" className="fill-brand" />
      <g fill="none" className="stroke-on-brand" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M7 13 16 7.5 25 13" />
        <path d="M9.5 24v-8.5M16 24v-8.5M22.5 24v-8.5M7.5 24.5h17" />
      </g>
    </svg>
    <span className="line-clamp-2 font-serif text-base leading-tight sm:text-lg font-medium tracking-tight md:text-xl">
      {name}
    </span>
  </span>
);
