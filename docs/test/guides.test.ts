/** Checks the guides against the packages. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as deno from '@beta-headers/deno';
import * as node from '@beta-headers/node';
import { describe, expect, it } from 'vitest';
import { CODE_LANGUAGES, isCodeLanguage } from '../src/lib/highlight.ts';

const folder = fileURLToPath(new URL('../src/content/docs', import.meta.url));
const guides = globSync('**/*.mdx', { cwd: folder }).map(
  (file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const,
);
const packages: Record<string, object> = { node, deno };

describe('the guides', () => {
  it('exist in both languages, with the same headings and the same code', () => {
    const english = guides.filter(([file]) => !file.startsWith('id'));
    expect(english.length).toBeGreaterThan(2);
    for (const [file, text] of english) {
      const indonesian =
        guides.find(
          ([other]) => other.replaceAll('\\', '/') === `id/${file.replaceAll('\\', '/')}`,
        )?.[1] ?? '';
      const slugs = (content: string): string[] =>
        [...content.matchAll(/^##+ (.+)$/gm)].map(
          ([, heading]) => /\{#(.+)\}/.exec(heading ?? '')?.[1] ?? makeSlug(heading ?? ''),
        );
      const code = (content: string): string =>
        [...content.matchAll(/```[\s\S]*?```/g)]
          .map((block) => block[0].replace(/ \/\/ .*$/gm, ''))
          .join('\n');
      expect(slugs(indonesian), file).toEqual(slugs(text));
      expect(code(indonesian), file).toBe(code(text));
    }
  });

  it('have code blocks in languages that the highlighter knows', () => {
    const fences = guides.flatMap(([file, text]) => listFences(file, text));
    expect(fences.length).toBeGreaterThan(50);
    expect(
      fences.filter(({ language }) => !isCodeLanguage(language)).map(({ place }) => place),
      `use one of ${CODE_LANGUAGES.join(', ')}, or add the language to docs/src/lib/highlight.ts`,
    ).toEqual([]);
  });

  it('have a list of code blocks with file, line and language', () => {
    const text = '---\n---\n```ts\n```\n\n- a\n  ```ruby\n  ```\n\n```\n```\n';
    expect(listFences('a.mdx', text).map(({ place }) => place)).toEqual([
      'a.mdx:3: ts',
      'a.mdx:7: ruby',
      'a.mdx:10: no language',
    ]);
  });

  it('import only names that the packages export', () => {
    const imports = guides.flatMap(([file, text]) =>
      [...text.matchAll(/import \{ ([^}]+) \} from '@beta-headers\/(node|deno)'/g)].map(
        ([, names, name]) => ({ file, names, name }),
      ),
    );
    expect(imports.length).toBeGreaterThan(8);
    for (const { file, names, name } of imports)
      for (const one of (names ?? '').split(', '))
        expect(packages[name ?? ''], `${file}: ${one}`).toHaveProperty(one);
  });

  it('quote the answers of the engine', () => {
    const request = {
      method: 'POST',
      url: '/v1/messages',
      body: {
        model: 'claude-opus-5-5',
        mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }],
        tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
        messages: [],
      },
    };
    expect(node.plan(request, { platform: 'claude-api' }).header).toBe('mcp-client-2025-11-20');
    expect(
      node.plan(request, { platform: 'bedrock' }).decisions.map((decision) => decision.action),
    ).toContain('refused');
    expect(node.betas('context-management')).toEqual(['context-management-2025-06-27']);
    expect(() => node.betas('mcp-clint' as never)).toThrow('did you mean "mcp-client"?');
    expect(node.mergeBetas('mcp-client-2025-11-20', node.betas('context-management'))).toEqual([
      'mcp-client-2025-11-20',
      'context-management-2025-06-27',
    ]);
    expect(() => node.betas('interleaved-thinking')).not.toThrow();
    const edits = {
      method: 'POST',
      url: '/v1/messages',
      body: {
        model: 'claude-opus-5-5',
        context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
        messages: [],
      },
    };
    expect(deno.plan(edits).header).toBe('context-management-2025-06-27');
  });
});

/** Lists the lines that open a code block, with their language. */
function listFences(file: string, text: string): { place: string; language: string }[] {
  const marks = text.split('\n').flatMap((line, index) => {
    const language = /^ *```(\S*)/.exec(line)?.[1];
    return language === undefined ? [] : [{ line: index + 1, language }];
  });
  // Every second mark closes a block.
  return marks
    .filter((_, index) => index % 2 === 0)
    .map(({ line, language }) => ({
      place: `${file}:${line}: ${language || 'no language'}`,
      language,
    }));
}

/** Makes the slug of a heading as the site does. */
const makeSlug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .trim()
    .replaceAll(' ', '-');
