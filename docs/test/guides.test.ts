/** Checks the guides against the packages. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as deno from '@beta-headers/deno';
import * as node from '@beta-headers/node';
import { describe, expect, it } from 'vitest';

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

/** Makes the slug of a heading as the site does. */
const makeSlug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .trim()
    .replaceAll(' ', '-');
