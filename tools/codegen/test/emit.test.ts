import { loadManifest } from '@beta-headers/manifest';
import { Project, SyntaxKind } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { emitAll } from '../src/emit.ts';
import { emitMarkdown } from '../src/markdown/index.ts';
import { OWNED } from '../src/owned-folders.ts';
import { Call, printLiteral, printNames, printUnion, quote, wrapDoc } from '../src/typescript.ts';

const catalog = loadManifest();
const VERSIONS = { version: '1.2.3', sdkVersion: '2.3.4' };
const files = emitAll(catalog, VERSIONS);
const content = (path: string): string => files.find((file) => file.path === path)?.content ?? '';
const typescript = files.filter(({ path }) => path.endsWith('.ts'));
const modules = files.filter(({ path }) => /^packages\/(node|deno)\/src\/features\//.test(path));

describe('emitAll', () => {
  it('emits the same bytes again', () => {
    expect(emitAll(loadManifest(), VERSIONS)).toEqual(files);
  });

  it('requires for Deno the SDK of the builders or a newer one', () => {
    expect(JSON.parse(content('packages/deno/deno.json'))).toMatchObject({
      version: '1.2.3',
      imports: { '@anthropic-ai/sdk': 'npm:@anthropic-ai/sdk@^2.3.4' },
    });
  });

  it('depends on no clock, folder or user', () => {
    for (const file of files) expect(file.content).not.toContain(process.cwd());
  });

  it('ends every file with one line break, and emits no file twice', () => {
    for (const file of files) expect(file.content, file.path).toMatch(/[^\n]\n$/);
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
  });

  it('marks every TypeScript file, and emits it to a folder that it owns', () => {
    for (const file of typescript) {
      expect(file.content).toMatch(/^\/\/ Generated from packages\/manifest by tools\/codegen\./);
      expect(
        OWNED.folders.some((folder) => file.path.startsWith(`${folder}/`)),
        file.path,
      ).toBe(true);
    }
  });

  it('keeps lines within 100 columns where strings allow it', () => {
    const long = typescript.flatMap(({ path, content: text }) =>
      text
        .split('\n')
        .filter((line) => line.length > 100 && !/^ *\* @see \S+$|'[^']*'[,;]$/.test(line))
        .map((line) => `${path}: ${line}`),
    );
    expect(long).toEqual([]);
  });

  it('writes only intended JSDoc tags', () => {
    const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
    const tags = typescript.flatMap(({ path, content: text }) =>
      project
        .createSourceFile(path, text)
        .getDescendantsOfKind(SyntaxKind.JSDoc)
        .flatMap((doc) => doc.getTags().map((tag) => tag.getTagName())),
    );
    expect([...new Set(tags)].sort()).toEqual([
      'deprecated',
      'example',
      'internal',
      'module',
      'see',
    ]);
  });

  it('keeps the order of the catalog', () => {
    const find = (path: string, pattern: RegExp): (string | undefined)[] =>
      [...content(path).matchAll(pattern)].map(([, id]) => id);
    expect(
      find('packages/constants/src/generated/betas.ts', /^export const \w+ = '(.+)';$/gm),
    ).toEqual(catalog.betas.map(({ id }) => id));
    expect(find('packages/constants/src/generated/platforms.ts', /^ {2}'(.+)',$/gm)).toEqual(
      catalog.platforms.map(({ id }) => id),
    );
  });

  describe('in folders named generated', () => {
    const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
    const data = typescript
      .filter(({ path }) => path.includes('/generated/'))
      .map(({ path, content: text }) => project.createSourceFile(path, text));

    it('emits data without behaviour', () => {
      expect(data.length).toBeGreaterThan(5);
      for (const file of data)
        for (const kind of [
          SyntaxKind.FunctionDeclaration,
          SyntaxKind.FunctionExpression,
          SyntaxKind.ArrowFunction,
          SyntaxKind.ClassDeclaration,
          SyntaxKind.CallExpression,
        ])
          expect(file.getDescendantsOfKind(kind), file.getFilePath()).toEqual([]);
    });

    it('emits lists of equal elements, and no positional tuples', () => {
      for (const file of data)
        for (const list of file.getDescendantsOfKind(SyntaxKind.ArrayLiteralExpression)) {
          const kinds = new Set(list.getElements().map((element) => element.getKindName()));
          expect([...kinds], list.getText()).not.toContain('ArrayLiteralExpression');
          expect(kinds.size, list.getText()).toBeLessThanOrEqual(1);
        }
    });
  });

  it('emits a constant and an entry for each beta', () => {
    const constants = content('packages/constants/src/generated/betas.ts');
    const tables = content('packages/core/src/generated/catalog.ts');
    for (const beta of catalog.betas) {
      expect(constants).toContain(`export const ${beta.constant} =`);
      expect(constants).toContain(`'${beta.id}';`);
      expect(tables).toContain(`'${beta.id.slice(beta.feature.length + 1)}': {`);
    }
  });

  it('emits a module for each feature with builders and for no other, in both packages', () => {
    expect(modules.length).toBeGreaterThan(20);
    for (const { path, content: text } of modules) expect(text, path).toMatch(/^export function /m);
    const namesIn = (target: string): string[] =>
      modules.flatMap(({ path }) =>
        path.startsWith(`packages/${target}/`) ? [path.replace(/.*\/|\.ts$/g, '')] : [],
      );
    expect(namesIn('node')).toEqual(namesIn('deno'));
    const { exports } = JSON.parse(content('packages/deno/deno.json')) as { exports: object };
    expect(Object.keys(exports)).toEqual(['.', ...namesIn('deno').map((name) => `./${name}`)]);
  });

  it('exports the constants of its feature from each module', () => {
    for (const { path, content: text } of modules) {
      const feature = path.replace(/.*\/|\.ts$/g, '');
      for (const beta of catalog.betas.filter((one) => one.feature === feature))
        expect(text, path).toMatch(new RegExp(`\\b${beta.constant}\\b`));
    }
  });

  it('uses the declarations of the SDK as types of builders', () => {
    const module = content('packages/node/src/features/mcp-client.ts');
    expect(module).toContain(`export function mcpServer(
  fields: Omit<BetaRequestMCPServerURLDefinition, 'type'>,
): BetaRequestMCPServerURLDefinition {
  return { type: 'url', ...fields };
}`);
    expect(content('packages/deno/src/features/mcp-client.ts')).toBe(
      module.replaceAll('@beta-headers/node', '@beta-headers/deno'),
    );
  });

  it('names a builder after its type if the path is ambiguous', () => {
    expect(content('packages/node/src/features/mcp-client.ts')).toContain(
      'export function mcpTool(fields: BetaMCPToolParam): BetaMCPToolParam {',
    );
    for (const { path, content: text } of modules)
      expect(text, path).not.toContain('export function tool(');
  });

  it('fills in examples from the declarations with minimal values', () => {
    const mcp = content('packages/node/src/features/mcp-client.ts');
    expect(mcp).toContain("mcpServer({ name: 'example', url: 'https://mcp.example.com' });");
    expect(mcp).toContain("tools: [mcpToolset({ mcp_server_name: 'example' })],");
    // A list behind an alias, a narrower message before a wider one, a model that takes the tool.
    expect(content('packages/node/src/features/server-side-fallback.ts')).toContain(
      'fallbacks: [fallback({',
    );
    expect(content('packages/node/src/features/inline-tools.ts')).toContain("role: 'system',");
    expect(content('packages/deno/src/features/computer-use.ts')).not.toContain('claude-opus-5-5');
  });

  it('writes an example for each builder and one for the module', () => {
    for (const { path, content: text } of modules) {
      const builders = text.match(/^export function /gm)?.length ?? 0;
      expect(text.match(/^ \* @example$/gm)?.length ?? 0, path).toBe(builders + 1);
    }
  });

  it('writes the same version in all places', () => {
    expect(content('packages/constants/src/generated/version.ts')).toContain("VERSION = '1.2.3'");
    for (const path of [
      'packages/constants/deno.json',
      'packages/grammar/deno.json',
      'packages/core/deno.json',
      'packages/deno/deno.json',
    ])
      expect(JSON.parse(content(path)).version).toBe('1.2.3');
  });
});

describe('emitMarkdown', () => {
  it('emits a page for each feature and beta, in both languages', () => {
    const pages = new Map(emitMarkdown(catalog).map((file) => [file.path, file.content]));
    expect(pages.size).toBe(2 * (1 + catalog.features.length + catalog.betas.length));
    for (const language of ['en', 'id']) {
      for (const { id } of catalog.betas)
        expect(pages.get(`packages/node/docs/${language}/betas/${id}.md`)).toContain(`\n# ${id}\n`);
      for (const { name, latest } of catalog.features)
        expect(pages.get(`packages/node/docs/${language}/features/${name}.md`)).toContain(latest);
    }
  });
});

describe('the TypeScript printer', () => {
  it('quotes any string of a manifest', () => {
    expect(quote(`it's "x"\n\\`)).toBe(`'it\\'s "x"\\n\\\\'`);
    expect(printLiteral({ 'a-b': [1, true, null], c: 'd' })).toBe(
      "{ 'a-b': [1, true, null], c: 'd' }",
    );
    expect(printUnion([])).toBe('never');
  });

  it('breaks wide values over lines, the outermost first', () => {
    const call = new Call('build', { text: 'x'.repeat(40), more: 'y'.repeat(40) });
    expect(printLiteral({ call }, { width: 80 })).toBe(
      `{\n  call: build({\n    text: '${'x'.repeat(40)}',\n    more: '${'y'.repeat(40)}',\n` +
        '  }),\n}',
    );
    expect(printLiteral({ call: new Call('build', {}) })).toBe('{ call: build() }');
    expect(printNames(['A', 'B'], ';')).toBe('{ A, B };');
    expect(printNames(['A'.repeat(60), 'B'.repeat(60)], ';')).toMatch(
      /^\{\n {2}A+,\n {2}B+,\n\};$/,
    );
  });

  it('wraps prose, keeps code whole, and prevents tags and the end of the comment', () => {
    expect(wrapDoc('In @anthropic-ai/sdk since */ 1.0. Mail a@b.example.')).toBe(
      'In `@anthropic-ai/sdk` since *\\/ 1.0. Mail a@b.example.',
    );
    expect(wrapDoc('See {@link x} and `npm i @a/b`.')).toBe('See {`@link` x} and `npm i @a/b`.');
    const lines = wrapDoc(`${'word '.repeat(18)}\`code in one piece\` end`).split('\n');
    expect(lines).toEqual(['word '.repeat(18).trim(), '`code in one piece` end']);
  });
});
