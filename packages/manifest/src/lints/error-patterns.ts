import { eachEntry, type Lint } from './lint.ts';

/** Syntax that RE2 cannot read, and so neither can Go, Rust and many stores. */
const NOT_RE2: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'RE2 has no lookahead and no lookbehind'],
  [/\\[1-9]|\\k</, 'RE2 has no references to a group'],
  [/\(\?>/, 'RE2 has no atomic groups'],
  [/[*+?}]\+/, 'RE2 has no possessive repetition'],
  [/\\u|\\c/, 'RE2 writes a character as \\x{…}'],
];

const ANY_OF_THEM = new RegExp(NOT_RE2.map(([syntax]) => syntax.source).join('|'));

/** Every pattern of errors.yaml is one in RE2 and here, and matches its own example. */
export const errorPatterns: Lint = {
  name: 'error-patterns',
  *check(sources) {
    for (const { file, data: row, path } of eachEntry(sources, 'errors')) {
      const problem = (key: 'pattern' | 'example', message: string, fix: string) =>
        file.problem([...path, key], 'error-patterns', message, fix);
      const foreign = foreignSyntax(row.pattern);
      if (foreign)
        yield problem('pattern', `\`${row.pattern}\`: ${foreign[1]}`, 'write it without');
      const pattern = compile(row.pattern);
      if (typeof pattern === 'string') {
        yield problem('pattern', `\`${row.pattern}\` is no pattern: ${pattern}`, 'correct it');
        continue;
      }
      if (!pattern.test(row.example))
        yield problem(
          'example',
          `the pattern of \`${row.id}\` does not match its own example`,
          'correct the pattern, or give a message that it is for',
        );
    }
  },
};

/** The pair of NOT_RE2 that a pattern has. */
function foreignSyntax(pattern: string): (typeof NOT_RE2)[number] | undefined {
  if (!ANY_OF_THEM.test(pattern)) return undefined;
  // A backslash that is itself escaped begins nothing.
  const text = pattern.replaceAll('\\\\', '..');
  return NOT_RE2.find(([syntax]) => syntax.test(text));
}

function compile(pattern: string): RegExp | string {
  try {
    return new RegExp(pattern, 'i');
  } catch (error) {
    return (error as Error).message.replace(/^Invalid regular expression: /, '');
  }
}
