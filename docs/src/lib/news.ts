/** The newest changes for page one. */
import { messages } from '../i18n/index.ts';
import { entries } from './history.ts';
import type { Locale } from './site.ts';
import { isFact } from './timeline.ts';

export interface News {
  readonly date: string;
  readonly text: string;
  readonly path: string;
}

/** Finds the newest changes that readers of page one look for. */
export function findNews(locale: Locale, count: number): News[] {
  const { kind } = messages(locale).timeline;
  return entries
    .filter(isFact)
    .filter((entry) => entry.kind !== 'named')
    .slice(0, count)
    .map((entry) => ({
      date: entry.date,
      text: `${entry.beta.id}: ${kind[entry.kind]}`,
      path: `/betas/${entry.beta.id}/`,
    }));
}
