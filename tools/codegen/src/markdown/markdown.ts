/** The pieces that the Markdown pages share. */
import type {
  Catalog,
  CatalogBeta,
  CatalogRule,
  CatalogUse,
  Evidence,
} from '@beta-headers/manifest';
import { escapeLine, formatCode, formatLink } from '@beta-headers/manifest/markdown';
import type { Texts } from './texts.ts';

/** Joins the parts that are present to a page that ends with a line break. */
export function joinParts(...parts: readonly (string | false | undefined)[]): string {
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

/** Formats a rule, a use or a condition. */
export function formatRule(rule: CatalogRule | CatalogUse, texts: Texts): string {
  const parts: string[] = [];
  if (rule.at !== undefined) parts.push(`${formatCode(rule.at)} ${formatTest(rule, texts)}`);
  if (rule.where) {
    const siblings = Object.entries(rule.where).map(([name, value]) =>
      formatCode(`${name}: ${value}`),
    );
    parts.push(`${texts.withSiblings} ${siblings.join(', ')}`);
  }
  if (rule.endpoint) {
    const before = rule.at === undefined ? '' : `${texts.onEndpoint} `;
    parts.push(`${before}${rule.endpoint.map(formatCode).join(', ')}`);
  }
  if (rule.model) parts.push(`${texts.forModel} ${rule.model.map(formatCode).join(', ')}`);
  if (rule.platform) parts.push(`${texts.onPlatform} ${rule.platform.map(formatCode).join(', ')}`);
  if (rule.apiVersion) parts.push(`${texts.untilVersion} ${formatCode(rule.apiVersion)}`);
  if (rule.unless) parts.push(`${texts.unless} ${formatRule(rule.unless, texts)}`);
  const choice = 'choice' in rule ? rule.choice : undefined;
  if (choice) parts.push(`(${texts.choice} ${choice.map(formatCode).join(', ')})`);
  return parts.join(' ');
}

function formatTest(rule: CatalogRule | CatalogUse, texts: Texts): string {
  if (rule.is !== undefined) return `${texts.is} ${formatCode(rule.is)}`;
  if (rule.in) return `${texts.oneOf} ${rule.in.map(formatCode).join(', ')}`;
  if (rule.nonEmpty) return texts.nonEmpty;
  return rule.above === undefined ? texts.present : texts.above(rule.above);
}

/** Formats a citation: a link with the day on which it was read, or a release of a package. */
export function formatEvidence(evidence: Evidence, catalog: Catalog, texts: Texts): string {
  const says = evidence.says ? `: ${escapeLine(evidence.says)}` : '';
  const source = catalog.sources.find(({ id }) => id === evidence.source);
  const place = evidence.at ?? '';
  if (!source) return `${escapeLine(`${evidence.source} ${place}`)}${says}`;
  if ('url' in source) {
    const anchor = place.startsWith('#') ? place : '';
    const rest = anchor || !place ? '' : `, ${escapeLine(place)}`;
    return `${formatLink(source.url + anchor)} (${texts.checked} ${source.checked})${rest}${says}`;
  }
  if ('internal' in source)
    return `${escapeLine(place ? `${source.internal}, ${place}` : source.internal)}${says}`;
  const symbol = place.startsWith('CHANGELOG') ? escapeLine(place) : formatCode(place);
  return `${escapeLine(source.package)} ${source.version}${place && `, ${symbol}`}${says}`;
}

/** Links a source with a short label, or formats the name and version of a package. */
export function linkSource(id: string, catalog: Catalog, text: string): string {
  const source = catalog.sources.find((one) => one.id === id);
  if (!source) return escapeLine(id);
  if ('internal' in source) return escapeLine(source.internal);
  return 'url' in source
    ? formatLink(source.url, text)
    : `${escapeLine(source.package)} ${source.version}`;
}

export const formatBullets = (items: readonly string[]): string =>
  items.map((item) => `- ${item}`).join('\n');

/** Lists the dated facts of a beta. */
export function listHistory(beta: CatalogBeta, texts: Texts): string[] {
  const link = (id: string): string => `[${formatCode(id)}](${id}.md)`;
  return [
    beta.released?.date && `${texts.released}: ${beta.released.date}`,
    beta.sdk.since.typescript && `${texts.sdkSince} ${beta.sdk.since.typescript}`,
    beta.sdk.deprecated && `${texts.sdkDeprecated} ${beta.sdk.deprecated}`,
    beta.graduated?.date && `${texts.graduated}: ${beta.graduated.date}`,
    beta.retired?.date && `${texts.retired}: ${beta.retired.date}`,
    beta.supersededBy && `${texts.supersededBy} ${link(beta.supersededBy)}`,
    beta.supersedes.length > 0 && `${texts.supersedes} ${beta.supersedes.map(link).join(', ')}`,
  ].filter((line): line is string => Boolean(line));
}
