/** Drafts the entry of an undescribed value, clearly marked as a draft in both languages. */
import type { Audience, Catalog, Family } from '@beta-headers/manifest';
import type { NewBeta } from '../compare/finding.ts';
import type { SdkFacts, SurfaceEntry } from '../read/facts.ts';
import { isResource } from '../read/syntax.ts';
import type { SkippedReleases } from '../skipped-releases.ts';
import { type Citation, findSourceId } from './cite.ts';
import { type ClaimDrafts, draftAcceptance, draftAvailability, toSymbol } from './claims.ts';
import { joinFirst } from './headlines.ts';
import {
  draftEndpointRules,
  draftSurfaceRules,
  type EndpointRules,
  type RuleDraft,
} from './rules.ts';

/** The page that a draft links to until a better one is found. */
const DOCS = 'https://platform.claude.com/docs/en/api/beta-headers';

/** The input of drafts. */
export interface DraftContext {
  readonly facts: SdkFacts;
  readonly catalog: Catalog;
  /** Betas whose drafted rules conflict with others; a person writes those. */
  readonly without: ReadonlySet<string>;
  readonly between: SkippedReleases;
}

/** A beta in YAML; the keys are in the order of the schema. */
export interface BetaDraft {
  readonly id: string;
  readonly stage: string;
  readonly summary: { en: string; id: string };
  readonly sdk?: { since: { typescript: string } };
  readonly requires?: readonly RuleDraft[];
  readonly acceptance?: ClaimDrafts;
  readonly review: readonly string[];
  readonly evidence: readonly Citation[];
}

/**
 * Drafts a new value as an entry of a feature file, with the rules that it takes from other betas.
 */
export function draftBeta(
  finding: NewBeta,
  { facts, catalog, without, between }: DraftContext,
): { beta: BetaDraft; takes: EndpointRules['takes'] } {
  const source = findSourceId(facts.sdk, catalog);
  const isLeftOut = without.has(finding.beta);
  const { rules, takes, left } = isLeftOut
    ? NO_RULES
    : draftEndpointRules(
        finding.beta,
        finding.methods.filter((method) => !method.helper),
        facts.methods,
        catalog,
      );
  const requires = isLeftOut
    ? []
    : removeRepeated([
        ...rules,
        ...finding.surface.flatMap(({ entry }) => draftSurfaceRules(entry, catalog)),
      ]);
  const since = between.since.get(finding.beta) ?? facts.sdk;
  const acceptance = draftAcceptance(finding, source);
  const beta = {
    id: finding.beta,
    stage: isInternal(finding) ? 'internal' : 'beta',
    summary: draftSummary(finding, facts.sdk),
    ...(finding.inUnion && { sdk: { since: { typescript: since } } }),
    ...(requires.length > 0 && { requires }),
    ...(acceptance && { acceptance }),
    review: [
      ...draftReview(finding, requires, left, catalog),
      ...draftSinceMarks(finding, between),
    ],
    evidence: draftEvidence(finding, source),
  };
  return { beta, takes };
}

const NO_RULES: EndpointRules = { rules: [], takes: [], left: [] };

/**
 * Tests if it is only a literal outside of the resources: official clients send it. The words of a
 * resource are for callers, who send what these name.
 */
const isInternal = ({ inUnion, methods, mentions }: NewBeta): boolean =>
  !inUnion && methods.length === 0 && !mentions.some(({ source }) => isResource(source));

/** Drafts the file of a feature that the manifest does not know. */
export function draftFeature(
  finding: NewBeta,
  { summary, ...beta }: BetaDraft,
  source: string,
): object {
  const words = finding.feature.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const family = guessFamily(finding);
  const availability = draftAvailability(finding, source);
  return {
    feature: finding.feature,
    title: { en: title, id: `${title} (draf)` },
    summary,
    family,
    audience: guessAudience(finding, family),
    docs: DOCS,
    default: finding.beta,
    ...(availability && { availability }),
    betas: [
      {
        ...beta,
        review: [
          'decide the title, the family, the docs link and the summary of the feature, in ' +
            'both languages',
          'decide the audience of the feature, and `removal`: what taking it out of a request does',
          ...(availability
            ? ['check the availability on the Claude API: the SDK alone says so']
            : []),
          ...beta.review,
        ],
      },
    ],
  };
}

function draftSummary(
  { beta, methods, surface }: NewBeta,
  sdk: string,
): { en: string; id: string } {
  const endpoints = methods.map((method) => `\`${method.endpoint}\``);
  const parts = surface.map(({ entry }) => `\`${formatPlace(entry)}\``);
  const shown = [...new Set([...endpoints.slice(0, 3), ...parts.slice(0, 3)])].join(', ');
  const more = Math.max(0, endpoints.length - 3) + Math.max(0, parts.length - 3);
  const release = `@anthropic-ai/sdk ${sdk}`;
  const en = `Draft: ${release} brings the value \`${beta}\`. It is not described yet.`;
  const id = `Draf: ${release} membawa nilai \`${beta}\`. Belum ada yang menjelaskannya.`;
  if (shown === '') return { en, id };
  return {
    en: `${en} The SDK ties it to ${shown}${more > 0 ? ` and ${more} more` : ''}.`,
    id: `${id} SDK mengaitkannya dengan ${shown}${more > 0 ? ` dan ${more} lainnya` : ''}.`,
  };
}

const formatPlace = (entry: SurfaceEntry): string =>
  `${entry.at[0]}${entry.is === undefined ? '' : `: ${entry.is}`}`;

function draftReview(
  finding: NewBeta,
  requires: readonly RuleDraft[],
  left: readonly string[],
  catalog: Catalog,
): string[] {
  return [
    'decide the stage: beta, preview where an entitlement is needed, internal where only ' +
      'official clients send it',
    'write the summary in English and in Indonesian; both texts are drafts',
    'add what is known of each platform, with evidence: availability of the feature, ' +
      'acceptance of the value',
    ...draftFeatureMarks(finding, catalog),
    ...draftRuleMarks(finding, requires, left),
    ...(finding.inUnion ? [] : [`it is not in the union: seen at ${finding.seen[0]}`]),
  ];
}

/** Drafts marks about the other dates of the feature. */
function draftFeatureMarks({ beta, feature: name }: NewBeta, catalog: Catalog): string[] {
  const feature = catalog.features.find((one) => one.name === name);
  if (!feature) return [];
  return [
    `decide whether it supersedes ${feature.betas.join(', ')}, and write supersededBy ` +
      'there or independent here',
    `check that what \`${name}\` says of each platform holds for it too, and limit by ` +
      '`shape` what does not',
    `decide whether \`default\` moves from ${feature.default} to ${beta}; it moves only in ` +
      'a major release',
  ];
}

function draftRuleMarks(
  finding: NewBeta,
  requires: readonly RuleDraft[],
  left: readonly string[],
): string[] {
  const isTied = finding.methods.length + finding.surface.length > 0;
  const elsewhere = findNamedElsewhere(finding);
  return [
    ...finding.surface.map(
      ({ entry, because }) =>
        `check the rule for ${formatPlace(entry)}: it was drafted because ${because}`,
    ),
    ...(left.length > 0
      ? [
          `write the rule for ${joinFirst(left)}: a wider rule of another beta covers it, ` +
            'part the two or join them with choice',
        ]
      : []),
    ...(requires.length === 0 && left.length === 0 && isTied
      ? ['write its rules: those that sync would draft do not agree with the rules of other betas']
      : []),
    ...(elsewhere.length > 0
      ? [
          `the SDK names it at ${elsewhere.join(', ')} as well: write a rule where a ` +
            'request has it, a note where only an answer has',
        ]
      : []),
    ...(requires.some((rule) => rule.choice)
      ? ['check the choice: another beta was required at these endpoints before']
      : []),
    ...(requires.length === 0 && !isTied
      ? [
          'find out what requires it: no method sends it, and nothing new in message ' +
            'params resembles its name',
        ]
      : []),
  ];
}

/** Drafts a mark if releases were skipped, because one of them may have added the value. */
function draftSinceMarks(
  { beta, inUnion }: NewBeta,
  { skipped, since }: SkippedReleases,
): string[] {
  if (!inUnion || since.has(beta) || skipped.length === 0) return [];
  return [
    'look which release brought it, and correct sdk.since.typescript; sync did not read ' +
      `${joinFirst(skipped)}`,
  ];
}

/**
 * Finds symbols that the SDK ties to the beta in comments, without the headers of methods that send
 * it; fields come before headers.
 */
function findNamedElsewhere({ methods, surface, mentions }: NewBeta): string[] {
  const removeLine = (source: string): string => source.replace(/:\d+$/, '');
  const senders = new Set(methods.map((method) => removeLine(method.source)));
  const assigned = new Set(surface.map(({ entry }) => entry.entry));
  const isAssigned = (symbol: string): boolean =>
    assigned.has(symbol) || assigned.has(symbol.split('.')[0] ?? '');
  const isHeader = (symbol: string): boolean => symbol.endsWith('.betas');
  const found = mentions
    .filter(
      ({ symbol, source }) =>
        !isAssigned(symbol) && !(isHeader(symbol) && senders.has(removeLine(source))),
    )
    .map(({ symbol }) => symbol);
  return [...new Set([...found.filter((symbol) => !isHeader(symbol)), ...found.filter(isHeader)])];
}

function draftEvidence(finding: NewBeta, source: string): Citation[] {
  const { inUnion, methods, surface, mentions, seen } = finding;
  const symbols = [
    ...surface.map(({ entry }) => toSymbol(entry.entry)),
    ...findNamedElsewhere(finding),
    ...mentions.map((mention) => mention.symbol),
    ...methods.map((method) => `client.${method.name}`),
  ];
  const shown = [...new Set(symbols)].slice(0, 6).map((at) => ({ source, at }));
  if (inUnion) return [{ source, at: 'AnthropicBeta' }, ...shown];
  if (shown.length > 0) return shown;
  const says = 'A string literal in the source; the union does not have the value.';
  return [{ source, at: seen[0] ?? 'src', says }];
}

function guessAudience(finding: NewBeta, family: Family): Audience {
  if (isInternal(finding)) return 'client-internal';
  return family === 'admin' ? 'administration' : 'specialised';
}

function guessFamily({ methods, surface }: NewBeta): Family {
  const paths = methods.map((method) => method.endpoint);
  if (paths.some((path) => path.includes('/v1/organizations'))) return 'admin';
  if (paths.some((path) => /\/v1\/(files|skills)/.test(path))) return 'files';
  if (paths.some((path) => !path.includes('/v1/messages'))) return 'agents';
  const at = surface.map(({ entry }) => entry.at[0] ?? '').join(' ');
  if (/tools|mcp|tool_/.test(at)) return 'tools';
  if (/thinking/.test(at)) return 'thinking';
  return /messages|context|compact|cache/.test(at) ? 'context' : 'output';
}

function removeRepeated(rules: readonly RuleDraft[]): RuleDraft[] {
  return rules.filter(
    (rule, i) => rules.findIndex((other) => JSON.stringify(other) === JSON.stringify(rule)) === i,
  );
}
