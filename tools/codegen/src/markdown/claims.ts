/** Claims in words: a status and the conditions under which it holds. */
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogConstraint,
  CatalogConstraintPart,
  CatalogSubstitute,
} from '@beta-headers/manifest';
import { formatCode, formatRule } from './markdown.ts';
import type { Texts } from './texts.ts';

/** `not available with claude-opus-4-7 (high confidence)` */
export function formatClaim(claim: CatalogAvailability | CatalogAcceptance, words: Texts): string {
  const { models, endpoint, until, confidence, derivedFrom } = claim;
  const shape = 'shape' in claim ? claim.shape : undefined;
  const instead = 'instead' in claim ? (claim.instead ?? []) : [];
  const remarks = [
    ...(confidence ? [words.confidence[confidence]] : []),
    ...(derivedFrom ? [words.derived(derivedFrom)] : []),
  ];
  const parts = [
    words.statuses[claim.status],
    models && words.onlyModels(models.map(formatCode).join(', ')),
    shape && words.onlyShapes(shape.map(formatCode).join(', ')),
    endpoint && `${words.onEndpoint} ${endpoint.map(formatCode).join(', ')}`,
    until && words.until(until),
    remarks.length > 0 && `(${remarks.join(', ')})`,
  ];
  const text = parts.filter(Boolean).join(' ');
  return [text, ...instead.map((one) => words.instead(one.send, one.for))].join(', ');
}

/** Every condition of a constraint, and what comes of them together. */
export function formatConstraint(constraint: CatalogConstraint, words: Texts): string {
  const parts = constraint.all.map((part) => formatPart(part, words));
  return `${parts.join(' + ')}: ${words.outcomes[`${constraint.outcome}`]}`;
}

/** What to take out and send, on which platforms, in place of what. */
export function formatSubstitute(substitute: CatalogSubstitute, words: Texts): string {
  const { on, when, remove, send } = substitute;
  const where = `${words.onPlatform} ${on.map(formatCode).join(', ')}`;
  return `${formatRule(when, words)} ${where}: ${words.replaces(remove, send)}`;
}

function formatPart(part: CatalogConstraintPart, words: Texts): string {
  if ('beta' in part) return `${words.sendsBeta} ${formatCode(part.beta)}`;
  if ('absent' in part) return `${words.absent} ${formatRule(part.absent, words)}`;
  return formatRule(part, words);
}
