/** Makes the tags of a page's head: alternates, JSON-LD, the picture for links. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { messages } from '../i18n/index.ts';
import { type AlternateKind, hasAlternate } from './alternates.ts';
import { type CatalogBeta, type CatalogFeature, getFeature } from './catalog.ts';
import { dataFiles, getDataHref, getJsonHref, VERSION } from './data.ts';
import { escapeHtml, removeBackticks } from './inline.ts';
import { getBetaHref, getFeatureHref, href } from './links.ts';
import { getPlaceJsonHref, getPlaceMarkdownHref } from './place-links.ts';
import { type Locale, PATHS, REPOSITORY, SITE } from './site.ts';

type HeadTag = StarlightRouteData['head'][number];

const toAbsolute = (path: string): string => new URL(path, process.env['DOCS_SITE'] || SITE).href;

/** The address of a page as Markdown, if there is one. */
export const getMarkdownHref = (
  locale: Locale,
  kind: AlternateKind,
  name: string,
): string | undefined =>
  hasAlternate(locale, kind, name) ? href(locale, `/${kind}/${name}.md`) : undefined;

/** Makes the head of a page about a beta or a feature. */
export function makeDataHead(
  locale: Locale,
  kind: AlternateKind,
  item: CatalogBeta | CatalogFeature,
): HeadTag[] {
  const name = 'id' in item ? item.id : item.name;
  const markdown = getMarkdownHref(locale, kind, name);
  return [
    ...(markdown ? [linkAlternate('text/markdown', markdown)] : []),
    linkAlternate('application/json', getJsonHref(kind, name)),
    ...makeOgTags(getPicturePath(item), name),
    {
      tag: 'script',
      attrs: { type: 'application/ld+json' },
      content: formatJsonLd(
        'id' in item ? describeBeta(item, locale) : describeFeature(item, locale),
      ),
    },
  ];
}

/** The path of the picture of a beta. A feature uses the picture of its newest beta. */
const getPicturePath = (item: CatalogBeta | CatalogFeature): string =>
  `/og/betas/${'id' in item ? item.id : item.latest}.png`;

/** Makes the tags for the picture that links to a page show. */
export function makeOgTags(path: string, alt: string): HeadTag[] {
  const meta = (property: string, content: string): HeadTag => ({
    tag: 'meta',
    attrs: { property, content },
  });
  return [
    meta('og:image', toAbsolute(href('en', path))),
    meta('og:image:width', '1200'),
    meta('og:image:height', '630'),
    meta('og:image:alt', alt),
    { tag: 'meta', attrs: { name: 'twitter:image', content: toAbsolute(href('en', path)) } },
  ];
}

/** Links the Markdown and the JSON of a platform's or a model's page, in its head and its text. */
export function linkPlaceForms(
  locale: Locale,
  kind: 'platforms' | 'models',
  id: string,
): { readonly markdown: string; readonly json: string; readonly head: HeadTag[] } {
  const markdown = getPlaceMarkdownHref(locale, `${PATHS[kind]}${id}/`);
  const json = getPlaceJsonHref(kind, id);
  const head = [linkAlternate('text/markdown', markdown), linkAlternate('application/json', json)];
  return { markdown, json, head };
}

export const linkAlternate = (type: string, address: string, title?: string): HeadTag => ({
  tag: 'link',
  attrs: { rel: 'alternate', type, href: address, ...(title && { title }) },
});

/** Escapes the text of a `<title>`: Starlight writes it into the page as HTML. */
export const escapeTitle = (tag: HeadTag): HeadTag =>
  tag.tag === 'title' ? { ...tag, content: escapeHtml(tag.content ?? '') } : tag;

/** Escapes `<`, which could end the script element. */
const formatJsonLd = (value: object): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c');

const publisher = { '@type': 'Organization', name: 'beta-headers', url: REPOSITORY };

function describeBeta(beta: CatalogBeta, locale: Locale): object {
  const feature = getFeature(beta.feature);
  return {
    '@type': 'TechArticle',
    headline: `${beta.id}: ${removeBackticks(beta.title[locale])}`,
    description: removeBackticks(beta.summary[locale]),
    url: toAbsolute(getBetaHref(locale, beta.id)),
    image: toAbsolute(href('en', getPicturePath(beta))),
    inLanguage: locale,
    about: {
      '@type': 'DefinedTerm',
      name: beta.id,
      termCode: beta.constant,
      description: removeBackticks(beta.summary[locale]),
      url: beta.docs,
    },
    isPartOf: {
      '@type': 'TechArticle',
      headline: removeBackticks(feature.title[locale]),
      url: toAbsolute(getFeatureHref(locale, feature.name)),
    },
    ...((beta.released?.date ?? beta.date) && { datePublished: beta.released?.date ?? beta.date }),
    version: VERSION,
    publisher,
  };
}

function describeFeature(feature: CatalogFeature, locale: Locale): object {
  return {
    '@type': 'TechArticle',
    headline: removeBackticks(feature.title[locale]),
    description: removeBackticks(feature.summary[locale]),
    url: toAbsolute(getFeatureHref(locale, feature.name)),
    image: toAbsolute(href('en', getPicturePath(feature))),
    inLanguage: locale,
    about: {
      '@type': 'DefinedTermSet',
      name: feature.name,
      url: feature.docs,
      hasDefinedTerm: feature.betas.map((id) => ({
        '@type': 'DefinedTerm',
        name: id,
        url: toAbsolute(getBetaHref(locale, id)),
      })),
    },
    version: VERSION,
    publisher,
  };
}

/** Makes the head of a page about all of the data. */
export function makeDatasetHead(locale: Locale): HeadTag[] {
  const t = messages(locale);
  const dataset = {
    '@type': 'Dataset',
    name: t.catalog.title,
    description: t.site.description,
    url: toAbsolute(href(locale, PATHS.catalog)),
    inLanguage: locale,
    version: VERSION,
    license: 'https://www.apache.org/licenses/LICENSE-2.0',
    distribution: Object.keys(dataFiles).map((name) => ({
      '@type': 'DataDownload',
      name: `${name}.json`,
      encodingFormat: 'application/json',
      contentUrl: toAbsolute(getDataHref(name)),
    })),
    publisher,
  };
  return [
    { tag: 'script', attrs: { type: 'application/ld+json' }, content: formatJsonLd(dataset) },
  ];
}

/** The address at which the texts and facts of a feature can be edited. */
export const makeEditHref = (name: string): string =>
  `${REPOSITORY}/edit/main/packages/manifest/features/${name}.yaml`;
