/** Months and days in words. */
import type { Locale } from './site.ts';

/** Formats `2026-11` or a day in it as "November 2026". */
export const formatMonth = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 7)}-01T00:00:00Z`),
  );

/** Formats `2026-11-05` as "5 November 2026". */
export const formatDay = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
