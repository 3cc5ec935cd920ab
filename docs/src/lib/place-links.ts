/** Addresses of the pages about platforms, models, clients and concepts, and of their data. */
import { href } from './links.ts';
import { type Locale, PATHS } from './site.ts';

/** The pages of the group "Concepts", in the order of the sidebar. */
export const CONCEPTS = ['beta-headers', 'several-betas', 'api-versions', 'lifecycle'] as const;
export type Concept = (typeof CONCEPTS)[number];

export const getPlatformHref = (locale: Locale, id: string): string =>
  href(locale, `${PATHS.platforms}${id}/`);
export const getModelHref = (locale: Locale, id: string): string =>
  href(locale, `${PATHS.models}${id}/`);
export const getConceptPath = (name: Concept): string => `${PATHS.concepts}${name}/`;
export const getConceptHref = (locale: Locale, name: Concept): string =>
  href(locale, getConceptPath(name));

/** The table of page one, with the betas of features that a platform has, or does not have. */
export const getFilterHref = (locale: Locale, key: 'on' | 'not', platform: string): string =>
  `${href(locale, PATHS.catalog)}?${key}=${platform}`;

/** The address of a page as Markdown: `/platforms/bedrock.md` for `/platforms/bedrock/`. */
export const getPlaceMarkdownHref = (locale: Locale, path: string): string =>
  href(locale, path.replace(/\/$/, '.md'));

/** The small JSON of a platform or a model. */
const getPlaceJsonPath = (kind: 'platforms' | 'models', id: string): string =>
  `/data/v2/${kind}/${id}.json`;
export const getPlaceJsonHref = (kind: 'platforms' | 'models', id: string): string =>
  href('en', getPlaceJsonPath(kind, id));
