/** The patterns of errors.yaml with the terms of error-terms.yaml in their places. */
import type { ErrorSource, TermSource } from './schema.ts';

const REFERENCE = /\{([a-z][a-z-]*)\}/g;

/** The terms by name, each with those above it in their places. */
export type Terms = ReadonlyMap<string, string>;

/** Reads terms in their order. A reference to what is not above stays as it is, and a lint finds it. */
export function readTerms(entries: Iterable<Pick<TermSource, 'name' | 'pattern'>>): Terms {
  const terms = new Map<string, string>();
  for (const { name, pattern } of entries) terms.set(name, expandTerms(pattern, terms));
  return terms;
}

/** The pattern with every term in its place. */
export function expandTerms(pattern: string, terms: Terms): string {
  return pattern.replace(REFERENCE, (reference, name: string) => terms.get(name) ?? reference);
}

/** The references of a pattern that no term answers. */
export function findUnknownTerms(pattern: string, terms: Terms): string[] {
  return [...pattern.matchAll(REFERENCE)].flatMap(([, name]) =>
    name !== undefined && !terms.has(name) ? [name] : [],
  );
}

/** A row with the terms of its patterns in their places. */
export function expandRow(row: ErrorSource, terms: Terms): ErrorSource {
  return {
    ...row,
    pattern: expandTerms(row.pattern, terms),
    ...(row.unless !== undefined && { unless: expandTerms(row.unless, terms) }),
  };
}

/** A pattern in RE2 syntax as JavaScript reads it, which writes named groups otherwise. */
export function toRegExp(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('(?P<', '(?<'), 'i');
}
