/** The built files for agents: llms.txt, Markdown of every page, small JSON, the index by field. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTags } from '../integrations/html-tags.ts';
import { catalog } from '../src/lib/catalog.ts';
import { getMarkdownPath } from '../src/lib/index-markdown.ts';
import { LOCALES, SITE } from '../src/lib/site.ts';
import { dist, listBuiltPages, requireBuild } from './built.ts';

/** The most bytes of a file that an agent reads as a whole. */
const MAX_BYTES = 50_000;
const MAX_LLMS = 15_000;
beforeAll(requireBuild);

const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const listLinks = (text: string): string[] =>
  [...text.matchAll(/(?:\]\(|<)(https:[^)>]+|\/[^)>\s]+)[)>]/g)].map(([, link]) => link as string);

/** Reports whether an address, or a pattern of one, is a file of the build. */
const exists = (address: string): boolean => {
  const { pathname } = new URL(address, SITE);
  return existsSync(join(dist, pathname, pathname.endsWith('/') ? 'index.html' : ''));
};

describe.each(LOCALES)('llms.txt in %s', (locale) => {
  const file = locale === 'en' ? 'llms.txt' : `${locale}/llms.txt`;

  it(`has less than ${MAX_LLMS} bytes, and links to existing files only`, () => {
    expect(statSync(join(dist, file)).size).toBeLessThan(MAX_LLMS);
    const links = listLinks(read(file)).filter((link) => link.startsWith(SITE));
    expect(links.length).toBeGreaterThan(80);
    expect(links.filter((link) => !exists(link))).toEqual([]);
  });

  it('names every feature, every platform with the place of its values, and every guide', () => {
    const text = read(file);
    for (const { name } of catalog.features) expect(text, name).toContain(name);
    for (const { id } of catalog.platforms) expect(text).toMatch(new RegExp(`\\(\`${id}\`\\): .`));
  });

  it('leads to the field for tool search on Bedrock with one more file', () => {
    const base = locale === 'en' ? '' : `/${locale}`;
    const page = `${base}/features/tool-search-tool.md`;
    expect(listLinks(read(file))).toContain(SITE + page);
    const row = read(page)
      .split('\n')
      .find((line) => line.includes('Amazon Bedrock (InvokeModel)') && line.startsWith('|'));
    expect(row).toContain('"anthropic_beta": ["tool-search-tool-2025-10-19"]');
    expect(row).not.toContain('anthropic-beta:');
  });

  it('has beside it one file with every beta and no component', () => {
    const text = read(file.replace('llms', 'llms-full'));
    for (const { id } of catalog.betas) expect(text, id).toContain(`# ${id}`);
    expect(text).not.toMatch(/^import .* from '@astrojs/m);
  });
});

describe('Markdown', () => {
  it('exists for every page, which links to it, and has a title and no dead link', () => {
    for (const { path, html } of listBuiltPages()) {
      if (path === '/404.html' || path.endsWith('/timeline/')) continue;
      const file = path === '/id/' ? '/id/index.md' : getMarkdownPath(path);
      expect(existsSync(join(dist, file)), file).toBe(true);
      const linked = readTags(html).some(
        ({ name, attributes }) =>
          name === 'link' &&
          attributes.get('type') === 'text/markdown' &&
          attributes.get('href') === file,
      );
      expect(linked, `${path} links to ${file}`).toBe(true);
      const text = read(file);
      expect(text, file).toMatch(/^# ./m);
      const links = listLinks(text).filter((link) => link.startsWith('/') || link.startsWith(SITE));
      expect(
        links.filter((link) => !exists(link)),
        file,
      ).toEqual([]);
    }
  });
});

/** Lists the files of one type that pages name as another form of theirs. */
const listTwins = (type: string): string[] => [
  ...new Set(
    listBuiltPages().flatMap(({ html }) =>
      readTags(html)
        .filter(({ name, attributes }) => name === 'link' && attributes.get('type') === type)
        .map(({ attributes }) => attributes.get('href') ?? ''),
    ),
  ),
];

describe(`a file for agents has at most ${MAX_BYTES} bytes`, () => {
  const expectSmall = (files: readonly string[]): void => {
    const large = files.filter((file) => statSync(join(dist, file)).size > MAX_BYTES);
    expect(large).toEqual([]);
  };

  it('as Markdown, also that of all changes', () => {
    const files = globSync('**/*.md', { cwd: dist });
    expect(files).toEqual(expect.arrayContaining(['changes.md', 'id/changes.md']));
    expect(files.length).toBeGreaterThan(500);
    expectSmall(files);
  });

  // Feeds, the lists of the whole Catalog and llms-full.txt are read by programs.
  it('as the JSON of a page, and as the index by field', () => {
    const files = listTwins('application/json');
    expect(files.length).toBeGreaterThan(200);
    const parts = globSync('data/v2/*/*.json', { cwd: dist, exclude: ['data/v2/schema/**'] });
    expectSmall([...files, ...parts, 'data/v2/fields.json']);
  });
});

describe('JSON', () => {
  it('by field has the features, what they need, and the place, on every platform', () => {
    const index = JSON.parse(read('data/v2/fields.json')) as {
      platforms: Record<string, { in: string; field: string }>;
      fields: Record<string, string[]>;
      features: Record<string, Record<string, string[] | string>>;
    };
    expect(index.fields['tools[].defer_loading']).toEqual(['tool-search-tool']);
    expect(index.fields['mcp_servers']).toEqual(['mcp-client']);
    expect(index.fields['POST /v1/messages/count_tokens']).toEqual(['token-counting']);
    expect(index.fields['tools[].type = code_execution_20250825']).toContain('code-execution');
    expect(index.platforms['bedrock']).toEqual({ in: 'body', field: 'anthropic_beta' });
    expect(index.platforms['vertex']?.in).toBe('header');
    for (const names of Object.values(index.fields))
      for (const name of names) expect(index.features).toHaveProperty(name);
    for (const [name, sent] of Object.entries(index.features))
      expect(
        Object.keys(sent)
          .flatMap((key) => key.split(' '))
          .sort(),
        name,
      ).toEqual(catalog.platforms.map(({ id }) => id).sort());
    const toolSearch = Object.entries(index.features['tool-search-tool'] ?? {});
    expect(toolSearch.find(([key]) => key.split(' ').includes('bedrock'))?.[1]).toEqual([
      'tool-search-tool-2025-10-19',
    ]);
  });
});
