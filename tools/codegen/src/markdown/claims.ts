/** Formats claims, constraints and substitutes. */
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogConstraint,
  CatalogConstraintPart,
  CatalogSubstitute,
} from '@beta-headers/manifest';
import { formatCode } from '@beta-headers/manifest/markdown';
import { formatRule } from './markdown.ts';
import type { Texts } from './texts.ts';

/** Formats a claim: `not available with claude-opus-4-7 (high confidence)`. */
export function formatClaim(claim: CatalogAvailability | CatalogAcceptance, texts: Texts): string {
  const { models, endpoint, until, confidence, derivedFrom } = claim;
  const shape = 'shape' in claim ? claim.shape : undefined;
  const instead = 'instead' in claim ? (claim.instead ?? []) : [];
  const remarks = [
    ...(confidence ? [texts.confidence[confidence]] : []),
    ...(derivedFrom ? [texts.derived(derivedFrom)] : []),
  ];
  const parts = [
    texts.statuses[claim.status],
    models && texts.onlyModels(models.map(formatCode).join(', ')),
    shape && texts.onlyShapes(shape.map(formatCode).join(', ')),
    endpoint && `${texts.onEndpoint} ${endpoint.map(formatCode).join(', ')}`,
    until && texts.until(until),
    remarks.length > 0 && `(${remarks.join(', ')})`,
  ];
  const text = parts.filter(Boolean).join(' ');
  return [text, ...instead.map((one) => texts.instead(one.send, one.for))].join(', ');
}

/** Formats the conditions of a constraint and their outcome. */
export function formatConstraint(constraint: CatalogConstraint, texts: Texts): string {
  const parts = constraint.all.map((part) => formatPart(part, texts));
  return `${parts.join(' + ')}: ${texts.outcomes[`${constraint.outcome}`]}`;
}

/** Formats a substitute: the use, the platforms, the path to remove and the beta to send. */
export function formatSubstitute(substitute: CatalogSubstitute, texts: Texts): string {
  const { on, when, remove, send } = substitute;
  const where = `${texts.onPlatform} ${on.map(formatCode).join(', ')}`;
  return `${formatRule(when, texts)} ${where}: ${texts.replaces(remove, send)}`;
}

function formatPart(part: CatalogConstraintPart, texts: Texts): string {
  if ('beta' in part) return `${texts.sendsBeta} ${formatCode(part.beta)}`;
  if ('absent' in part) return `${texts.absent} ${formatRule(part.absent, texts)}`;
  return formatRule(part, texts);
}
