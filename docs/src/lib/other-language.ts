/** The same page in the other language. */
import { LOCALES, type Locale } from './site.ts';

interface HeadTag {
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

/** Finds the page in the other language in the head of a page. The 404 page has none. */
export function findOtherLanguage(
  head: readonly HeadTag[],
  locale: Locale,
): { language: Locale; path: string } | undefined {
  for (const { attrs } of head) {
    const language = LOCALES.find((one) => one === attrs?.['hreflang'] && one !== locale);
    if (language) return { language, path: new URL(String(attrs?.['href'])).pathname };
  }
  return undefined;
}
