/** The pieces that the Markdown pages share. */
import type { CatalogBeta, CatalogClaim, CatalogRule, Evidence } from '@beta-headers/manifest';
import type { Words } from './words.ts';

/** Code in Markdown, also inside a table. */
export const code = (text: string | number | boolean): string =>
  `\`${String(text).replaceAll('|', '\\|')}\``;

/** Lines without what is not there, joined into a page that ends with one line break. */
export function page(...parts: readonly (string | false | undefined)[]): string {
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

/** A rule in words. */
export function ruleText(rule: CatalogRule, words: Words): string {
  const parts: string[] = [];
  if (rule.at !== undefined) parts.push(`${code(rule.at)} ${testText(rule, words)}`);
  if (rule.endpoint)
    parts.push(
      `${rule.at === undefined ? '' : `${words.onEndpoint} `}${rule.endpoint.map(code).join(', ')}`,
    );
  if (rule.model) parts.push(`${words.forModel} ${rule.model.map(code).join(', ')}`);
  if (rule.platform) parts.push(`${words.onPlatform} ${rule.platform.map(code).join(', ')}`);
  if (rule.apiVersion) parts.push(`${words.untilVersion} ${code(rule.apiVersion)}`);
  if (rule.choice) parts.push(`(${words.choice} ${rule.choice.map(code).join(', ')})`);
  return parts.join(' ');
}

function testText(rule: CatalogRule, words: Words): string {
  if (rule.is !== undefined) return `${words.is} ${code(rule.is)}`;
  if (rule.in) return `${words.oneOf} ${rule.in.map(code).join(', ')}`;
  if (rule.nonEmpty) return words.nonEmpty;
  return rule.above === undefined ? words.present : words.above(rule.above);
}

/** A claim's answer in words. */
export function acceptText(claim: CatalogClaim, words: Words): string {
  const { accepts } = claim;
  const answer =
    accepts === true
      ? words.yes
      : accepts === false
        ? words.no
        : accepts === 'unknown'
          ? words.unknown
          : 'as' in accepts
            ? words.renamedTo(accepts.as)
            : words.onlyModels(accepts.models.map(code).join(', '));
  return claim.confidence ? `${answer} (${words.confidence[claim.confidence]})` : answer;
}

/** A source as a link or a symbol, with the day it was read. */
export function evidenceText(evidence: Evidence, words: Words): string {
  const says = evidence.says ? `: ${evidence.says}` : '';
  if ('url' in evidence) return `<${evidence.url}> (${words.checked} ${evidence.checked})${says}`;
  const place = evidence.symbol ? code(evidence.symbol) : `CHANGELOG ${evidence.changelog}`;
  return `${evidence.package ?? '@anthropic-ai/sdk'} ${evidence.sdk}, ${place}${says}`;
}

export const bullets = (items: readonly string[]): string =>
  items.map((item) => `- ${item}`).join('\n');

/** The dated facts of a beta. */
export function historyLines(beta: CatalogBeta, words: Words): string[] {
  const link = (id: string): string => `[${code(id)}](${id}.md)`;
  return [
    beta.released?.date && `${words.released}: ${beta.released.date}`,
    beta.sdk.since && `${words.sdkSince} ${beta.sdk.since}`,
    beta.sdk.deprecated && `${words.sdkDeprecated} ${beta.sdk.deprecated}`,
    beta.graduated?.date && `${words.graduated}: ${beta.graduated.date}`,
    beta.retired?.date && `${words.retired}: ${beta.retired.date}`,
    beta.supersededBy && `${words.supersededBy} ${link(beta.supersededBy)}`,
    beta.supersedes.length > 0 && `${words.supersedes} ${beta.supersedes.map(link).join(', ')}`,
  ].filter((line): line is string => Boolean(line));
}
