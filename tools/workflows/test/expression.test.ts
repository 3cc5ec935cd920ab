import { expect, it } from 'vitest';
import { isSkipped, readOutputs, resolveText } from '../src/expression.ts';

it.each([
  [undefined, false],
  ['failure()', true],
  ["steps.sync.outputs.code == '3'", false],
  ["steps.sync.outputs.code == '0'", true],
  ["steps.sync.outputs.code != '3'", true],
  ["vars.DOCS_BASE == '/'", false],
])('tests if a step with the condition %s is skipped: %s', (condition, expected) => {
  expect(isSkipped(condition, { 'steps.sync.outputs.code': '3' })).toBe(expected);
});

it('replaces expressions, and exposes no real token', () => {
  const outputs = { 'steps.a.outputs.b': 'c' };
  expect(resolveText('$' + '{{ github.token }} $' + '{{ steps.a.outputs.b }}', outputs)).toBe(
    'made-up-token c',
  );
  expect(resolveText('$' + '{{ secrets.KEY }}', outputs)).toBe('');
});

it('reads the outputs of a step', () => {
  expect(readOutputs('code=3\nurl=https://a/?b=c\n\nno output\n')).toEqual([
    ['code', '3'],
    ['url', 'https://a/?b=c'],
  ]);
});
