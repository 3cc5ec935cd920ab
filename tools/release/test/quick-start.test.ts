import { describe, expect, it } from 'vitest';
import { extractQuickStart } from '../src/quick-start.ts';

const README = [
  'Words.',
  '<!-- quick-start -->',
  '```ts',
  "import x from 'x';",
  '',
  'console.log(`<b>` + x);',
  '```',
  'It prints',
  '',
  '<!-- quick-start-output -->',
  '',
  '```text',
  '<b>1',
  '```',
].join('\n');

describe('extractQuickStart', () => {
  it('extracts the code and its output unchanged', () => {
    expect(extractQuickStart(README)).toEqual({
      code: "import x from 'x';\n\nconsole.log(`<b>` + x);\n",
      output: '<b>1',
    });
  });
  it.each([
    [README.replace('<!-- quick-start -->', ''), '0 comments `<!-- quick-start -->`'],
    [`${README}\n<!-- quick-start-output -->`, '2 comments `<!-- quick-start-output -->`'],
    [
      README.replace('<!-- quick-start -->', '<!-- quick-start -->\nmore words\n'),
      'no fenced code block follows `<!-- quick-start -->`',
    ],
  ])('reports what is missing (%#)', (readme, message) => {
    expect(() => extractQuickStart(readme, 'HERE.md')).toThrow(message);
  });
});
