/** The README of the engine, which this package re-exports: its example runs, its table is whole. */
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import * as node from '../src/index.ts';

const readme = readFileSync(new URL('../../core/README.md', import.meta.url), 'utf8');

/** The fenced block after a comment. */
function block(mark: string): string {
  const [, text] =
    new RegExp(`<!-- ${mark} -->\\s+\`\`\`\\w+\\n([^]*?)\\n\`\`\``).exec(readme) ?? [];
  return text ?? '';
}

it('shows an example that prints what it says', () => {
  const log = vi.fn();
  const code = block('example').replace(
    "import { explain, plan } from '@beta-headers/core';",
    'const { explain, plan } = node;',
  );
  new Function('node', 'console', code)(node, { log });
  expect(log.mock.calls.flat().join('\n')).toBe(block('example-output'));
});

it('lists every line of the policy with every value', () => {
  const rows = [...readme.matchAll(/^\| `(\w+)` \| ((?:`\w+` )+)\| .+ \|$/gm)].map(
    ([, line = '', values = '']) => ({ line, values: values.match(/\w+/g) ?? [] }),
  );
  const make = (policy: object) => () => node.betaMiddleware({ policy });
  for (const { line, values } of rows)
    expect(make({ [line]: 'nothing-like-it' })).toThrow(`is not one of ${values.join(', ')}`);
  expect(make({ 'nothing like it': 'send' })).toThrow(
    `it may be ${rows.map(({ line }) => line).join(', ')}`,
  );
});

it('names only what there is', () => {
  const table = readme.slice(readme.indexOf('| export |'), readme.indexOf('## The verdict'));
  const names = [...table.matchAll(/^\| ((?:`[^`]+` ?)+)/gm)]
    .flatMap(([, cell = '']) => cell.match(/`([A-Za-z]+)/g) ?? [])
    .map((name) => name.slice(1));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !(name in node))).toEqual([]);
});
