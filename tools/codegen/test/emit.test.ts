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
  it('gives the same bytes again', () => {
    expect(emitAll(loadManifest(), VERSIONS)).toEqual(files);
  });

  it('asks Deno for the SDK that the helpers are typed with, or a newer one', () => {
    expect(JSON.parse(content('packages/deno/deno.json'))).toMatchObject({
      version: '1.2.3',
      imports: { '@anthropic-ai/sdk': 'npm:@anthropic-ai/sdk@^2.3.4' },
    });
  });

  it('depends on no clock, folder or user', () => {
    for (const file of files) expect(file.content).not.toContain(process.cwd());
  });

  it('ends every file with one line break, and names no file twice', () => {
    for (const file of files) expect(file.content, file.path).toMatch(/[^\n]\n$/);
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
  });

  it('marks every TypeScript file, and emits it into a folder that it owns', () => {
    for (const file of typescript) {
      expect(file.content).toMatch(/^\/\/ Generated from packages\/manifest by tools\/codegen\./);
      expect(
        OWNED.folders.some((folder) => file.path.startsWith(`${folder}/`)),
        file.path,
      ).toBe(true);
    }
  });

  it('keeps to 100 columns wherever a line could be broken', () => {
    const long = typescript.flatMap(({ path, content: text }) =>
      text
        .split('\n')
        .filter((line) => line.length > 100 && !/^ *\* @see \S+$|'[^']*'[,;]$/.test(line))
        .map((line) => `${path}: ${line}`),
    );
    expect(long).toEqual([]);
  });

  it('writes no JSDoc tag but those that it means', () => {
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

  it('has a constant and a row for each beta', () => {
    const constants = content('packages/constants/src/betas.ts');
    const tables = content('packages/core/src/generated/catalog.ts');
    for (const beta of catalog.betas) {
      expect(constants).toContain(`export const ${beta.constant} =`);
      expect(constants).toContain(`'${beta.id}';`);
      expect(tables).toContain(`'${beta.id.slice(beta.feature.length + 1)}': {`);
    }
  });

  it('has a module for each feature with builders and for no other, in both packages', () => {
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

  it('gives the constants of its feature with each module', () => {
    for (const { path, content: text } of modules) {
      const feature = path.replace(/.*\/|\.ts$/g, '');
      for (const beta of catalog.betas.filter((one) => one.feature === feature))
        expect(text, path).toMatch(new RegExp(`\\b${beta.constant}\\b`));
    }
  });

  it('types the builders with the declarations of the SDK', () => {
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

  it('names a builder after the type where the path says too little', () => {
    expect(content('packages/node/src/features/mcp-client.ts')).toContain(
      'export function mcpTool(fields: BetaMCPToolParam): BetaMCPToolParam {',
    );
    for (const { path, content: text } of modules)
      expect(text, path).not.toContain('export function tool(');
  });

  it('fills in the examples from the declarations: what is required, the least of it, in its place', () => {
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

  it('has an example for each builder and one for the module', () => {
    for (const { path, content: text } of modules) {
      const builders = text.match(/^export function /gm)?.length ?? 0;
      expect(text.match(/^ \* @example$/gm)?.length ?? 0, path).toBe(builders + 1);
    }
  });

  it('says the version in all the places that must agree', () => {
    expect(content('packages/constants/src/version.ts')).toContain("VERSION = '1.2.3'");
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
  it('has a page for each feature and beta, in both languages', () => {
    const pages = new Map(emitMarkdown(catalog).map((file) => [file.path, file.content]));
    expect(pages.size).toBe(2 * (1 + catalog.features.length + catalog.betas.length));
    for (const language of ['en', 'id']) {
      for (const { id } of catalog.betas)
        expect(pages.get(`packages/node/docs/${language}/betas/${id}.md`)).toContain(
          `anthropic-beta: ${id}`,
        );
      for (const { name, latest } of catalog.features)
        expect(pages.get(`packages/node/docs/${language}/features/${name}.md`)).toContain(latest);
    }
  });
});

describe('the TypeScript printer', () => {
  it('quotes whatever a manifest may hold', () => {
    expect(quote(`it's "x"\n\\`)).toBe(`'it\\'s "x"\\n\\\\'`);
    expect(printLiteral({ 'a-b': [1, true, null], c: 'd' })).toBe(
      "{ 'a-b': [1, true, null], c: 'd' }",
    );
    expect(printUnion([])).toBe('never');
  });

  it('breaks what is too wide, the outermost first', () => {
    const call = new Call('build', { text: 'x'.repeat(40), more: 'y'.repeat(40) });
    expect(printLiteral({ call }, { width: 80 })).toBe(
      `{\n  call: build({\n    text: '${'x'.repeat(40)}',\n    more: '${'y'.repeat(40)}',\n  }),\n}`,
    );
    expect(printLiteral({ call: new Call('build', {}) })).toBe('{ call: build() }');
    expect(printNames(['A', 'B'], ';')).toBe('{ A, B };');
    expect(printNames(['A'.repeat(60), 'B'.repeat(60)], ';')).toMatch(
      /^\{\n {2}A+,\n {2}B+,\n\};$/,
    );
  });

  it('breaks prose into lines, keeps code whole, and lets no word be a tag or end the comment', () => {
    expect(wrapDoc('In @anthropic-ai/sdk since */ 1.0. Mail a@b.example.')).toBe(
      'In `@anthropic-ai/sdk` since *\\/ 1.0. Mail a@b.example.',
    );
    const lines = wrapDoc(`${'word '.repeat(18)}\`code in one piece\` end`).split('\n');
    expect(lines).toEqual(['word '.repeat(18).trim(), '`code in one piece` end']);
  });
});
