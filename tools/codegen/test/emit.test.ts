import { loadManifest } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { emitAll, OWNED } from '../src/emit.ts';
import { literal, quote, union } from '../src/typescript.ts';

const catalog = loadManifest();
const VERSIONS = { version: '1.2.3', sdkVersion: '2.3.4' };
const files = emitAll(catalog, VERSIONS);
const content = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

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
    for (const file of files.filter(({ path }) => path.endsWith('.ts'))) {
      expect(file.content).toMatch(/^\/\/ Generated from packages\/manifest by tools\/codegen\./);
      expect(
        OWNED.folders.some((folder) => file.path.startsWith(`${folder}/`)),
        file.path,
      ).toBe(true);
    }
  });

  it('has a constant, a row, a module and four pages for each beta', () => {
    const constants = content('packages/constants/src/betas.ts');
    for (const beta of catalog.betas) {
      expect(constants).toContain(`export const ${beta.constant} = '${beta.id}';`);
      expect(content(`packages/node/src/features/${beta.feature}.ts`)).toContain(beta.constant);
      for (const language of ['en', 'id'])
        expect(content(`packages/node/docs/${language}/betas/${beta.id}.md`)).toContain(
          `anthropic-beta: ${beta.id}`,
        );
    }
  });

  it('types the builders with the declarations of the SDK', () => {
    const module = content('packages/node/src/features/mcp-client.ts');
    expect(module).toContain(
      "export function mcpServer(fields: Omit<BetaRequestMCPServerURLDefinition, 'type'>): BetaRequestMCPServerURLDefinition {",
    );
    expect(module).toContain("return { type: 'url', ...fields };");
    expect(content('packages/deno/src/features/mcp-client.ts')).toBe(
      module.replaceAll('@beta-headers/node', '@beta-headers/deno'),
    );
  });

  it('names a builder after the type where the path says too little', () => {
    expect(content('packages/node/src/features/mcp-client.ts')).toContain(
      'export function mcpTool(fields: BetaMCPToolParam): BetaMCPToolParam {',
    );
    for (const { path, content: text } of files)
      if (path.includes('/src/features/'))
        expect(text, path).not.toContain('export function tool(');
  });

  it('fills in the examples from the declarations: what is required, the least of it, in its place', () => {
    const mcp = content('packages/node/src/features/mcp-client.ts');
    expect(mcp).toContain("mcpServer({ name: 'example', url: 'https://mcp.example.com' });");
    expect(mcp).toContain("tools: [mcpToolset({ mcp_server_name: 'example' })],");
    expect(content('packages/node/src/features/skills.ts')).toContain(
      "container: { skills: [skill({ type: 'anthropic', skill_id: 'pptx' })] },",
    );
    // A list behind an alias, a narrower message before a wider one, and a model that takes the tool.
    expect(content('packages/node/src/features/server-side-fallback.ts')).toContain(
      'fallbacks: [fallback({',
    );
    expect(content('packages/node/src/features/inline-tools.ts')).toContain("role: 'system',");
    expect(content('packages/deno/src/features/computer-use.ts')).not.toContain('claude-opus-5-5');
  });

  it('has an example for each builder and, where there is one, for the module', () => {
    for (const { path, content: text } of files.filter((file) =>
      /^packages\/(node|deno)\/src\/features\//.test(file.path),
    )) {
      const builders = text.match(/^export function /gm)?.length ?? 0;
      expect(text.match(/^ \* @example$/gm)?.length ?? 0, path).toBe(
        builders > 0 ? builders + 1 : 0,
      );
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

describe('the TypeScript printer', () => {
  it('quotes whatever a manifest may hold', () => {
    expect(quote(`it's "x"\n\\`)).toBe(`'it\\'s "x"\\n\\\\'`);
    expect(literal({ 'a-b': [1, true, null], c: 'd' })).toBe("{ 'a-b': [1, true, null], c: 'd' }");
    expect(union([])).toBe('never');
  });
});
