/** Expands the terms of error-terms.yaml in the patterns of errors.yaml. */
import type { ErrorSource, TermSource } from './schema/index.ts';

const REFERENCE = /\{([a-z][a-z-]*)\}/g;

/** The terms by name, with earlier terms expanded. */
export type Terms = ReadonlyMap<string, string>;

/** Reads terms in order. A reference to a later term is kept, and a lint reports it. */
export function readTerms(entries: Iterable<Pick<TermSource, 'name' | 'pattern'>>): Terms {
  const terms = new Map<string, string>();
  for (const { name, pattern } of entries) terms.set(name, expandTerms(pattern, terms));
  return terms;
}

/** Expands the terms of a pattern. */
export function expandTerms(pattern: string, terms: Terms): string {
  return pattern.replace(REFERENCE, (reference, name: string) => terms.get(name) ?? reference);
}

/** Finds the references of a pattern to unknown terms. */
export function findUnknownTerms(pattern: string, terms: Terms): string[] {
  return [...pattern.matchAll(REFERENCE)].flatMap(([, name]) =>
    name !== undefined && !terms.has(name) ? [name] : [],
  );
}

/** Expands the terms in the patterns of a row. */
export function expandRow(row: ErrorSource, terms: Terms): ErrorSource {
  return {
    ...row,
    pattern: expandTerms(row.pattern, terms),
    ...(row.unless !== undefined && { unless: expandTerms(row.unless, terms) }),
  };
}

/** Compiles a pattern in RE2 syntax. JavaScript has another notation for named groups. */
export function toRegExp(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('(?P<', '(?<'), 'i');
}
