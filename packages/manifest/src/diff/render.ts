/** The parts of a rendered change that are built the same way in every language. */
import type { CatalogCondition, CatalogConstraint, CatalogRule } from '../catalog-types.ts';
import { listValues } from '../rule-overlap.ts';
import type { Change, ChangeOf, ClaimValue, ConstraintValue } from './change.ts';
import type { ChangeKind } from './kinds.ts';

/** Maps ids to display names. By default ids are shown unchanged. */
export interface Names {
  readonly platform: (id: string) => string;
  readonly model: (id: string) => string;
  readonly stage: (stage: string) => string;
}

/** Renders a change in one language, without its subject. */
export type Render = (change: Change, names?: Partial<Names>) => string;

/** The sentence of each kind. */
export type Sentences = {
  readonly [K in ChangeKind]: (change: ChangeOf<K>, names: Names) => string;
};

/** Creates the renderer of a language from its sentences. */
export function createRenderer(sentences: Sentences): Render {
  const same = (id: string): string => id;
  return (change, names) => {
    const render = sentences[change.kind] as (change: Change, names: Names) => string;
    return render(change, { platform: same, model: same, stage: same, ...names });
  };
}

/** The words for conditions and claims in one language. */
export interface Texts {
  readonly status: { readonly [status in ClaimValue['status']]: string };
  /** Precedes a single value. */
  readonly is: string;
  /** Precedes several values. */
  readonly oneOf: string;
  readonly above: string;
  readonly nonEmpty: string;
  readonly present: string;
  readonly where: string;
  readonly at: string;
  readonly on: string;
  readonly using: string;
  readonly until: string;
  readonly upTo: string;
  readonly unless: string;
  readonly choice: string;
  readonly needs: string;
  readonly instead: string;
  readonly shape: string;
  readonly beta: string;
  readonly without: string;
  readonly and: string;
}

/** Functions that write rules, claims and constraints in one language. */
export interface Formatters {
  /** Formats a rule, a use or a condition. */
  readonly formatRule: (rule: CatalogRule, names: Names) => string;
  /** Formats claims, each with its conditions. */
  readonly formatClaims: (claims: readonly ClaimValue[], names: Names) => string;
  /** Formats the conditions of a constraint and its outcome. */
  readonly formatConstraint: (constraint: ConstraintValue, names: Names) => string;
}

/** Creates the functions of a language from its words. */
export const createFormatters = (words: Texts): Formatters => ({
  formatRule: (rule, names) => formatRule(rule, words, names),
  formatClaims: (claims, names) =>
    claims.map((claim) => formatClaim(claim, words, names)).join('; '),
  formatConstraint: ({ all, outcome }, names) =>
    `${formatParts(all, words, names)} → ${outcome === 400 ? '400' : words.status['no-effect']}`,
});

function formatRule(rule: CatalogRule, words: Texts, names: Names): string {
  const { at, endpoint, platform, model, apiVersion, choice, unless } = rule;
  const places = endpoint?.join(', ');
  return [
    at && `${at} (${formatTest(rule, words)})`,
    places && (at ? `${words.at} ${places}` : places),
    platform && `${words.on} ${platform.map(names.platform).join(', ')}`,
    model && `${words.using} ${model.map(names.model).join(', ')}`,
    apiVersion && `${words.upTo} anthropic-version ${apiVersion}`,
    unless && `${words.unless} ${formatRule(unless, words, names)}`,
    choice && `${words.choice} ${choice.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function formatTest(rule: CatalogCondition, words: Texts): string {
  const siblings = Object.entries(rule.where ?? {}).map(([name, value]) => `${name} ${value}`);
  const where = siblings.length > 0 ? `, ${words.where} ${siblings.join(', ')}` : '';
  const values = listValues(rule);
  if (values) return `${values.length === 1 ? words.is : words.oneOf} ${values.join(', ')}${where}`;
  if (rule.above !== undefined) return `${words.above} ${rule.above}${where}`;
  return (rule.nonEmpty ? words.nonEmpty : words.present) + where;
}

function formatParts(all: CatalogConstraint['all'], words: Texts, names: Names): string {
  return all
    .map((part) => {
      if ('beta' in part) return `${words.beta} ${part.beta}`;
      return 'absent' in part
        ? `${words.without} ${formatRule(part.absent, words, names)}`
        : formatRule(part, words, names);
    })
    .join(` ${words.and} `);
}

function formatClaim(claim: ClaimValue, words: Texts, names: Names): string {
  const { status, models, endpoint, until } = claim;
  const { shape, needs } = claim as { shape?: readonly string[]; needs?: readonly string[] };
  const { instead } = claim as { instead?: readonly { readonly send: string }[] };
  return [
    words.status[status],
    models && `${words.using} ${models.map(names.model).join(', ')}`,
    endpoint && `${words.at} ${endpoint.join(', ')}`,
    shape && `${words.shape} ${shape.join(', ')}`,
    until && `${words.until} ${until}`,
    needs && `(${words.needs} ${needs.join(', ')})`,
    instead && `(${words.instead} ${instead.map(({ send }) => send).join(', ')})`,
  ]
    .filter(Boolean)
    .join(' ');
}
