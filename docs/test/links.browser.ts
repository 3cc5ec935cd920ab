/** The links of the built site, and the origins from which it loads files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SITE } from '../src/lib/site.ts';
import { type BuiltPage, dist, listBuiltPages } from './built.ts';

let pages: BuiltPage[];
beforeAll(() => {
  pages = listBuiltPages();
});
/** The fragment of the checker is its state. Every other one names a heading. */
const isState = ({ pathname, hash }: URL): boolean =>
  pathname.endsWith('/check/') && hash.includes('=');
const attributes = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) =>
    (match[1] as string).replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );

describe('the built site', () => {
  it('links to pages and headings that exist', () => {
    const ids = new Map(
      pages.map(({ path, html }) => [path, new Set(attributes(html, /\sid="([^"]+)"/g))]),
    );
    const broken: string[] = [];
    for (const { path, html } of pages) {
      for (const link of attributes(html, /<a\s[^>]*?href="([^"]+)"/g)) {
        const url = new URL(link, `${SITE}${path}`);
        if (url.origin !== SITE) continue;
        const known = ids.get(url.pathname);
        const found = known
          ? url.hash === '' || isState(url) || known.has(decodeURIComponent(url.hash.slice(1)))
          : existsSync(join(dist, url.pathname)) && !url.pathname.endsWith('/');
        if (!found) broken.push(`${path} → ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('has no English text of Starlight on an Indonesian page', () => {
    const english = [
      'Section titled',
      'Link to “',
      'Copy to clipboard',
      'Skip to content',
      'On this page',
      'Select theme',
      'Search this site',
    ];
    const found = pages.flatMap(({ path, html }) =>
      path.startsWith('/id/')
        ? english.filter((text) => html.includes(text)).map((text) => `${path}: ${text}`)
        : [],
    );
    expect(found).toEqual([]);
  });

  it('loads nothing from another origin', () => {
    const loaded = pages.flatMap(({ path, html }) =>
      attributes(html, /<(?:script|img|iframe|source|video|audio)\s[^>]*?src="([^"]+)"/g)
        .concat(
          attributes(
            html,
            /<link\s[^>]*?rel="(?:stylesheet|preload|modulepreload|icon|shortcut icon)"[^>]*?href="([^"]+)"/g,
          ),
        )
        .filter((address) => /^(?:https?:)?\/\//.test(address))
        .map((address) => `${path}: ${address}`),
    );
    expect(loaded).toEqual([]);
  });

  it('names the canonical address of every page', () => {
    for (const { path, html } of pages) {
      if (path === '/404.html') continue;
      // A former address names the present one.
      const address = path.replace(/\/timeline\/$/, '/changes/');
      expect(html.includes(`<link rel="canonical" href="${SITE}${address}"`), path).toBe(true);
    }
  });
});
