/** The pieces that the Markdown pages share. */
import type {
  Catalog,
  CatalogBeta,
  CatalogRule,
  CatalogUse,
  Evidence,
} from '@beta-headers/manifest';
import type { Texts } from './texts.ts';

/** Code in Markdown, also inside a table. */
export const formatCode = (text: string | number | boolean): string =>
  `\`${String(text).replaceAll('|', '\\|')}\``;

/** The parts that there are, joined into a page that ends with one line break. */
export function joinParts(...parts: readonly (string | false | undefined)[]): string {
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

/** A rule, a use or a condition in words. */
export function formatRule(rule: CatalogRule | CatalogUse, words: Texts): string {
  const parts: string[] = [];
  if (rule.at !== undefined) parts.push(`${formatCode(rule.at)} ${formatTest(rule, words)}`);
  if (rule.where) {
    const siblings = Object.entries(rule.where).map(([name, value]) =>
      formatCode(`${name}: ${value}`),
    );
    parts.push(`${words.withSiblings} ${siblings.join(', ')}`);
  }
  if (rule.endpoint) {
    const before = rule.at === undefined ? '' : `${words.onEndpoint} `;
    parts.push(`${before}${rule.endpoint.map(formatCode).join(', ')}`);
  }
  if (rule.model) parts.push(`${words.forModel} ${rule.model.map(formatCode).join(', ')}`);
  if (rule.platform) parts.push(`${words.onPlatform} ${rule.platform.map(formatCode).join(', ')}`);
  if (rule.apiVersion) parts.push(`${words.untilVersion} ${formatCode(rule.apiVersion)}`);
  if (rule.unless) parts.push(`${words.unless} ${formatRule(rule.unless, words)}`);
  const choice = 'choice' in rule ? rule.choice : undefined;
  if (choice) parts.push(`(${words.choice} ${choice.map(formatCode).join(', ')})`);
  return parts.join(' ');
}

function formatTest(rule: CatalogRule | CatalogUse, words: Texts): string {
  if (rule.is !== undefined) return `${words.is} ${formatCode(rule.is)}`;
  if (rule.in) return `${words.oneOf} ${rule.in.map(formatCode).join(', ')}`;
  if (rule.nonEmpty) return words.nonEmpty;
  return rule.above === undefined ? words.present : words.above(rule.above);
}

/** A source as a link, or as a release of a package; with the day it was read. */
export function formatEvidence(evidence: Evidence, catalog: Catalog, words: Texts): string {
  const says = evidence.says ? `: ${evidence.says}` : '';
  const source = catalog.sources.find(({ id }) => id === evidence.source);
  const place = evidence.at ?? '';
  if (!source) return `${evidence.source} ${place}${says}`;
  if ('url' in source) {
    const anchor = place.startsWith('#') ? place : '';
    const rest = anchor || !place ? '' : `, ${place}`;
    return `<${source.url}${anchor}> (${words.checked} ${source.checked})${rest}${says}`;
  }
  if ('internal' in source) return `${source.internal}${place && `, ${place}`}${says}`;
  const symbol = place.startsWith('CHANGELOG') ? place : formatCode(place);
  return `${source.package} ${source.version}${place && `, ${symbol}`}${says}`;
}

/** A source behind a short text; the name and version of a package where it is one. */
export function linkSource(id: string, catalog: Catalog, text: string): string {
  const source = catalog.sources.find((one) => one.id === id);
  if (!source) return id;
  if ('internal' in source) return source.internal;
  return 'url' in source ? `[${text}](${source.url})` : `${source.package} ${source.version}`;
}

export const formatBullets = (items: readonly string[]): string =>
  items.map((item) => `- ${item}`).join('\n');

/** The dated facts of a beta. */
export function listHistory(beta: CatalogBeta, words: Texts): string[] {
  const link = (id: string): string => `[${formatCode(id)}](${id}.md)`;
  return [
    beta.released?.date && `${words.released}: ${beta.released.date}`,
    beta.sdk.since.typescript && `${words.sdkSince} ${beta.sdk.since.typescript}`,
    beta.sdk.deprecated && `${words.sdkDeprecated} ${beta.sdk.deprecated}`,
    beta.graduated?.date && `${words.graduated}: ${beta.graduated.date}`,
    beta.retired?.date && `${words.retired}: ${beta.retired.date}`,
    beta.supersededBy && `${words.supersededBy} ${link(beta.supersededBy)}`,
    beta.supersedes.length > 0 && `${words.supersedes} ${beta.supersedes.map(link).join(', ')}`,
  ].filter((line): line is string => Boolean(line));
}
