/** The address of the index. */
import type { Locale } from '../site.ts';

/** The path of the index of a language, without base. */
export const getIndexPath = (locale: Locale): string => `/search/${locale}.json`;
