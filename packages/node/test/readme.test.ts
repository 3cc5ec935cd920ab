/** Tests that the example and the tables in the README of the engine match this package. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as node from '../src/index.ts';

const readme = readFileSync(new URL('../../core/README.md', import.meta.url), 'utf8');

/** Reads the rows of the table under a header row. */
function readRows(header: string): string[] {
  const [, rest = ''] = readme.split(`\n${header} |`);
  return rest.split('\n\n')[0]?.split('\n').slice(2) ?? [];
}

it('shows an example whose comments are correct', () => {
  const code = /```js\nimport .*\n\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const planned = new Function('plan', 'explain', 'console', `${code}\nreturn planned;`)(
    node.plan,
    node.explain,
    { log() {} },
  );
  const claims = [...code.matchAll(/^planned\.(\w+); \/\/ (?:'([^']*)'|undefined)/gm)];
  expect(claims.length).toBeGreaterThan(2);
  for (const [, key = '', value] of claims) expect(planned[key], key).toBe(value);
});

it('shows an overlay that sends its beta', () => {
  const code = /import \{ extendCatalog, plan \} .*\n\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const [, statements = '', header] = /^([\s\S]*)\nplan.*\.header; \/\/ '(.*)'\n$/.exec(code) ?? [];
  const { catalog, url, body } = new Function(
    'extendCatalog',
    `${statements}\nreturn { catalog, url, body };`,
  )(node.extendCatalog);
  expect(node.plan({ method: 'POST', url, body }, { catalog }).header).toBe(header);
});

it('lists every line of the policy with every value', () => {
  const rows = readRows('| line | when').map((row) => ({
    line: /^\| `(\w+)`/.exec(row)?.[1] ?? '',
    words: new Set(row.match(/\w+/g)),
  }));
  const readMessage = (policy: object): string => {
    try {
      node.betaMiddleware({ policy });
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect(readMessage({ 'nothing like it': 'send' })).toContain(
    `it may be ${rows.map(({ line }) => line).join(', ')}`,
  );
  for (const { line, words } of rows) {
    const values =
      readMessage({ [line]: '…' })
        .split('is not one of ')[1]
        ?.split(', ') ?? [];
    expect(values.length, line).toBeGreaterThan(1);
    expect(values.filter((value) => !words.has(value))).toEqual([]);
  }
});

it('names only exports that exist', () => {
  const names = readRows('| export')
    .map((row) => /^\| ((?:`[^`]+` ?)+)/.exec(row)?.[1] ?? '')
    .flatMap((cell) => cell.match(/(?<=`)[A-Za-z]+/g) ?? []);
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !(name in node))).toEqual([]);
});
