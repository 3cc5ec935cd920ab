/** The words and the shape of what sync writes for a value that nobody has described: plainly drafts, in both languages. */
import type { Catalog, Family } from '@beta-headers/manifest';
import type { Between } from '../between.ts';
import type { NewBeta } from '../compare/finding.ts';
import type { SdkFacts, SurfaceEntry } from '../read/facts.ts';
import { type EndpointRules, endpointRules, type RuleDraft, surfaceRules } from './rules.ts';
import { some } from './say.ts';

/** The page that a draft links to until somebody finds a better one. */
const DOCS = 'https://platform.claude.com/docs/en/api/beta-headers';

/** What drafts are made from. */
export interface DraftContext {
  readonly facts: SdkFacts;
  readonly catalog: Catalog;
  /** Betas whose drafted rules do not agree with the others; a person writes them. */
  readonly without: ReadonlySet<string>;
  readonly between: Between;
}

/** An evidence entry as it is written. */
export interface SdkSource {
  readonly sdk: string;
  readonly symbol?: string;
  readonly changelog?: string;
  readonly says?: string;
}

/** A beta as it is written; the keys in the order of the other files. */
export interface BetaDraft {
  readonly id: string;
  readonly stage: string;
  readonly title?: { en: string; id: string };
  readonly summary: { en: string; id: string };
  readonly sdk?: { since: string };
  readonly opens?: readonly RuleDraft[];
  readonly review: readonly string[];
  readonly evidence: readonly SdkSource[];
}

/** Everything that the release says about a new value, as an entry of a feature file; and the rules that it takes from other betas. */
export function draftBeta(
  finding: NewBeta,
  { facts, catalog, without, between }: DraftContext,
): { beta: BetaDraft; takes: EndpointRules['takes'] } {
  const { rules, takes, left } = without.has(finding.beta)
    ? NO_RULES
    : endpointRules(
        finding.beta,
        finding.methods.filter((method) => !method.helper),
        facts.methods,
        catalog,
      );
  const opens = without.has(finding.beta)
    ? []
    : distinct([...rules, ...finding.opens.flatMap(({ entry }) => surfaceRules(entry, catalog))]);
  const internal = !finding.inUnion && finding.methods.length === 0;
  const beta = {
    id: finding.beta,
    stage: internal ? 'internal' : 'beta',
    summary: summaryOf(finding, facts.sdk),
    ...(finding.inUnion && { sdk: { since: between.since.get(finding.beta) ?? facts.sdk } }),
    ...(opens.length > 0 && { opens }),
    review: [...reviewOf(finding, opens, left, catalog), ...sinceMark(finding, between)],
    evidence: evidenceOf(finding, facts.sdk),
  };
  return { beta, takes };
}

const NO_RULES: EndpointRules = { rules: [], takes: [], left: [] };

/** A file for a feature that the manifest does not know. */
export function draftFeature(finding: NewBeta, { summary, ...beta }: BetaDraft): object {
  const words = finding.feature.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return {
    feature: finding.feature,
    title: { en: title, id: `${title} (draf)` },
    summary,
    family: familyOf(finding),
    docs: DOCS,
    betas: [
      {
        ...beta,
        review: [
          'decide the title, the family, the docs link and the summary of the feature, in both languages',
          ...beta.review,
        ],
      },
    ],
  };
}

function summaryOf({ beta, methods, opens }: NewBeta, sdk: string): { en: string; id: string } {
  const endpoints = methods.map((method) => `\`${method.endpoint}\``);
  const parts = opens.map(({ entry }) => `\`${placeOf(entry)}\``);
  const things = [...new Set([...endpoints.slice(0, 3), ...parts.slice(0, 3)])];
  const more = Math.max(0, endpoints.length - 3) + Math.max(0, parts.length - 3);
  return {
    en: `Draft: @anthropic-ai/sdk ${sdk} brings the value \`${beta}\`. Nobody has described it yet.${things.length > 0 ? ` The SDK ties it to ${things.join(', ')}${more > 0 ? ` and ${more} more` : ''}.` : ''}`,
    id: `Draf: @anthropic-ai/sdk ${sdk} membawa nilai \`${beta}\`. Belum ada yang menjelaskannya.${things.length > 0 ? ` SDK mengaitkannya dengan ${things.join(', ')}${more > 0 ? ` dan ${more} lainnya` : ''}.` : ''}`,
  };
}

const placeOf = (entry: SurfaceEntry): string =>
  `${entry.at[0]}${entry.is === undefined ? '' : `: ${entry.is}`}`;

function reviewOf(
  finding: NewBeta,
  opens: readonly RuleDraft[],
  left: readonly string[],
  catalog: Catalog,
): string[] {
  const siblings =
    catalog.features.find((feature) => feature.name === finding.feature)?.betas ?? [];
  return [
    'decide the stage: beta, preview where an entitlement is needed, internal where only official clients send it',
    'write the summary in English and in Indonesian; both texts are drafts',
    'add what is known of each platform, with evidence',
    ...(siblings.length > 0
      ? [
          `decide whether it supersedes ${siblings.join(', ')}, and write supersededBy there or independent here`,
        ]
      : []),
    ...finding.opens.map(
      ({ entry, because }) =>
        `check the rule for ${placeOf(entry)}: it was drafted because ${because}`,
    ),
    ...(left.length > 0
      ? [
          `write the rule for ${left.slice(0, 3).join(', ')}: a wider rule of another beta takes it in, part the two or join them with choice`,
        ]
      : []),
    ...(opens.length === 0 && left.length === 0 && finding.methods.length + finding.opens.length > 0
      ? ['write its rules: those that sync would draft do not agree with the rules of other betas']
      : []),
    ...(namedElsewhere(finding).length > 0
      ? [
          `the SDK names it at ${namedElsewhere(finding).join(', ')} as well: write a rule where a request has it, a note where only an answer has`,
        ]
      : []),
    ...(opens.some((rule) => rule.choice)
      ? ['check the choice: another beta opened these endpoints before']
      : []),
    ...(opens.length === 0 && finding.methods.length + finding.opens.length === 0
      ? [
          'find out what opens it: no method sends it, and nothing new in message params has to do with it by its name',
        ]
      : []),
    ...(finding.inUnion ? [] : [`it is not in the union: seen at ${finding.seen[0]}`]),
  ];
}

/** Which release brought it is known of those that were read. */
function sinceMark({ beta, inUnion }: NewBeta, { skipped, since }: Between): string[] {
  if (!inUnion || since.has(beta) || skipped.length === 0) return [];
  return [`look which release brought it, and mend sdk.since: nobody read ${some(skipped)}`];
}

/** Symbols that the SDK ties to the beta in words, other than the header of a method that sends it anyway; what is more than a header first. */
function namedElsewhere({ methods, opens, mentions }: NewBeta): string[] {
  const fileOf = (source: string): string => source.replace(/:\d+$/, '');
  const senders = new Set(methods.map((method) => fileOf(method.source)));
  const opened = new Set(opens.map(({ entry }) => entry.entry));
  const isHeader = (symbol: string): boolean => symbol.endsWith('.betas');
  const found = mentions
    .filter(
      ({ symbol, source }) =>
        !opened.has(symbol) && !(isHeader(symbol) && senders.has(fileOf(source))),
    )
    .map(({ symbol }) => symbol);
  return [...new Set([...found.filter((symbol) => !isHeader(symbol)), ...found.filter(isHeader)])];
}

function evidenceOf(finding: NewBeta, sdk: string): SdkSource[] {
  const { inUnion, methods, opens, mentions, seen } = finding;
  const symbols = [
    ...opens.map(({ entry }) => entry.entry.replace(/: .*$/, '')),
    ...namedElsewhere(finding),
    ...mentions.map((mention) => mention.symbol),
    ...methods.map((method) => `client.${method.name}`),
  ];
  const shown = [...new Set(symbols)].slice(0, 6);
  if (inUnion)
    return [{ sdk, symbol: 'AnthropicBeta' }, ...shown.map((symbol) => ({ sdk, symbol }))];
  return shown.length > 0
    ? shown.map((symbol) => ({ sdk, symbol }))
    : [
        {
          sdk,
          symbol: seen[0] ?? 'src',
          says: 'A string literal in the source; the union does not have the value.',
        },
      ];
}

function familyOf({ methods, opens }: NewBeta): Family {
  const paths = methods.map((method) => method.endpoint);
  if (paths.some((path) => path.includes('/v1/organizations'))) return 'admin';
  if (paths.some((path) => /\/v1\/(files|skills)/.test(path))) return 'files';
  if (paths.some((path) => !path.includes('/v1/messages'))) return 'agents';
  const at = opens.map(({ entry }) => entry.at[0] ?? '').join(' ');
  if (/tools|mcp|tool_/.test(at)) return 'tools';
  if (/thinking/.test(at)) return 'thinking';
  return /messages|context|compact|cache/.test(at) ? 'context' : 'output';
}

function distinct(rules: readonly RuleDraft[]): RuleDraft[] {
  return rules.filter(
    (rule, i) => rules.findIndex((other) => JSON.stringify(other) === JSON.stringify(rule)) === i,
  );
}
