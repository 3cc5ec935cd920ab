/** The site below a folder, as a project page of GitHub is: every address stays below it. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTags } from '../integrations/html-tags.ts';
import { SITE } from '../src/lib/site.ts';

const BASE = '/beta-headers/';
const DOCS = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-base-'));
  execFileSync('node_modules/.bin/astro', ['build', '--outDir', folder], {
    cwd: DOCS,
    // The test runner's own variables, BASE_URL among them, would be taken for those of the build.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DOCS_BASE: BASE,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: 'pipe',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** Reports whether an address, seen from a file, leads to a file below the base or elsewhere. */
function leadsSomewhere(file: string, link: string): boolean {
  const url = new URL(link, `${SITE}${BASE}${file.replace(/index\.html$/, '')}`);
  if (url.origin !== SITE) return true;
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(BASE)) return false;
  const wanted = join(folder, path.slice(BASE.length));
  return existsSync(path.endsWith('/') ? join(wanted, 'index.html') : wanted);
}

/** Lists the addresses in the tags of a page: links, files, and what scripts load. */
const listAddresses = (html: string): string[] =>
  readTags(html).flatMap(({ name, attributes }) => {
    const known = ['href', 'src', 'data-to', name === 'site-search' ? 'data-index' : 'src'];
    const values = known.map((attribute) => attributes.get(attribute));
    const image = name === 'meta' && attributes.get('property') === 'og:image';
    return [...values, image ? attributes.get('content') : undefined].filter(
      (value) => value !== undefined,
    );
  });

describe('below a folder', () => {
  it('pages link to existing pages and files, and load them from there', () => {
    const broken = new Set<string>();
    for (const file of globSync('**/*.html', { cwd: folder }))
      for (const link of listAddresses(read(file)))
        if (!leadsSomewhere(file, link)) broken.add(`${file} → ${link}`);
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  it('Markdown, llms.txt, feeds, calendar, sitemap and robots.txt do so too', () => {
    const broken = new Set<string>();
    const pattern =
      /(?:\]\(|[^\w]href=\\?"|"url":"|<loc>|URL:|Sitemap: )((?:https:\/|)\/[^)"\\\s<]+)/g;
    for (const file of globSync(['**/*.{md,xml,ics}', '**/feed.json', '*.txt'], { cwd: folder }))
      for (const [, link = ''] of read(file).replaceAll('\r\n ', '').matchAll(pattern))
        if (!leadsSomewhere(file, link)) broken.add(`${file} → ${link}`);
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  it('the search has an index of addresses that the base precedes', () => {
    const tag = readTags(read('index.html')).find(({ name }) => name === 'site-search');
    expect(tag?.attributes.get('data-base')).toBe('/beta-headers');
    const rows = JSON.parse(read('search/en.json')) as [string][];
    expect(rows.length).toBeGreaterThan(200);
    for (const [path] of rows) expect(leadsSomewhere('', `/beta-headers${path}`), path).toBe(true);
  });

  it('former addresses and the page for wrong addresses lead below it', () => {
    const find = (file: string, attribute: string) =>
      readTags(read(file)).flatMap(({ attributes }) => attributes.get(attribute) ?? []);
    expect(find('timeline/index.html', 'data-to')).toEqual(['/beta-headers/changes/']);
    expect(find('404.html', 'data-betas')).toContain('/beta-headers/betas/*/');
  });
});
