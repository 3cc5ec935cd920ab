/** Hostile texts in the catalogue: what the site makes of them as HTML, XML, JSON or iCalendar. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Parser } from 'htmlparser2';
import { afterAll, describe, expect, it, vi } from 'vitest';

const DATA = '@beta-headers/manifest/data';

// Test files share their modules, so this one loads its own, and leaves none behind.
vi.resetModules();
vi.doMock(DATA, async (load) => {
  const { makeHostile } = await import('./hostile/overlay.ts');
  const { catalog } = await load<typeof import('@beta-headers/manifest/data')>();
  return { catalog: makeHostile(catalog) };
});
const cwd = vi.spyOn(process, 'cwd').mockReturnValue(new URL('..', import.meta.url).pathname);
afterAll(() => {
  vi.doUnmock(DATA);
  vi.resetModules();
  cwd.mockRestore();
});

const { catalog, findBeta, findFeature } = await import('../src/lib/catalog.ts');
const { makeCalendar } = await import('../src/lib/changes/calendar.ts');
const { renderCellNotes } = await import('../src/lib/cell-notes.ts');
const { makeAtomFeed, makeJsonFeed } = await import('../src/lib/changes/feed.ts');
const { escapeTitle, makeDataHead } = await import('../src/lib/head.ts');
const { changes, entries } = await import('../src/lib/changes/history.ts');
const { INDEX_PAGES } = await import('../src/lib/index-markdown.ts');
const { renderInline } = await import('../src/lib/inline.ts');
const { makeLlmsTxt } = await import('../src/lib/llms.ts');
const { columnStyles } = await import('../src/lib/my-platforms.ts');
const { drawCard, listCards } = await import('../src/lib/og.ts');
const { listPlaceFiles } = await import('../src/lib/place-files.ts');
const { addNeed } = await import('../src/lib/need/markdown.ts');
const { emitMarkdown } = await import('../../tools/codegen/src/markdown/index.ts');
const { SITE } = await import('../src/lib/site.ts');
const { highlight } = await import('../src/lib/highlight.ts');
const { makeDocuments } = await import('../src/lib/search/documents.ts');
const { readPage } = await import('../src/lib/search/page.ts');
const { schemas } = await import('@beta-headers/manifest');
const { TEXTS } = await import('./hostile/material.ts');

const site = new URL(SITE);
const LOCALES = ['en', 'id'] as const;
const PLAIN: ReadonlySet<string> = new Set('a b br code em li p span strong ul wbr'.split(' '));
const CALM: ReadonlySet<string> = new Set(['class', 'href']);

/** Lists what a browser would make of HTML beyond plain text, code, lists and links to pages. */
function findMarkup(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!PLAIN.has(name)) found.push(name);
      for (const [key, value] of Object.entries(attributes))
        if (!CALM.has(key) || (key === 'href' && !isOwn(value)))
          found.push(`${name} ${key}=${value}`);
    },
    oncomment: (text) => void found.push(`comment ${text}`),
    onprocessinginstruction: (name) => void found.push(name),
  });
  parser.end(html);
  return found;
}
/** Removes code, and addresses between `<` and `>`, from Markdown. Keeps escaped signs. */
const removeCode = (text: string): string =>
  text
    .replace(/^<!-- (?:Generated|Dibuat) [^\n]*-->$/m, '')
    .replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '')
    .replace(
      /\\[^\w\s]|(`+)(?!`)(?:(?!\n\n)[\s\S])*?(?<!`)\1(?!`)|`+|<https?:[^\s<>]*>/g,
      (part) => (part.startsWith('\\') ? part : ''),
    );
/** Adds to the Markdown of a beta or a feature what the site adds. */
function completePage(path: string, content: string, locale: 'en' | 'id'): string {
  const name = /\/(?:betas|features)\/([^/]+)\.md$/.exec(path)?.[1] ?? '';
  const subject = findBeta(name) ?? findFeature(name);
  return subject ? addNeed(content, subject, locale) : content;
}
const isOwn = (address: string): boolean => {
  const url = new URL(address, site);
  return url.origin === site.origin;
};

it('the catalogue is hostile', () => {
  const text = JSON.stringify(catalog);
  expect(text.match(/__hostile/g)?.length).toBeGreaterThan(500);
  expect(text).toContain('onclick=');
});

describe.each(TEXTS)('a text: $name', ({ text }) => {
  it('is text in HTML', () => {
    expect(findMarkup(renderInline(text))).toEqual([]);
    expect(findMarkup(renderInline(text, (id) => `/betas/${id}/"'<x>`))).toEqual([]);
  });

  it('is text in a title', () => {
    const { content = '' } = escapeTitle({ tag: 'title', attrs: {}, content: text });
    expect(content).not.toMatch(/[<>]/);
  });

  it('is text in the picture of a link', () => {
    const svg = drawCard({ title: text, identifier: text, line: text });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg.match(/<(?!\/?(?:svg|rect|text)\b)/)).toBeNull();
  });

  it('is text in code', () => {
    for (const language of ['ts', 'sh', 'json'] as const)
      expect(findMarkup(highlight(text, language))).toEqual([]);
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  it('the notes of cells have text, code and links to pages', () => {
    for (const notes of Object.values(renderCellNotes(locale)))
      for (const html of Object.values(notes)) expect(findMarkup(html)).toEqual([]);
  });

  it('the feeds are well-formed, and their HTML has text, code and links to pages', () => {
    for (const platform of [undefined, ...catalog.platforms.map(({ id }) => id)]) {
      const xml = makeAtomFeed({ site, locale, entries, platform });
      expect(XMLValidator.validate(xml)).toBe(true);
      // Characters that XML does not allow, even escaped.
      expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
      const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml);
      const { items } = JSON.parse(makeJsonFeed({ site, locale, entries, platform }));
      expect([feed.entry ?? []].flat().length).toBe(items.length);
      for (const { content_html: html } of items) expect(findMarkup(html)).toEqual([]);
    }
  });

  it('the calendar has the events of the data alone', () => {
    const day = '2024-01-01';
    const text = makeCalendar({ site, locale, changes, day });
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    for (const line of lines) {
      expect(line).not.toMatch(/\p{Cc}/u);
      expect(line).toMatch(/^(?:$|[A-Z-]+(?:;VALUE=DATE)?:)/);
    }
    const events = lines.filter((line) => line === 'BEGIN:VEVENT').length;
    expect(events).toBeGreaterThan(3);
    for (const name of ['SUMMARY', 'UID', 'URL', 'DESCRIPTION', 'END:VEVENT'])
      expect(lines.filter((line) => line.startsWith(name)).length).toBe(events);
  });

  it('JSON-LD does not end its script', () => {
    for (const [kind, items] of [
      ['betas', catalog.betas],
      ['features', catalog.features],
    ] as const)
      for (const item of items)
        for (const { tag, content = '' } of makeDataHead(locale, kind, item))
          if (tag === 'script') {
            expect(content).not.toMatch(/</);
            expect(JSON.parse(content)).toHaveProperty('headline');
          }
  });

  it('Markdown has no heading, markup, picture or running link of a text', () => {
    const files = [
      ...listPlaceFiles(),
      ...Object.entries(INDEX_PAGES).map(([path, write]) => ({ path, text: write(locale) })),
      { path: 'llms.txt', text: makeLlmsTxt(locale, site) },
      ...emitMarkdown(catalog)
        .filter(({ path }) => path.includes(`/docs/${locale}/`))
        .map(({ path, content }) => ({ path, text: completePage(path, content, locale) })),
    ];
    const wrong = files.flatMap(({ path, text }) => {
      const prose = removeCode(text);
      return [
        /^#+ (?:Injected|Outside)[^\n]*/m,
        /(?<!\\)<(?!https?:\/\/[^\s<>]*>)[a-z/!][^\n]{0,60}/i,
        /(?<!\\)\]\(\s*(?:javascript|data):[^\n]{0,60}/i,
        /(?<!\\)!\[[^\n]{0,60}/,
        /^\[x\]:[^\n]*/m,
      ].flatMap((pattern) => {
        const found = pattern.exec(prose)?.[0];
        return found === undefined ? [] : [`${path}: ${found.slice(0, 120)}`];
      });
    });
    expect([...new Set(wrong)].slice(0, 80)).toEqual([]);
  });
});

it('the cards of all betas can be drawn', () => {
  for (const card of Object.values(listCards()))
    expect(XMLValidator.validate(drawCard(card))).toBe(true);
});

it('styles do not end their element', () => expect(columnStyles).not.toMatch(/<|\p{Cc}/u));

it('the search has plain text of a page', () => {
  for (const { text } of TEXTS) {
    const inline = renderInline(text);
    const html = `<title>x</title><main><h1>${inline}</h1><p>${inline}</p></main>`;
    const page = readPage(html, '/features/mcp-client/');
    const [found] = makeDocuments(page ? [page] : [], 'en');
    expect(found?.path).toBe('/features/mcp-client/');
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  }
});

describe('the schema', () => {
  const { shape } = schemas.feature;

  it.each(TEXTS.filter(({ fields }) => fields.includes('url')))(
    'takes no address that runs: $name',
    ({ text }) => {
      if (shape.docs.safeParse(text).success) expect(text).toMatch(/^https?:/);
    },
  );

  it.each(TEXTS.filter(({ fields }) => fields.includes('id')))(
    'takes no name that is more than words: $name',
    ({ text }) => {
      if (shape.feature.safeParse(text).success) expect(text).toMatch(/^[a-z\d-]+$/);
    },
  );
});
