/**
 * Converts the `@example` blocks of doc comments to files for a compiler. Like `deno test --doc`,
 * the exports of a module are in scope in its examples.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One example. */
export interface Example {
  /** `node/src/features/mcp-client.ts:12` */
  readonly from: string;
  /** The module that it is in. */
  readonly file: string;
  /** The text between the fences; undefined without fences. */
  readonly code: string | undefined;
}

/** Reads the examples of all modules below a folder, by file and line. */
export function readExamplesBelow(folder: string, packages: string): Example[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.sort().flatMap((name) => readExamples(join(folder, name), packages));
}

function readExamples(file: string, packages: string): Example[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const lines = comment[0].split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
    const start = text.slice(0, comment.index).split('\n').length;
    return lines.flatMap((line, i) => {
      if (!line.trim().startsWith('@example')) return [];
      const fenced = /^```ts\n([\s\S]*?)\n```/.exec(lines.slice(i + 1).join('\n'));
      return [
        {
          from: `${relative(packages, file).replaceAll('\\', '/')}:${start + i}`,
          file,
          code: fenced?.[1]?.replaceAll('*\\/', '*/'),
        },
      ];
    });
  });
}

/** Writes the example as a module in `folder`. */
export function writeModule({ from, file, code = '' }: Example, folder: string): string {
  const source = readFileSync(file, 'utf8');
  const exported = [
    ...source.matchAll(/^export (?:async )?(function|const|class|type|interface) (\w+)/gm),
  ];
  const imported = [...code.matchAll(/^import .*? from /gm)].join('\n');
  const uses = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  const names = exported
    .filter(([, , name = '']) => uses(code, name) && !uses(imported, name))
    .map(([, kind, name = '']) =>
      kind === 'type' || kind === 'interface' ? `type ${name}` : name,
    );
  const path = relative(folder, file).replaceAll('\\', '/');
  const added =
    names.length > 0 ? `import { ${[...new Set(names)].join(', ')} } from '${path}';\n` : '';
  return `// ${from}\n${added}${code}\nexport {};\n`;
}
