/** Changes in the reader's language: title, who is affected, and what to do. */
import { type Render, renderEnglish, renderIndonesian } from '@beta-headers/manifest/diff';
import type { ReleasedChange } from '@beta-headers/manifest/history';
import { messages } from '../../i18n/index.ts';
import {
  type CatalogBeta,
  findBeta,
  findFeature,
  getFixText,
  getModelTitle,
  getPlatformTitle,
} from '../catalog.ts';
import { getBetaHref, getFeatureHref, getMonthHref, href } from '../links.ts';
import { type Locale, PATHS } from '../site.ts';
import type { Change } from './changes.ts';
import type { DataChange } from './data-changes.ts';
import { type Entry, isDataChange } from './history.ts';

const RENDERERS: Readonly<Record<Locale, Render>> = { en: renderEnglish, id: renderIndonesian };

/** A change in words. Texts may have code in backticks. */
export interface ChangeText {
  readonly kind: string;
  readonly title: string;
  readonly who: string;
  readonly todo: string;
  readonly breaking: string;
}

/** Puts a dated change into words. */
export function describeDated(change: Change, locale: Locale): ChangeText {
  const t = messages(locale).changes;
  return {
    kind: t.kind[change.kind],
    title: getTitle(change, locale),
    who: describeWho(change, locale),
    todo: describeTodo(change, locale),
    breaking: t.breakingText[getBreaking(change)],
  };
}

/** The title of any entry. */
export const getEntryTitle = (entry: Entry, locale: Locale): string =>
  isDataChange(entry)
    ? (findSubjectTitle(entry.change.subject, locale) ?? entry.change.subject)
    : getTitle(entry, locale);

/** The kind of any entry in words. */
export const getKindText = (entry: Entry, locale: Locale): string =>
  isDataChange(entry)
    ? messages(locale).changes.dataKind[entry.kind as keyof typeof dataKinds]
    : messages(locale).changes.kind[entry.kind];
const dataKinds = messages('en').changes.dataKind;

/** The page about the subject of an entry. */
export function getEntryHref(entry: Entry, locale: Locale): string {
  if (isDataChange(entry)) return getSubjectHref(entry.change.subject, locale);
  const [beta, ...more] = entry.betas;
  if (beta && more.length === 0) return getBetaHref(locale, beta.id);
  if (entry.feature) return getFeatureHref(locale, entry.feature.name);
  return getEntryPlace(entry, locale);
}

/** The place of an entry on the page of its month, which has every entry for good. */
export const getEntryPlace = ({ id, date }: Pick<Entry, 'id' | 'date'>, locale: Locale): string =>
  `${getMonthHref(locale, date)}#${id}`;

const listModels = (change: Change): string => change.models.map(getModelTitle).join(', ');

function getTitle(change: Change, locale: Locale): string {
  const { titles } = messages(locale).changes;
  const { kind, betas, feature } = change;
  if (kind === 'deprecated') return titles.deprecated(change.sdk ?? '', betas.length);
  if (kind === 'model') return titles.model(listModels(change), change.announced ?? false);
  if (kind === 'ends') return titles.ends(feature?.title[locale] ?? '', listModels(change));
  return betas[0]?.title[locale] ?? '';
}

function describeWho(change: Change, locale: Locale): string {
  const t = messages(locale).changes;
  const { kind, betas, feature, platforms } = change;
  const name = feature?.title[locale] ?? '';
  const who = {
    released: () => t.whoText.released(name),
    deprecated: () => t.whoText.deprecated,
    ends: () => t.whoText.ends(name, listModels(change)),
    model: () => t.whoText.model(listModels(change)),
    other: () => t.whoText.beta(betas[0]?.id ?? ''),
  };
  const text = (who[kind as keyof typeof who] ?? who.other)();
  return kind === 'deprecated' || platforms.length === 0
    ? text
    : `${text} ${t.on(platforms.map(getPlatformTitle).join(', '))}`;
}

function describeTodo(change: Change, locale: Locale): string {
  const { todoText: t } = messages(locale).changes;
  const [beta] = change.betas;
  if (change.kind === 'deprecated') return t.deprecated;
  if (change.kind === 'model') return t.model;
  if (change.kind === 'ends' || !beta) return change.fix ? getFixText(change.fix)[locale] : t.ends;
  if (change.kind === 'released') return describeUse(beta, change.sdk, locale);
  if (change.kind === 'superseded') return t.replaced(change.successor?.id ?? '');
  if (change.kind === 'retired') return t.gone;
  if (beta.stage === 'legacy-shape') return t.shape;
  return beta.requires.length > 0 ? `${t.remove} ${t.elsewhere}` : t.remove;
}

/** Says what to send today, because a new beta of the past may have been replaced. */
function describeUse(beta: CatalogBeta, sdk: string | undefined, locale: Locale): string {
  const { todoText: t } = messages(locale).changes;
  if (beta.supersededBy) return t.replaced(beta.supersededBy);
  if (beta.stage === 'retired') return t.gone;
  if (beta.stage === 'graduated' || beta.stage === 'legacy-shape')
    return beta.requires.length > 0 ? `${t.nothing} ${t.elsewhere}` : t.nothing;
  return [
    t.send(beta.id),
    ...(beta.stage === 'preview' ? [t.access] : []),
    ...(sdk ? [t.sdk(sdk)] : []),
  ].join(' ');
}

function getBreaking({ kind, betas, announced }: Change) {
  if (kind === 'graduated' && betas[0]?.stage === 'legacy-shape') return 'legacy-shape';
  return kind === 'model' && announced ? 'announced' : kind;
}

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

/** Lists the platforms that an entry is about. */
export const listEntryPlatforms = (entry: Entry): readonly string[] =>
  isDataChange(entry) ? listDataPlatforms(entry) : entry.platforms;

function listDataPlatforms({ change }: DataChange): string[] {
  if ('platform' in change && typeof change.platform === 'string') return [change.platform];
  return change.kind === 'platform-added' ? [change.subject] : [];
}

/** Finds the title of the subject of a change, if the Catalog still has it. */
const findSubjectTitle = (subject: string, locale: Locale): string | undefined =>
  (findBeta(subject) ?? findFeature(subject))?.title[locale];

/** The address of the page about the subject of a change. */
export function getSubjectHref(subject: string, locale: Locale): string {
  if (findBeta(subject)) return getBetaHref(locale, subject);
  if (findFeature(subject)) return getFeatureHref(locale, subject);
  return href(locale, PATHS.platforms);
}
