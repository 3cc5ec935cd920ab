import { expandTerms, findUnknownTerms, readTerms, type Terms, toRegExp } from '../error-terms.ts';
import type { ListFile } from '../manifest-sources.ts';
import type { Problem } from '../problem.ts';
import type { ErrorSource } from '../schema/index.ts';
import type { Path } from '../yaml-source.ts';
import { collectIds, type Lint, listEntries } from './lint.ts';

/** Syntax that RE2 does not support, and therefore neither do Go and Rust. */
const NOT_RE2: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'RE2 has no lookahead and no lookbehind'],
  [/\\[1-9]|\\k</, 'RE2 has no references to a group'],
  [/\(\?>/, 'RE2 has no atomic groups'],
  [/[*+?}]\+/, 'RE2 has no possessive repetition'],
  [/\\u|\\c/, 'RE2 writes a character as \\x{…}'],
  [/\(\?<[a-z]/, 'write a named group as (?P<name>…), which every RE2 reads'],
];

const ANY_OF_THEM = new RegExp(NOT_RE2.map(([syntax]) => syntax.source).join('|'));

/** An unbounded repetition. Several in a row take more than linear time outside of RE2. */
const UNBOUNDED = /(?:^|[^\\])(?:\.|\)|\[\^[^\]]*\])(?:[*+]|\{\d+,\})/;

/** The names of groups. A digit after the name distinguishes alternatives. */
const GROUPS = ['list', 'feature', 'path', 'tag', 'value', 'allowed', 'limit', 'leaked'];

/**
 * Every pattern of errors.yaml is valid in RE2 and JavaScript, bounded, and matches its example.
 */
export const errorPatterns: Lint = {
  name: 'error-patterns',
  *check(sources) {
    const terms = readTerms(listEntries(sources, 'terms').map(({ data }) => data));
    for (const { file, data, path } of listEntries(sources, 'terms')) {
      const message = findFault(data.pattern, readTermsAbove(sources.lists.terms, data.name));
      if (message)
        yield file.problem([...path, 'pattern'], 'error-patterns', message, 'rewrite the pattern');
    }
    const ids = collectIds(sources);
    for (const { file, data: row, path } of listEntries(sources, 'errors')) {
      yield* checkPatterns(file, row, path, terms);
      for (const [i, id] of (row.betas ?? []).entries())
        if (!ids.has(id))
          yield file.problem(
            [...path, 'betas', i],
            'error-patterns',
            `no feature has a beta \`${id}\``,
            'name one that a feature file defines',
          );
    }
  },
};

function* checkPatterns(
  file: ListFile<ErrorSource>,
  row: ErrorSource,
  path: Path,
  terms: Terms,
): Generator<Problem> {
  let sound = true;
  for (const key of ['pattern', 'unless'] as const) {
    const message = row[key] && findFault(row[key], terms);
    if (!message) continue;
    sound = false;
    yield file.problem([...path, key], 'error-patterns', message, 'rewrite the pattern');
  }
  if (!sound || matchesExample(row, terms)) return;
  yield file.problem(
    [...path, 'example'],
    'error-patterns',
    `the pattern of \`${row.id}\` does not match its own example`,
    'correct the pattern, or give a message that it matches',
  );
}

function matchesExample({ pattern, unless, example }: ErrorSource, terms: Terms): boolean {
  const test = (text: string): boolean => toRegExp(expandTerms(text, terms)).test(example);
  return test(pattern) && !(unless && test(unless));
}

/** Finds the first fault of a pattern. */
function findFault(pattern: string, terms: Terms): string | undefined {
  const foreign = findForeignSyntax(pattern);
  if (foreign) return `\`${pattern}\`: ${foreign[1]}`;
  const [unknown] = findUnknownTerms(pattern, terms);
  if (unknown) return `error-terms.yaml has no term \`${unknown}\` above this one`;
  const group = [...pattern.matchAll(/\(\?P<([a-z]+)\d?>/g)].find(
    ([, name]) => !GROUPS.includes(name as string),
  );
  if (group) return `\`${group[1]}\` is not a known group: a pattern may have ${GROUPS.join(', ')}`;
  const reason = findCompileFault(expandTerms(pattern, terms));
  if (reason) return `\`${pattern}\` is not a valid pattern: ${reason}`;
  if (UNBOUNDED.test(pattern.replaceAll(/\\./g, '_')))
    return `\`${pattern}\` has an unbounded repetition`;
  return undefined;
}

function readTermsAbove(
  files: readonly ListFile<{ name: string; pattern: string }>[],
  name: string,
) {
  const all = files.flatMap(({ entries }) => entries.map(({ data }) => data));
  return readTerms(
    all.slice(
      0,
      all.findIndex((term) => term.name === name),
    ),
  );
}

/** Finds the entry of NOT_RE2 that a pattern contains. */
function findForeignSyntax(pattern: string): (typeof NOT_RE2)[number] | undefined {
  if (!ANY_OF_THEM.test(pattern)) return undefined;
  // An escaped backslash starts no escape sequence.
  const text = pattern.replaceAll('\\\\', '..');
  return NOT_RE2.find(([syntax]) => syntax.test(text));
}

function findCompileFault(pattern: string): string | undefined {
  try {
    toRegExp(pattern);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^Invalid regular expression: /, '');
  }
}
