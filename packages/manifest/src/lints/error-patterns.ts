import type { ErrorSource } from '../schema.ts';
import { eachEntry, type Lint } from './lint.ts';

/** What RE2, and so Go, Rust and many stores, cannot read. */
const NOT_RE2: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'RE2 has no lookahead and no lookbehind'],
  [/\\[1-9]|\\k</, 'RE2 has no references to a group'],
  [/\(\?>/, 'RE2 has no atomic groups'],
  [/[*+?}]\+/, 'RE2 has no possessive repetition'],
  [/\\u|\\c/, 'RE2 writes a character as \\x{…}'],
];

/** Every pattern of errors.yaml is one in RE2 and here, and finds its own example first. */
export const errorPatterns: Lint = {
  name: 'error-patterns',
  *check(sources) {
    const earlier: { row: ErrorSource; pattern: RegExp }[] = [];
    for (const { file, data: row, path } of eachEntry(sources, 'errors')) {
      const problem = (key: 'pattern' | 'example', message: string, fix: string) =>
        file.problem([...path, key], 'error-patterns', message, fix);
      const foreign = NOT_RE2.find(([syntax]) => syntax.test(withoutEscapes(row.pattern)));
      if (foreign)
        yield problem('pattern', `\`${row.pattern}\`: ${foreign[1]}`, 'write it without');
      const pattern = compile(row.pattern);
      if (typeof pattern === 'string') {
        yield problem('pattern', `\`${row.pattern}\` is no pattern: ${pattern}`, 'correct it');
        continue;
      }
      const first = earlier.find((other) => other.pattern.test(row.example));
      if (!pattern.test(row.example))
        yield problem(
          'example',
          `the pattern of \`${row.id}\` does not match its own example`,
          'correct the pattern, or give a message that it is for',
        );
      else if (first && first.row.kind !== row.kind)
        yield problem(
          'example',
          `\`${first.row.id}\` matches the example of \`${row.id}\` first, and calls it ` +
            `${first.row.kind}`,
          `put \`${row.id}\` before \`${first.row.id}\`, or make that pattern narrower`,
        );
      earlier.push({ row, pattern });
    }
  },
};

/** A backslash that is itself escaped begins nothing. */
const withoutEscapes = (pattern: string): string => pattern.replaceAll('\\\\', '..');

function compile(pattern: string): RegExp | string {
  try {
    return new RegExp(pattern, 'i');
  } catch (error) {
    return (error as Error).message.replace(/^Invalid regular expression: /, '');
  }
}
