import { LanguageSwitch } from '../ui/frame/LanguageSwitch.tsx';
import { groups } from './groups.ts';

/** The way to each group, and to the two densities. */
const Contents = ({ shown }: { shown: string | undefined }) => (
  <header className="mb-8" lang="en">
    <div className="flex items-center justify-between gap-3">
      <h1 className="text-3xl">Design system</h1>
      <LanguageSwitch />
    </div>
    <nav aria-label="Groups" className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
      <a href="?">All</a>
      {Object.entries(groups).map(([name, { title }]) => (
        <a key={name} href={`?group=${name}`} aria-current={shown === name ? 'page' : undefined}>
          {title}
        </a>
      ))}
      <a href="?staff">Staff</a>
    </nav>
  </header>
);

/** All groups below each other, or one. Overlays cover the page, so they are shown alone only. */
export const DesignPage = ({ group }: { group: string | undefined }) => {
  const shown = Object.entries(groups).filter(([name, { isOverlay }]) => (group ? name === group : !isOverlay));
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-3xl px-4 py-6">
      <Contents shown={group} />
      {shown.map(([name, { title, Stories }]) => (
        <section key={name} id={name} className="mb-12">
          <h2 className="mb-5 border-b border-line pb-1 text-2xl" lang="en">
            {title}
          </h2>
          <div className="grid gap-7">
            <Stories />
          </div>
        </section>
      ))}
    </main>
  );
};
