import { i18n, type Messages } from '@lingui/core';

export type Locale = 'en' | 'es';
export type CatalogLoader = (locale: Locale) => Promise<{ messages: Messages }>;

const storageKey = 'portico.language';
let load: CatalogLoader | undefined;

const isLocale = (value: unknown): value is Locale => value === 'en' || value === 'es';

/** The language the person chose here before, else the first of the browser's that we speak. */
export const preferredLocale = (): Locale => {
  const chosen = localStorage.getItem(storageKey);
  if (isLocale(chosen)) return chosen;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  return spoken ?? 'en';
};

/** True when the person picked a language in this browser (then the account's does not override). */
export const hasChosenLocale = (): boolean => isLocale(localStorage.getItem(storageKey));

/** Loads and shows a language; `<html lang>` follows, so screen readers change their voice. */
export const showLocale = async (locale: Locale): Promise<void> => {
  if (!load) throw new Error('startI18n first');
  const { messages } = await load(locale);
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
};

export const chooseLocale = async (locale: Locale): Promise<void> => {
  localStorage.setItem(storageKey, locale);
  await showLocale(locale);
};

/** Sets the audience's catalogue loader and shows the preferred language. */
export const startI18n = async (loader: CatalogLoader): Promise<void> => {
  load = loader;
  await showLocale(preferredLocale());
};
