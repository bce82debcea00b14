import { useEffect } from 'react';

const shown: { title: string; hasErrors: boolean } = { title: '', hasErrors: false };

const show = (): void => {
  document.title = shown.hasErrors ? `Error: ${shown.title}` : shown.title;
};

/** Names the page in the browser's title bar, the clinic behind it; the page before gets its name back afterwards. */
export const usePageTitle = (title: string, clinic: string | undefined): void => {
  useEffect(() => {
    const before = shown.title;
    shown.title = clinic ? `${title} – ${clinic}` : title;
    show();
    return () => {
      shown.title = before;
      show();
    };
  }, [title, clinic]);
};

/** The title says first that something is wrong: it is what a screen reader says first. "Error" is Spanish too. */
export const useErrorTitle = (hasErrors: boolean): void => {
  useEffect(() => {
    shown.hasErrors = hasErrors;
    show();
    return () => {
      shown.hasErrors = false;
      show();
    };
  }, [hasErrors]);
};
