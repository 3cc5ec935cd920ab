/** Facts of the Catalog about the subject of a page: names, fields, endpoints, hosts. */
import {
  findImpliedPlatform,
  formatPlatformPath,
  MESSAGES_PATH,
  STAGES,
} from '@beta-headers/grammar';
import { messages } from '../../i18n/index.ts';
import {
  type CatalogRule,
  catalog,
  findBeta,
  findFeature,
  getBeta,
  type Localized,
} from '../catalog.ts';
import { removeBackticks, takeFirstSentence } from '../inline.ts';
import { LOCALES, type Locale, PATHS } from '../site.ts';
import type { SearchKind } from './engine.ts';

export interface SubjectFacts {
  readonly names?: string;
  readonly terms?: string;
  /** A sentence about the subject, where the description of its page is about something else. */
  readonly text?: string;
  readonly weight?: number;
}

const AUDIENCE_WEIGHTS = {
  everyday: 1.2,
  specialised: 1,
  administration: 0.7,
  'client-internal': 0.6,
} as const;

/** Describes the subject of a page by its path. */
export function describeSubject(path: string, kind: SearchKind, locale: Locale): SubjectFacts {
  const id = path.split('/').filter(Boolean).at(-1) ?? '';
  if (kind === 'feature') return describeFeature(id, locale);
  if (kind === 'beta') return describeBeta(id, locale);
  if (kind === 'platform') return describePlatform(id, locale);
  if (kind === 'model') return describeModel(id);
  if (path === PATHS.claudeCode) return { terms: join(catalog.clients.flatMap(listVariables)) };
  if (path === `${PATHS.concepts}lifecycle/`)
    return { names: join(STAGES.flatMap((stage) => [stage, messages(locale).stage[stage]])) };
  if (path === PATHS.notBetas)
    return { terms: catalog.notBetas.map((entry) => entry.id).join(' '), weight: 0.6 };
  return {};
}

const listOtherTitles = (title: Localized, locale: Locale): string[] =>
  LOCALES.filter((one) => one !== locale).map((one) => title[one]);

function describeFeature(name: string, locale: Locale): SubjectFacts {
  const feature = findFeature(name);
  if (!feature) return {};
  const rules = [...feature.uses, ...feature.betas.flatMap((id) => getBeta(id).requires)];
  const t = messages(locale);
  return {
    names: join([...feature.betas, ...listOtherTitles(feature.title, locale)]),
    terms: join([
      ...rules.flatMap(listTerms),
      t.family[feature.family],
      ...(feature.zdr ? [`${t.feature.zdr} ZDR`] : []),
    ]),
    text: takeFirstSentence(feature.summary[locale]),
    weight: AUDIENCE_WEIGHTS[feature.audience],
  };
}

function describeBeta(id: string, locale: Locale): SubjectFacts {
  const beta = findBeta(id);
  if (!beta) return {};
  return {
    names: join([beta.constant, beta.feature]),
    text: `${removeBackticks(beta.title[locale])}. ${takeFirstSentence(beta.summary[locale])}`,
    terms: join(beta.requires.flatMap(listTerms)),
    weight: AUDIENCE_WEIGHTS[findFeature(beta.feature)?.audience ?? 'specialised'],
  };
}

function describePlatform(id: string, locale: Locale): SubjectFacts {
  const platform = catalog.platforms.find((one) => one.id === id);
  if (!platform) return {};
  return {
    names: platform.short,
    terms: join([
      ...platform.hosts.map((host) => host.replaceAll('*', '')),
      platform.wireNote?.[locale] ?? '',
      ...listActions(id),
      'header body',
    ]),
  };
}

/** The names of a model on the platforms, which have the day of its release. */
function describeModel(id: string): SubjectFacts {
  const model = catalog.models.find((one) => one.id === id);
  return { names: join(Object.values(model?.ids ?? {})) };
}

const listVariables = ({ variables = [] }: (typeof catalog.clients)[number]): string[] =>
  variables.map(({ name }) => name);

/** The ends of the paths of a platform with a form of its own, such as `streamRawPredict`. */
const listActions = (id: string): string[] =>
  (['invoke', 'converse', 'raw-predict'] as const)
    .filter((form) => findImpliedPlatform({ form }) === id)
    .flatMap((form) =>
      [false, true].map((stream) => formatPlatformPath({ form, path: MESSAGES_PATH, stream })),
    )
    .flatMap((path) => path.split(/[/:]/).at(-1) ?? []);

/** The path, the values and the endpoints of a rule. */
const listTerms = ({ at, is, in: values, endpoint }: CatalogRule): string[] =>
  [
    at?.replaceAll('[]', '').replaceAll('.**', '') ?? '',
    ...[is ?? []].flat().map(String),
    ...(values ?? []).map(String),
    ...(endpoint ?? []).map((one) => one.replace(/^\S+ /, '').replaceAll('/**', '')),
  ].filter(Boolean);

const join = (parts: readonly string[]): string => [...new Set(parts)].join(' ');
