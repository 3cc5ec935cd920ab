/** The texts of the site by language. */
import type { Locale } from '../lib/site.ts';
import { en, type Messages } from './en.ts';
import { id } from './id.ts';

export type { Messages };

const all: Record<Locale, Messages> = { en, id };

/** Every text in one language. */
export const messages = (locale: Locale): Messages => all[locale];
