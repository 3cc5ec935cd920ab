/** Claims in words: a status and the conditions under which it holds. */
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogConstraint,
  CatalogConstraintPart,
  CatalogSubstitute,
} from '@beta-headers/manifest';
import { code, ruleText } from './markdown.ts';
import type { Words } from './words.ts';

/** `not available with claude-opus-4-7 (high confidence)` */
export function claimText(claim: CatalogAvailability | CatalogAcceptance, words: Words): string {
  const { models, endpoint, until, confidence, derivedFrom } = claim;
  const shape = 'shape' in claim ? claim.shape : undefined;
  const instead = 'instead' in claim ? (claim.instead ?? []) : [];
  const remarks = [
    ...(confidence ? [words.confidence[confidence]] : []),
    ...(derivedFrom ? [words.derived(derivedFrom)] : []),
  ];
  const parts = [
    words.statuses[claim.status],
    models && words.onlyModels(models.map(code).join(', ')),
    shape && words.onlyShapes(shape.map(code).join(', ')),
    endpoint && `${words.onEndpoint} ${endpoint.map(code).join(', ')}`,
    until && words.until(until),
    remarks.length > 0 && `(${remarks.join(', ')})`,
  ];
  const text = parts.filter(Boolean).join(' ');
  return [text, ...instead.map((one) => words.instead(one.send, one.for))].join(', ');
}

/** Every condition of a constraint, and what comes of them together. */
export function constraintText(constraint: CatalogConstraint, words: Words): string {
  const parts = constraint.all.map((part) => partText(part, words));
  return `${parts.join(' + ')}: ${words.outcomes[`${constraint.outcome}`]}`;
}

/** What to take out and send, on which platforms, in place of what. */
export function substituteText(substitute: CatalogSubstitute, words: Words): string {
  const { on, when, remove, send } = substitute;
  const where = `${words.onPlatform} ${on.map(code).join(', ')}`;
  return `${ruleText(when, words)} ${where}: ${words.replaces(remove, send)}`;
}

function partText(part: CatalogConstraintPart, words: Words): string {
  if ('beta' in part) return `${words.sendsBeta} ${code(part.beta)}`;
  if ('absent' in part) return `${words.absent} ${ruleText(part.absent, words)}`;
  return ruleText(part, words);
}
