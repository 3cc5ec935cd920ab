/** The search: words, typing errors, ranking, marks, and the reading of pages. */
import { describe, expect, it } from 'vitest';
import { makeDocuments } from '../src/lib/search/documents.ts';
import { createSearch, type SearchDocument } from '../src/lib/search/engine.ts';
import { formatIndex, parseIndex } from '../src/lib/search/index-file.ts';
import { splitMatches } from '../src/lib/search/marks.ts';
import { readPage } from '../src/lib/search/page.ts';
import { splitIndexed, splitQuery } from '../src/lib/search/tokens.ts';

const make = (path: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  path,
  kind: 'page',
  title,
  text: '',
  names: '',
  terms: '',
  words: '',
  rest: '',
  weight: 1,
  ...more,
});
const DOCUMENTS = [
  make('/a/', 'Code execution tool', { names: 'code-execution', terms: 'container_upload' }),
  make('/b/', 'Web search tool', { names: 'web-search', text: 'A tool that runs code.' }),
  make('/c/', 'Claude Sonnet 4.5', { names: 'claude-sonnet-4-5' }),
  make('/d/', 'Claude Sonnet 4.6', { names: 'claude-sonnet-4-6' }),
  make('/e/', 'Several betas at once', { text: 'A list with commas.' }),
  make('/f/', 'Files', { terms: '/v1/files file_id' }),
  make('/not-files/', 'What is no file', { names: 'not-files', weight: 0.02 }),
];
const search = createSearch(DOCUMENTS, {
  stop: ['the', 'is'],
  topic: ['beta'],
  synonyms: { multiple: 'several', 'run code': 'code execution' },
});
const find = (query: string): string[] => search(query).map(({ document }) => document.path);

describe('the words', () => {
  it('keep names whole and in parts, without accents and plurals', () => {
    expect(splitIndexed('Die `mcp_servers[].name`: Überblick, betas')).toEqual(
      expect.arrayContaining(['mcp_servers[].name', 'mcp', 'server', 'name', 'uberblick', 'beta']),
    );
    expect(splitQuery('tool-search-tool-2025-10-19.').map(({ whole }) => whole)).toEqual([
      'tool-search-tool-2025-10-19',
    ]);
    expect(splitQuery('us.anthropic.claude-3, eu.example').map(({ whole }) => whole)).toEqual([
      'anthropic.claude-3',
      'eu.example',
    ]);
    expect(splitQuery('  ?!  ')).toEqual([]);
  });
});

describe('the search', () => {
  it.each([
    ['code execution', '/a/'],
    ['code exection', '/a/'],
    ['code executoin', '/a/'],
    ['container_upload', '/a/'],
    ['claude-sonnet-4-5', '/c/'],
    ['sonnet 4.6', '/d/'],
    ['multiple', '/e/'],
    ['the beta is several', '/e/'],
    ['/v1/files', '/f/'],
    ['FILE_ID', '/f/'],
    ['fil', '/f/'],
    ['not the files', '/not-files/'],
  ])('finds first for “%s” %s', (query, path) => {
    expect(find(query)[0]).toBe(path);
  });

  it('takes no number and no short or known word for a typing error', () => {
    expect(find('4.7')).toEqual([]);
    expect(find('webp')).toEqual([]);
    expect(find('claude-sonnet-4-5')[0]).not.toBe('/d/');
  });

  it('puts a page with every word before one with some', () => {
    expect(find('search container_upload')).toEqual(expect.arrayContaining(['/a/', '/b/']));
    expect(find('web search')[0]).toBe('/b/');
  });

  it('answers nothing with nothing, and takes any text', () => {
    expect(find('')).toEqual([]);
    expect(find('qqqqqq')).toEqual([]);
    expect(find('(((*** <script> \\ $& __proto__ constructor')).toEqual(expect.any(Array));
    expect(search('a '.repeat(50_000))).toEqual(expect.any(Array));
    expect(search('x'.repeat(100_000))).toEqual(expect.any(Array));
  });
});

describe('the marks', () => {
  it('are around the matched words only', () => {
    expect(splitMatches('Code: run <code> now', ['code'])).toEqual([
      { text: 'Code', marked: true },
      { text: ': run <', marked: false },
      { text: 'code', marked: true },
      { text: '> now', marked: false },
    ]);
    expect(splitMatches('', ['code'])).toEqual([]);
  });
});

describe('the documents', () => {
  const html = (head: string, main: string): string =>
    `<html><head><meta name="description" content="About &amp; it. More.">${head}</head>` +
    `<body><nav><h2 id="n">Menu</h2></nav><main>${main}</main></body></html>`;
  const page = readPage(
    html('', '<h1>One <b>page</b></h1><script>no()</script><h2 id="x">Part</h2><p>A</p><p>B</p>'),
    '/guides/one/',
  );

  it('come from the main part of a page, with words that are not glued', () => {
    expect(page).toMatchObject({
      path: '/guides/one/',
      title: 'One page',
      description: 'About & it. More.',
      headings: [expect.objectContaining({ id: 'x', level: 2, text: 'Part' })],
    });
    expect(page?.text).toBe('One page Part A B');
    expect(readPage(html('<meta name="robots" content="noindex">', '<h1>x</h1>'), '/')).toBe(
      undefined,
    );
  });

  it('are labelled by their address, and survive the file', () => {
    const documents = makeDocuments(page ? [page] : [], 'en');
    expect(documents).toMatchObject([
      { kind: 'guide', title: 'One page', text: 'About & it.', words: 'Part' },
    ]);
    expect(parseIndex(formatIndex(documents))).toEqual(documents);
  });
});
