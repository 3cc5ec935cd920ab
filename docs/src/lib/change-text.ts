/** What a change of the manifest says, in the reader's language. */
import type { ChangeValue, ReleasedChange } from '@beta-headers/manifest/history';
import { messages } from '../i18n/index.ts';
import { findBeta, findFeature, modelTitle, platformTitle } from './catalog.ts';
import { inIndonesian } from './change-id.ts';
import { betaHref, featureHref, href } from './links.ts';
import { type Locale, PATHS } from './site.ts';

/** A line of text; `lang` where it is not in the reader's language. */
export interface ChangeText {
  readonly text: string;
  readonly lang?: 'en' | undefined;
}

/** What a change says besides its kind and its subject; nothing where these two say it all. */
export function changeText(change: ReleasedChange, locale: Locale): ChangeText | undefined {
  const t = messages(locale);
  const { kind, platform, was, is } = change;
  // The title says it.
  if (kind === 'beta-added' || kind === 'feature-added') return undefined;
  if (kind === 'superseded' && typeof is === 'string') return { text: t.timeline.by(is) };
  if (was !== undefined && is !== undefined) {
    const values = `${valueText(was, locale)} → ${valueText(is, locale)}`;
    return { text: platform ? `${platformTitle(platform)}: ${values}` : values };
  }
  const text = withoutSubject(change);
  if (locale === 'en') return { text };
  const translated = inIndonesian(text);
  return translated === undefined ? { text, lang: 'en' } : { text: translated };
}

/** The subject stands beside the text. */
const withoutSubject = ({ text, subject }: ReleasedChange): string =>
  text.startsWith(subject) ? text.slice(subject.length).replace(/^:? /, '') : text;

function valueText(value: ChangeValue, locale: Locale): string {
  const t = messages(locale);
  if (value === true) return t.mark.yes;
  if (value === false) return t.mark.no;
  if (typeof value === 'string')
    return value === 'unknown'
      ? t.mark.unknown
      : ((t.stage as Readonly<Record<string, string>>)[value] ?? value);
  return 'as' in value
    ? `${t.mark.renamed} (${value.as})`
    : `${t.beta.onlyModels} ${value.models.map(modelTitle).join(', ')}`;
}

/** The title of what a change is about, where the Catalog still has it. */
export const subjectTitle = (subject: string, locale: Locale): string | undefined =>
  (findBeta(subject) ?? findFeature(subject))?.title[locale];

/** The page of what a change is about. */
export function subjectHref(subject: string, locale: Locale): string {
  if (findBeta(subject)) return betaHref(locale, subject);
  if (findFeature(subject)) return featureHref(locale, subject);
  return href(locale, PATHS.platforms);
}
