/** Page one beside its table: the program, the notes of cells, the other language. */
import Anthropic, { type ClientOptions } from '@anthropic-ai/sdk';
import { createFakeApi } from '@beta-headers/fake-api';
import { betaMiddleware } from '@beta-headers/node';
import { describe, expect, it } from 'vitest';
import { catalog, getBeta, getFeature } from '../src/lib/catalog.ts';
import { renderCellNote, renderCellNotes } from '../src/lib/cell-notes.ts';
import { classifyShapes } from '../src/lib/error-shapes.ts';
import { EXAMPLE_BODY, EXAMPLE_CODE, planExample } from '../src/lib/home-example.ts';
import { columnStyles } from '../src/lib/my-platforms.ts';
import { findOtherLanguage } from '../src/lib/other-language.ts';
import { prefersOther } from '../src/lib/preferred-language.ts';
import { LOCALES } from '../src/lib/site.ts';
import { hasWords } from '../src/lib/word-filter.ts';

const BETA = getBeta('mcp-client-2025-11-20');

describe('the program of page one', () => {
  it('is four lines, imports what exists, and sends the header that the page shows', async () => {
    const lines = EXAMPLE_CODE.split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.slice(0, 2)).toEqual([
      "import Anthropic from '@anthropic-ai/sdk';",
      "import { betaMiddleware } from '@beta-headers/node';",
    ]);
    const api = createFakeApi();
    class Client extends Anthropic {
      constructor(options: ClientOptions) {
        super({ ...options, apiKey: 'any', fetch: api.fetch, maxRetries: 0 });
      }
    }
    const program = `return (async () => { ${lines.slice(2).join('\n')} })()`;
    const run = new Function('Anthropic', 'betaMiddleware', 'request', program);
    await run(Client, betaMiddleware, EXAMPLE_BODY);
    expect(api.requests.at(-1)).toMatchObject({
      status: 200,
      betaHeader: planExample().header,
    });
  });
});

describe('the note of a cell', () => {
  it('exists for every beta and platform in both languages', () => {
    for (const locale of ['en', 'id'] as const) {
      const notes = renderCellNotes(locale);
      for (const { id } of catalog.betas)
        for (const platform of catalog.platforms)
          expect(notes[id]?.[platform.id], `${id} ${platform.id}`).toMatch(/^<p><b>.+<\/ul>$/s);
    }
  });

  it('has the conditions and remedies of the claims, and says when nothing is known', () => {
    const instead = catalog.betas
      .flatMap((beta) => Object.entries(beta.acceptance).map((entry) => [beta, ...entry] as const))
      .find(([, , claims]) => claims.some((claim) => claim.instead?.length));
    const [beta, platform, claims] = instead as NonNullable<typeof instead>;
    const [value] = claims.flatMap((claim) => claim.instead ?? []);
    expect(renderCellNote(beta, platform, 'en')).toContain(value?.send);
    const silent = renderCellNote({ ...BETA, acceptance: {} }, 'no-platform', 'en');
    expect(silent.match(/not known/g)).toHaveLength(2);
  });

  it('is text and never markup', () => {
    const text = '<img src=x onerror=alert(1)> `<script>` "quoted"';
    const { bedrock: [claim] = [] } = getFeature(BETA.feature).availability;
    const note = renderCellNote(
      {
        ...BETA,
        acceptance: {
          bedrock: [
            {
              status: 'rejected',
              models: ['<b>x</b>'],
              note: { en: text, id: text },
              evidence: [],
            },
          ],
        },
      },
      'bedrock',
      'en',
    );
    expect(claim).toBeDefined();
    expect(note).not.toMatch(/<(?:img|script)|<b>x/);
    expect(note).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

describe('the columns of platforms', () => {
  it('have styles with safe names', () => {
    for (const { id, short } of catalog.platforms) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(columnStyles).toContain(`{--column:${JSON.stringify(short)}}`);
    }
    expect(columnStyles).not.toContain('<');
  });
});

describe('the shapes of errors', () => {
  it.each(LOCALES)('have an advice in %s that masks no value, since none is a key', (locale) => {
    const masked = classifyShapes(locale).filter(({ info }) =>
      /\(\d+ \w+\)/.test(info?.advice ?? ''),
    );
    expect(masked.map(({ name }) => name)).toEqual([]);
  });
});

describe('the filter of the errors', () => {
  it('requires every word, in any order and case', () => {
    expect(hasWords('ValidationException: invalid beta flag', 'FLAG  invalid ')).toBe(true);
    expect(hasWords('ValidationException: invalid beta flag', 'invalid header')).toBe(false);
    expect(hasWords('anything', '')).toBe(true);
  });
});

describe('the other language', () => {
  it.each([
    [['id-ID', 'en'], 'en', 'id', true],
    [['en-US', 'id'], 'en', 'id', false],
    [['id', 'en'], 'id', 'en', false],
    [['fr', 'en-GB'], 'id', 'en', true],
    [['fr', 'de'], 'en', 'id', false],
    [['ID'], 'en', 'id', true],
    [[], 'en', 'id', false],
  ])('of %j on a page in %s is offered (%s): %s', (languages, current, other, offered) => {
    expect(prefersOther(languages, current, other)).toBe(offered);
  });

  it('is found in the head of a page', () => {
    const head = ['en', 'id'].map((language) => ({
      attrs: { rel: 'alternate', hreflang: language, href: `https://x.example/b/${language}/` },
    }));
    expect(findOtherLanguage(head, 'en')).toEqual({ language: 'id', path: '/b/id/' });
    expect(findOtherLanguage([], 'en')).toBeUndefined();
  });
});
