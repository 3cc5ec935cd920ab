/** Reads the built files: addresses, languages, HTML, JSON, feeds, policies. Needs no browser. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { HtmlValidate, type Message, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePolicy } from '../integrations/csp.ts';
import { readTags } from '../integrations/html-tags.ts';
import { messages } from '../src/i18n/index.ts';
import { catalog } from '../src/lib/catalog.ts';
import { GUIDES, LOCALES, SITE } from '../src/lib/site.ts';
import { type BuiltPage, dist, listBuiltPages } from './built.ts';

let pages: BuiltPage[];
beforeAll(() => {
  pages = listBuiltPages();
});

const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));
const decode = (text: string): string =>
  text
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
/** Lists the attributes of all tags with one name. */
const tags = (html: string, name: string): Record<string, string>[] =>
  [...html.matchAll(new RegExp(`<${name}\\s([^>]*?)/?>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries(
      [...(attributes ?? '').matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [
        key as string,
        decode(value ?? ''),
      ]),
    ),
  );
/** Reports whether an address of the site is a file of the build. */
const exists = (pathname: string): boolean =>
  existsSync(join(dist, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
const local = (address: string, path: string): string | undefined => {
  const url = new URL(address, `${SITE}${path}`);
  return url.origin === SITE ? decodeURIComponent(url.pathname) : undefined;
};

describe('every page', () => {
  it('requests only files that exist', () => {
    const missing = pages.flatMap(({ path, html }) =>
      [
        ...['script', 'img'].flatMap((tag) => tags(html, tag).flatMap(({ src }) => src ?? [])),
        ...tags(html, 'link').flatMap(({ href }) => href ?? []),
        ...tags(html, 'meta').flatMap(({ property, name, content }) =>
          property === 'og:image' || name === 'twitter:image' ? (content ?? []) : [],
        ),
      ].flatMap((address) => {
        const file = local(address, path);
        return file && !exists(file) ? [`${path} → ${address}`] : [];
      }),
    );
    expect(missing).toEqual([]);
  });

  it('links to its translations, which link back', () => {
    const alternates = new Map(
      pages.map(({ path, html }) => [
        path,
        new Map(
          tags(html, 'link').flatMap(({ rel, hreflang, href }) =>
            rel === 'alternate' && hreflang && href ? [[hreflang, local(href, path) ?? href]] : [],
          ),
        ),
      ]),
    );
    const wrong: string[] = [];
    for (const { path } of pages) {
      if (path === '/404.html') continue;
      const mine = alternates.get(path);
      for (const locale of LOCALES) {
        const other = mine?.get(locale);
        if (other === undefined || !alternates.has(other))
          wrong.push(`${path}: its ${locale} is ${other}`);
        else if (
          JSON.stringify([...(alternates.get(other) ?? [])]) !== JSON.stringify([...(mine ?? [])])
        )
          wrong.push(`${path}: ${other} names other translations`);
      }
      if (mine?.get(path.startsWith('/id/') ? 'id' : 'en') !== path)
        wrong.push(`${path}: is not its own translation`);
    }
    expect(wrong).toEqual([]);
  });

  it('is in its own language', () => {
    expect(
      pages
        .filter(
          ({ path, html }) =>
            !html.includes(`<html lang="${path.startsWith('/id/') ? 'id' : 'en'}"`),
        )
        .map(({ path }) => path),
    ).toEqual([]);
    // The text of Starlight for a page without a translation.
    expect(
      pages
        .filter(({ html }) =>
          /not available in your language|belum tersedia dalam bahasa/i.test(html),
        )
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('has a policy that allows exactly its inline scripts and styles', () => {
    for (const { path, html } of pages) {
      const policies = tags(html, 'meta').filter(
        (meta) => meta['http-equiv'] === 'content-security-policy',
      );
      expect(policies.length, path).toBe(1);
      const policy = policies[0]?.['content'] ?? '';
      expect(policy, path).toBe(makePolicy(readTags(html)));
      expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      expect(html.indexOf('content-security-policy'), path).toBeLessThan(html.indexOf('<script'));
      expect(html, path).not.toMatch(/<[a-z][^<>]*\son[a-z]+="/);
    }
  });

  it('has a picture, a title and a description of its own', () => {
    const seen = new Map<string, string>();
    for (const { path, html } of pages) {
      if (path === '/404.html') continue;
      const meta = Object.fromEntries(
        tags(html, 'meta').map(({ property, name, content }) => [property ?? name, content]),
      );
      for (const key of [
        'description',
        'og:title',
        'og:description',
        'og:image',
        'og:image:alt',
        'og:url',
        'og:locale',
        'twitter:card',
      ])
        expect(meta[key], `${path} ${key}`).toBeTruthy();
      const title = `${path.startsWith('/id/')} ${/<title>([^<]*)/.exec(html)?.[1]}`;
      expect(seen.get(title), path).toBeUndefined();
      seen.set(title, path);
    }
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        root: true,
        extends: ['html-validate:standard'],
        rules: { 'no-dup-id': 'error' },
      }),
    );
    const wrong: string[] = [];
    for (const { path, html } of pages) {
      const { results } = await validator.validateString(html, path);
      wrong.push(
        ...results.flatMap(({ messages }) =>
          messages.map(
            (message: Message) =>
              `${path} ${message.line}:${message.column} ${message.ruleId}: ${message.message}`,
          ),
        ),
      );
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  });
});

describe('guides', () => {
  it('link to their Markdown, which has no part that only a page can show', () => {
    for (const guide of GUIDES) {
      for (const locale of LOCALES) {
        const path = `${locale === 'en' ? '' : `/${locale}`}/guides/${guide}`;
        expect(
          tags(read(`${path}/index.html`), 'link')
            .filter(({ type }) => type === 'text/markdown')
            .map(({ href }) => href),
        ).toEqual([`${path}.md`]);
        const text = read(`${path}.md`);
        const title = /<h1[^>]*>([^<]*)/.exec(read(`${path}/index.html`))?.[1];
        expect(text).toContain(`# ${title?.replaceAll('&quot;', '"')}`);
        expect(text.replace(/^```[\s\S]*?^```/gm, '')).not.toMatch(/^import |^<[A-Z]|\{#/m);
        expect(read(`${locale === 'en' ? '' : 'id/'}llms.txt`)).toContain(`${SITE}${path}.md`);
      }
    }
  });

  it('highlight each block of code, with a button in their language', () => {
    for (const guide of GUIDES) {
      for (const locale of LOCALES) {
        const base = locale === 'en' ? '' : `${locale}/`;
        const source = readFileSync(
          new URL(`../src/content/docs/${base}guides/${guide}.mdx`, import.meta.url),
          'utf8',
        );
        const html = read(`${base}guides/${guide}/index.html`);
        const blocks = html.split('<div class="code-block ').slice(1);
        expect(blocks.length, `${base}${guide}`).toBe((source.match(/^ *```\w/gm) ?? []).length);
        for (const block of blocks)
          expect(block).toMatch(
            new RegExp(`^[^]*?</pre><bh-copy [^>]*data-label="${messages(locale).copy.code}"`),
          );
        expect(blocks.some((block) => block.includes('<span class="c-'))).toBe(true);
      }
    }
  });
});

describe('pages made from data', () => {
  it('describe the data as JSON-LD on the front page', () => {
    for (const base of ['', 'id/']) {
      const ld = JSON.parse(
        /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(
          read(`${base}index.html`),
        )?.[1] ?? 'null',
      );
      expect(ld).toMatchObject({ '@type': 'Dataset', inLanguage: base ? 'id' : 'en' });
      for (const { contentUrl } of ld.distribution)
        expect(exists(new URL(contentUrl).pathname), contentUrl).toBe(true);
    }
  });

  it('exist for every beta, also a retired one, with Markdown, JSON and JSON-LD', () => {
    expect(catalog.betas.some(({ stage }) => stage === 'retired')).toBe(true);
    const all = [
      ...catalog.betas.map(({ id }) => ['betas', id]),
      ...catalog.features.map(({ name }) => ['features', name]),
    ];
    for (const locale of LOCALES) {
      const base = locale === 'en' ? '' : `/${locale}`;
      for (const [kind, name] of all) {
        const html = read(`${base}/${kind}/${name}/index.html`);
        const alternates = tags(html, 'link').flatMap(({ rel, type, href }) =>
          rel === 'alternate' && type && href?.includes(`/${name}.`) ? [`${type} ${href}`] : [],
        );
        expect(alternates).toEqual([
          `text/markdown ${base}/${kind}/${name}.md`,
          `application/json /${kind}/${name}.json`,
        ]);
        expect(read(`${base}/${kind}/${name}.md`)).toContain(name as string);
        const ld = JSON.parse(
          /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? 'null',
        );
        expect(ld).toMatchObject({
          '@context': 'https://schema.org',
          '@type': 'TechArticle',
          inLanguage: locale,
          url: `${SITE}${base}/${kind}/${name}/`,
        });
      }
    }
  });

  it('have a picture, a PNG of the right size', () => {
    for (const file of ['og/site.png', ...catalog.betas.map(({ id }) => `og/betas/${id}.png`)]) {
      const png = readFileSync(join(dist, file));
      expect(png.toString('latin1', 1, 4), file).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual([1200, 630]);
    }
  });
});

describe('the data', () => {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const check = (schema: string, file: string): void => {
    const address = `${SITE}/data/v2/schema/${schema}.schema.json`;
    const validate =
      ajv.getSchema(address) ?? ajv.compile(json(`data/v2/schema/${schema}.schema.json`) as object);
    validate(json(file));
    expect(validate.errors ?? [], file).toEqual([]);
  };

  it.each(['catalog', 'betas', 'features', 'platforms', 'models'])(
    'in %s.json fits its schema',
    (name) => check(name, `data/v2/${name}.json`),
  );

  it('beside every page fits its schema', () => {
    for (const { id } of catalog.betas) check('beta', `betas/${id}.json`);
    for (const { name } of catalog.features) check('feature', `features/${name}.json`);
  });

  it('does not fit its schema if it is wrong', () => {
    const validate = ajv.getSchema(`${SITE}/data/v2/schema/beta.schema.json`);
    const good = json(`betas/${catalog.betas[0]?.id}.json`) as { beta: Record<string, unknown> };
    for (const change of [
      { stage: 'soon' },
      { opens: [{ nonsense: 1 }] },
      { platforms: {} },
      { extra: true },
    ])
      expect(
        validate?.({ ...good, beta: { ...good.beta, ...change } }),
        JSON.stringify(change),
      ).toBe(false);
  });

  it('equals the Catalog', () => {
    const { version: _, ...published } = json('data/v2/catalog.json') as Record<string, unknown>;
    expect(published).toEqual(JSON.parse(JSON.stringify(catalog)));
  });
});
