/** What pages tell machines in their head: twins, JSON-LD, the picture for links. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { messages } from '../i18n/index.ts';
import { type CatalogBeta, type CatalogFeature, feature as featureOf } from './catalog.ts';
import { dataFiles, dataHref, twinHref, VERSION } from './data.ts';
import { escapeHtml, plainText } from './inline.ts';
import { betaHref, featureHref, href } from './links.ts';
import { type Locale, PATHS, REPOSITORY, SITE } from './site.ts';
import { hasTwin, type TwinKind } from './twins.ts';

type HeadTag = StarlightRouteData['head'][number];

const absolute = (path: string): string => new URL(path, process.env['DOCS_SITE'] ?? SITE).href;

/** The address of a page's Markdown twin, if it has one. */
export const markdownHref = (locale: Locale, kind: TwinKind, name: string): string | undefined =>
  hasTwin(locale, kind, name) ? href(locale, `/${kind}/${name}.md`) : undefined;

/** The head of a page made from data: both twins, its picture, JSON-LD. */
export function dataHead(
  locale: Locale,
  kind: TwinKind,
  item: CatalogBeta | CatalogFeature,
): HeadTag[] {
  const name = 'id' in item ? item.id : item.name;
  const markdown = markdownHref(locale, kind, name);
  return [
    ...(markdown ? [alternate('text/markdown', markdown)] : []),
    alternate('application/json', twinHref(kind, name)),
    ...ogImage(pictureOf(item), name),
    {
      tag: 'script',
      attrs: { type: 'application/ld+json' },
      content: jsonLd('id' in item ? betaLd(item, locale) : featureLd(item, locale)),
    },
  ];
}

/** A feature is pictured by its newest beta. */
const pictureOf = (item: CatalogBeta | CatalogFeature): string =>
  `/og/betas/${'id' in item ? item.id : item.latest}.png`;

/** The picture that links to a page show. */
export function ogImage(path: string, alt: string): HeadTag[] {
  const meta = (property: string, content: string): HeadTag => ({
    tag: 'meta',
    attrs: { property, content },
  });
  return [
    meta('og:image', absolute(href('en', path))),
    meta('og:image:width', '1200'),
    meta('og:image:height', '630'),
    meta('og:image:alt', alt),
    { tag: 'meta', attrs: { name: 'twitter:image', content: absolute(href('en', path)) } },
  ];
}

export const alternate = (type: string, address: string, title?: string): HeadTag => ({
  tag: 'link',
  attrs: { rel: 'alternate', type, href: address, ...(title && { title }) },
});

/** Escapes the text of a `<title>`: Starlight writes it into the page as HTML. */
export const escapeTitle = (tag: HeadTag): HeadTag =>
  tag.tag === 'title' ? { ...tag, content: escapeHtml(tag.content ?? '') } : tag;

/** Escapes `<`, which could end the script element. */
const jsonLd = (value: object): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c');

const publisher = { '@type': 'Organization', name: 'beta-headers', url: REPOSITORY };

function betaLd(beta: CatalogBeta, locale: Locale): object {
  const feature = featureOf(beta.feature);
  return {
    '@type': 'TechArticle',
    headline: `${beta.id}: ${plainText(beta.title[locale])}`,
    description: plainText(beta.summary[locale]),
    url: absolute(betaHref(locale, beta.id)),
    image: absolute(href('en', pictureOf(beta))),
    inLanguage: locale,
    about: {
      '@type': 'DefinedTerm',
      name: beta.id,
      termCode: beta.constant,
      description: plainText(beta.summary[locale]),
      url: beta.docs,
    },
    isPartOf: {
      '@type': 'TechArticle',
      headline: plainText(feature.title[locale]),
      url: absolute(featureHref(locale, feature.name)),
    },
    ...((beta.released?.date ?? beta.date) && { datePublished: beta.released?.date ?? beta.date }),
    version: VERSION,
    publisher,
  };
}

function featureLd(feature: CatalogFeature, locale: Locale): object {
  return {
    '@type': 'TechArticle',
    headline: plainText(feature.title[locale]),
    description: plainText(feature.summary[locale]),
    url: absolute(featureHref(locale, feature.name)),
    image: absolute(href('en', pictureOf(feature))),
    inLanguage: locale,
    about: {
      '@type': 'DefinedTermSet',
      name: feature.name,
      url: feature.docs,
      hasDefinedTerm: feature.betas.map((id) => ({
        '@type': 'DefinedTerm',
        name: id,
        url: absolute(betaHref(locale, id)),
      })),
    },
    version: VERSION,
    publisher,
  };
}

/** The whole of the data, for pages about all of it. */
export function datasetHead(locale: Locale): HeadTag[] {
  const t = messages(locale);
  const dataset = {
    '@type': 'Dataset',
    name: t.catalog.title,
    description: t.site.description,
    url: absolute(href(locale, PATHS.catalog)),
    inLanguage: locale,
    version: VERSION,
    license: 'https://www.apache.org/licenses/LICENSE-2.0',
    distribution: Object.keys(dataFiles).map((name) => ({
      '@type': 'DataDownload',
      name: `${name}.json`,
      encodingFormat: 'application/json',
      contentUrl: absolute(dataHref(name)),
    })),
    publisher,
  };
  return [{ tag: 'script', attrs: { type: 'application/ld+json' }, content: jsonLd(dataset) }];
}

/** Where the words and facts of a feature's pages are written. */
export const featureSource = (name: string): string =>
  `${REPOSITORY}/edit/main/packages/manifest/features/${name}.yaml`;
