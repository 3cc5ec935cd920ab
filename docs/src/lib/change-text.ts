/** A change of the manifest in the reader's language. */
import { type Render, renderEnglish, renderIndonesian } from '@beta-headers/manifest/diff';
import type { ReleasedChange } from '@beta-headers/manifest/history';
import { messages } from '../i18n/index.ts';
import { findBeta, findFeature, getModelTitle, getPlatformTitle } from './catalog.ts';
import { getBetaHref, getFeatureHref, href } from './links.ts';
import { type Locale, PATHS } from './site.ts';

const RENDERERS: Readonly<Record<Locale, Render>> = { en: renderEnglish, id: renderIndonesian };

/** Describes a change beyond its kind and its subject. Returns nothing if these two are enough. */
export function describeChange(change: ReleasedChange, locale: Locale): string | undefined {
  if (change.kind === 'beta-added' || change.kind === 'feature-added') return undefined;
  const stages: Readonly<Record<string, string>> = messages(locale).stage;
  return RENDERERS[locale](change, {
    platform: getPlatformTitle,
    model: getModelTitle,
    stage: (stage) => stages[stage] ?? stage,
  });
}

/** Finds the title of the subject of a change, if the Catalog still has it. */
export const findSubjectTitle = (subject: string, locale: Locale): string | undefined =>
  (findBeta(subject) ?? findFeature(subject))?.title[locale];

/** The address of the page about the subject of a change. */
export function getSubjectHref(subject: string, locale: Locale): string {
  if (findBeta(subject)) return getBetaHref(locale, subject);
  if (findFeature(subject)) return getFeatureHref(locale, subject);
  return href(locale, PATHS.platforms);
}
