// Looks at one page in every way it may be met: languages, widths, colours, and without a mouse.
import { axeFindings, desk, expect, painted, phone, type Page } from './browser.ts';

const narrow = { width: 320, height: 640 };
/** A list of hundreds is walked this far. */
const maxTabs = 150;

type Language = 'en' | 'es';
const schemes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

const set = async (page: Page, view: { width: number; height: number }, scheme: keyof typeof schemes) => {
  await page.setViewportSize(view);
  await page.emulateMedia(schemes[scheme]);
  await painted(page);
};

const languageOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang);

const speak = async (page: Page, language: Language): Promise<void> => {
  if ((await languageOf(page)) === language) return;
  const name = language === 'es' ? 'Español' : 'English';
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
};

/** One heading of the first rank; a title that names page and clinic and nobody's name. */
const headFindings = async (page: Page, names: readonly string[]): Promise<string[]> => {
  const headings = await page.locator('h1:visible').count();
  const title = await page.title();
  return [
    headings === 1 ? '' : `${headings} headings of the first rank`,
    /^.{2,} – Harbor Health$/.test(title) ? '' : `the title is ${title}`,
    names.some((name) => title.includes(name)) ? `the title names a person: ${title}` : '',
  ].filter(Boolean);
};

/** Controls that would be invisible where the system's colours replace ours: nothing shows where they are. */
const forcedFindings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isShown = (border: string, width: string) => border !== 'none' && Number.parseFloat(width) > 0;
    return [...document.querySelectorAll<HTMLElement>('button, input, select, textarea')]
      .filter((control) => control.checkVisibility() && control.getBoundingClientRect().width > 8)
      .filter((control) => {
        const style = getComputedStyle(control);
        const isNative = control.matches('input[type=radio], input[type=checkbox]');
        const isUnderlined = [control, ...control.querySelectorAll('*')].some((one) =>
          getComputedStyle(one).textDecorationLine.includes('underline'),
        );
        const hasWords = control.matches('button') && (control.innerText.trim() !== '' || control.querySelector('svg'));
        return !isNative && !isUnderlined && !hasWords && !isShown(style.borderBottomStyle, style.borderBottomWidth);
      })
      .map((control) => `no border with forced colours: ${control.outerHTML.slice(0, 160)}`);
  });

/** What has to be scrolled sideways to be seen, the innermost of it. */
const sidewaysFindings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isClipped = (one: Element | null): boolean =>
      one !== null &&
      one !== document.body &&
      (getComputedStyle(one).overflowX !== 'visible' || isClipped(one.parentElement));
    const wide = [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth && !isClipped(one.parentElement))
      .toReversed();
    return [`scrolls ${scrollWidth - clientWidth} px sideways: ${wide[0]?.outerHTML.slice(0, 200) ?? ''}`];
  });

type Walk = { expected: Element[]; reached: Set<Element>; unseen: Set<string> };

const startWalk = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const groups = new Set<string>();
    const candidates = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const expected = [...document.querySelectorAll<HTMLElement>(candidates)].filter((one) => {
      if (one.tabIndex < 0 || one.matches(':disabled') || !one.checkVisibility({ visibilityProperty: true }))
        return false;
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      const group = `${one.form?.id} ${one.name}`;
      const isFirst = !groups.has(group);
      groups.add(group);
      return isFirst;
    });
    const walk: Walk = { expected, reached: new Set(), unseen: new Set() };
    const isMarked = (one: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    document.addEventListener('focusin', ({ target }) => {
      const one = target as Element;
      walk.reached.add(one);
      // Radio buttons are drawn by their label.
      if (
        !isMarked(one) &&
        ![...document.querySelectorAll('label:has(:focus-visible), label:focus-within')].some(isMarked)
      )
        walk.unseen.add(one.outerHTML.slice(0, 160));
    });
    (globalThis as unknown as { walk: Walk }).walk = walk;
    // A field for a date is as many stops as it has parts.
    return expected.length + 4 * expected.filter((one) => one.matches('[type=date]')).length;
  });

/** Tab reaches everything that can be pressed or filled in, and shows where it is. */
const keyboardFindings = async (page: Page): Promise<string[]> => {
  const count = await startWalk(page);
  if (count === 0) return ['nothing can be reached by keyboard'];
  // A few more: the walk begins where the focus is, and passes the end of the page.
  for (let pressed = 0; pressed < Math.min(count + 4, maxTabs); pressed++) await page.keyboard.press('Tab');
  return page.evaluate(
    (isLong) => {
      const { expected, reached, unseen } = (globalThis as unknown as { walk: Walk }).walk;
      const groupOf = (one: Element) =>
        one instanceof HTMLInputElement && one.type === 'radio' ? one.name : undefined;
      const wasReached = (one: Element) =>
        reached.has(one) ||
        (groupOf(one) !== undefined && [...reached].some((other) => groupOf(other) === groupOf(one)));
      const missed = isLong ? [] : expected.filter((one) => one.isConnected && !wasReached(one));
      return [
        ...missed.map((one) => `Tab does not reach ${one.outerHTML.slice(0, 160)}`),
        ...[...unseen].map((html) => `the focus is not seen on ${html}`),
      ];
    },
    count + 4 > maxTabs,
  );
};

/**
 * Everything that is wrong with the page as it stands, each with the way of looking that found it. Begins in the
 * language that is on screen and ends in the other.
 * @param names of people, which no title may say
 */
export const lookAt = async (page: Page, names: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  const note = (how: string, findings: readonly string[]) =>
    found.push(...findings.map((finding) => `${how}: ${finding}`));
  const first = (await languageOf(page)) as Language;
  const second = first === 'en' ? 'es' : 'en';
  const fits = async (language: Language) => {
    await set(page, narrow, 'light');
    note(`${language} 320`, await sidewaysFindings(page));
  };

  await set(page, desk, 'light');
  note(first, await headFindings(page, names));
  note(`${first} 1280 light`, await axeFindings(page));
  note(first, await keyboardFindings(page));
  await set(page, desk, 'dark');
  note(`${first} 1280 dark`, await axeFindings(page, 'colors'));
  await set(page, phone, 'forced');
  note(`${first} 390 forced`, await forcedFindings(page));
  await fits(first);

  await set(page, phone, 'light');
  await speak(page, second);
  await painted(page);
  note(second, await headFindings(page, names));
  note(`${second} 390 light`, await axeFindings(page));
  await set(page, phone, 'dark');
  note(`${second} 390 dark`, await axeFindings(page, 'colors'));
  await fits(second);
  return found;
};
