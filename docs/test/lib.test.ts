/** The pure functions that pages are made with. */
import { PLATFORMS } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { id } from '../src/i18n/id.ts';
import { endpointsOf, shortUrl, sourceOf } from '../src/lib/betas.ts';
import { beta, type CatalogBeta, catalog } from '../src/lib/catalog.ts';
import {
  EMPTY,
  type FilterState,
  formatState,
  matches,
  parseState,
  type Row,
  sortRows,
  stageCounts,
} from '../src/lib/catalog-filter.ts';
import { firstSentence, inlineHtml } from '../src/lib/inline.ts';
import { issueHref } from '../src/lib/links.ts';
import { markOf, SHORT_PLATFORM } from '../src/lib/marks.ts';
import { STAGE_ORDER } from '../src/lib/order.ts';
import { parseEndpoint, testOf } from '../src/lib/rules.ts';
import {
  fieldsOf,
  hasGap,
  SAMPLE_LANGUAGES,
  type SampleRequest,
  sample,
  sampleRequest,
} from '../src/lib/samples.ts';

const row = (part: Partial<Row>): Row => ({
  id: 'a-2026-01-01',
  title: 'A',
  stage: 'beta',
  family: 'tools',
  endpoints: ['/v1/messages'],
  since: '2026-01-01',
  text: 'a-2026-01-01 mcp_servers',
  marks: {},
  ...part,
});
const state = (part: Partial<FilterState>): FilterState => ({ ...EMPTY, ...part });

describe('the catalog filter', () => {
  it('says every state in the URL and reads it back', () => {
    const full: FilterState = {
      q: 'mcp server',
      stages: ['beta', 'preview'],
      on: 'vertex',
      missing: 'bedrock',
      endpoint: '/v1/messages',
      family: 'tools',
      sort: 'oldest',
    };
    expect(formatState(full)).toBe(
      'q=mcp+server&stage=beta,preview&on=vertex&missing=bedrock&endpoint=/v1/messages&family=tools&sort=oldest',
    );
    expect(parseState(new URLSearchParams(formatState(full)))).toEqual(full);
    expect(formatState(EMPTY)).toBe('');
    expect(parseState(new URLSearchParams('sort=sideways&foo=1'))).toEqual(EMPTY);
  });

  it('takes what nobody knows for neither available nor missing', () => {
    for (const mark of ['yes', 'models', 'renamed', 'no', 'unknown'] as const) {
      const one = row({ marks: { vertex: mark } });
      expect(matches(one, state({ on: 'vertex' })), mark).toBe(
        ['yes', 'models', 'renamed'].includes(mark),
      );
      expect(matches(one, state({ missing: 'vertex' })), mark).toBe(mark === 'no');
    }
  });

  it('wants every word of the text, in any order and case', () => {
    expect(matches(row({}), state({ q: 'SERVERS  mcp ' }))).toBe(true);
    expect(matches(row({}), state({ q: 'mcp client' }))).toBe(false);
  });

  it('filters by endpoint, and knows the endpoints of a beta', () => {
    expect(matches(row({}), state({ endpoint: '/v1/messages' }))).toBe(true);
    expect(matches(row({}), state({ endpoint: '/v1/files' }))).toBe(false);
    const one = beta('mcp-client-2025-11-20');
    const endpoints = (opens: CatalogBeta['opens'], sends: string[] = []): string[] =>
      endpointsOf({ ...one, opens, selectsAt: [], sdk: { sends } });
    expect(endpoints([{ at: 'tools[].type', is: 'x' }])).toEqual(['/v1/messages']);
    expect(
      endpoints([
        { endpoint: ['* /v1/agents/**', 'POST /v1/agents/{id}/x'] },
        { at: 'a', endpoint: ['POST /v1/files'] },
      ]),
    ).toEqual(['/v1/agents', '/v1/files']);
    expect(
      endpoints(
        [{ endpoint: ['GET /v1/organizations/webhooks/{id}'] }],
        ['DELETE /v1/skills/{id}'],
      ),
    ).toEqual(['/v1/organizations/webhooks', '/v1/skills']);
  });

  it('sorts by date, name and stage', () => {
    const rows = [
      row({ id: 'b', since: '2025-01-01', stage: 'retired' }),
      row({ id: 'a', since: '2026-01-01', stage: 'retired' }),
      row({ id: 'c', since: '2026-01-01' }),
    ];
    const order = (sort: FilterState['sort']): string =>
      sortRows(rows, sort, STAGE_ORDER)
        .map((one) => one.id)
        .join('');
    expect([order('newest'), order('oldest'), order('name'), order('stage')]).toEqual([
      'acb',
      'bac',
      'abc',
      'cab',
    ]);
  });

  it('counts a stage as if no stage were chosen', () => {
    const rows = [row({}), row({ stage: 'retired' }), row({ stage: 'retired', family: 'admin' })];
    expect([...stageCounts(rows, state({ stages: ['beta'], family: 'tools' }))]).toEqual([
      ['beta', 1],
      ['retired', 1],
    ]);
  });
});

describe('texts', () => {
  const known = (name: string): string | undefined =>
    name === 'mcp-client-2025-11-20' ? '/x/' : undefined;

  it('become HTML with code and links, and nothing else gets through', () => {
    expect(inlineHtml('Use `a < b` & mcp-client-2025-11-20, not foo-2025-01-01.', known)).toBe(
      'Use <code>a &lt; b</code> &amp; <a href="/x/"><code>mcp-client-2025-11-20</code></a>, not foo-2025-01-01.',
    );
    expect(inlineHtml('`mcp-client-2025-11-20`', known)).toBe(
      '<a href="/x/"><code>mcp-client-2025-11-20</code></a>',
    );
    expect(inlineHtml('Two `` and `code`')).toBe('Two `` and <code>code</code>');
    expect(inlineHtml('<script>`</script>')).toBe('&lt;script&gt;`&lt;/script&gt;');
  });

  it('are cut after the first sentence, not after a version', () => {
    expect(firstSentence('SDK 1.12.0 has `x`. More.')).toBe('SDK 1.12.0 has x.');
    expect(firstSentence('No end')).toBe('No end');
  });

  it('differ between the languages, sentence by sentence', () => {
    const leaves = (value: unknown, path = ''): [string, string][] =>
      typeof value === 'string'
        ? [[path, value]]
        : typeof value === 'object' && value
          ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
          : [];
    const indonesian = new Map(leaves(id));
    // What the API says is quoted as it says it.
    const isQuoted = (path: string): boolean => /^\.errors\.shape\.[^.]+\.title$/.test(path);
    const sentences = leaves(en).filter(
      ([path, text]) => text.split(' ').length > 4 && !isQuoted(path),
    );
    expect(sentences.length).toBeGreaterThan(30);
    expect(sentences.filter(([path, text]) => indonesian.get(path) === text)).toEqual([]);
  });
});

describe('lists', () => {
  it('are the lists of the manifest', () => {
    expect(Object.keys(SHORT_PLATFORM).sort()).toEqual([...PLATFORMS].sort());
  });
});

describe('marks, rules and sources', () => {
  it('have a mark for every claim', () => {
    const claim = (accepts: CatalogBeta['platforms']['vertex']['accepts']) =>
      markOf({ accepts, evidence: [] });
    expect([true, false, 'unknown' as const, { as: 'x' }, { models: ['m'] }].map(claim)).toEqual([
      'yes',
      'no',
      'unknown',
      'renamed',
      'models',
    ]);
  });

  it('say what a rule tests', () => {
    expect(testOf({ at: 'a', is: true })).toEqual({ kind: 'is', values: ['true'] });
    expect(testOf({ at: 'a', in: ['x', 1] })).toEqual({ kind: 'oneOf', values: ['x', '1'] });
    expect(testOf({ at: 'a', above: 0 })).toEqual({ kind: 'above', values: ['0'] });
    expect(testOf({ at: 'a', nonEmpty: true })?.kind).toBe('nonEmpty');
    expect(testOf({ at: 'a' })?.kind).toBe('present');
    expect(testOf({ endpoint: ['GET /v1/x'] })).toBeUndefined();
    expect(parseEndpoint('* /v1/agents/**')).toEqual({ path: '/v1/agents', below: true });
    expect(parseEndpoint('POST /v1/files')).toEqual({
      method: 'POST',
      path: '/v1/files',
      below: false,
    });
  });

  it('name a source shortly', () => {
    expect(shortUrl('https://github.com/o/r/issues/12')).toBe('o/r#12');
    expect(shortUrl('https://github.com/o/r/blob/0123abc/a/b/c.json')).toBe('o/r: c.json');
    expect(shortUrl('https://www.example.com/a/')).toBe('example.com/a');
    expect(sourceOf({ sdk: '1.12.0', symbol: 'X' }).url).toBe(
      'https://www.npmjs.com/package/@anthropic-ai/sdk/v/1.12.0',
    );
  });

  it('prefill an issue', () => {
    const url = new URL(issueHref('x & y', 'line\nline'));
    expect([url.searchParams.get('title'), url.searchParams.get('body')]).toEqual([
      '[data] x & y',
      'line\nline',
    ]);
  });
});

describe('samples', () => {
  it('build the value that a path leads to', () => {
    expect(JSON.stringify(fieldsOf('tools[].type', 'x'))).toBe('{"tools":[{"type":"x"}]}');
    expect(JSON.stringify(fieldsOf('output_config.effort', 'low'))).toBe(
      '{"output_config":{"effort":"low"}}',
    );
    expect(JSON.stringify(fieldsOf('messages[].content[].**.type', 'x'))).toBe(
      '{"messages":[{"role":"user","content":[{"type":"x"}]}]}',
    );
  });

  it('say the same request in four languages', () => {
    const request: SampleRequest = {
      kind: 'message',
      beta: 'x-2026-01-01',
      countTokens: false,
      version: '2023-06-01',
      fields: { model: 'm', max_tokens: 10, stream: true, note: "it's" },
    };
    expect(sample(request, 'node')).toContain(
      "  betas: ['x-2026-01-01'],\n  max_tokens: 10,\n  stream: true,\n  note: 'it\\'s',\n});",
    );
    expect(sample(request, 'deno')).toContain("from 'npm:@anthropic-ai/sdk'");
    expect(sample(request, 'python')).toContain(
      '    betas=["x-2026-01-01"],\n    max_tokens=10,\n    stream=True,',
    );
    expect(sample(request, 'curl')).toContain('  -H "anthropic-beta: x-2026-01-01" \\\n');
  });

  it('keep an apostrophe inside the single quotes of a shell', () => {
    const request: SampleRequest = {
      kind: 'message',
      beta: 'x-2026-01-01',
      countTokens: false,
      version: '2023-06-01',
      fields: { note: "it's" },
    };
    expect(sample(request, 'curl')).toContain(`{ "note": "it'\\''s" }`);
  });

  it('exist for betas that people send, and only for those', () => {
    for (const one of catalog.betas) {
      const request = sampleRequest(one);
      if (
        ['internal', 'retired', 'graduated', 'superseded'].includes(one.stage) ||
        one.undocumented
      )
        expect(request, one.id).toBeUndefined();
      for (const language of request ? SAMPLE_LANGUAGES : [])
        expect(sample(request as SampleRequest, language), one.id).toContain(one.id);
    }
    expect(catalog.betas.filter((one) => sampleRequest(one)).length).toBeGreaterThan(20);
  });

  it('are valid JSON on the wire where nothing is left out', () => {
    const whole = catalog.betas
      .flatMap((one) => sampleRequest(one) ?? [])
      .filter((request) => !hasGap(request));
    const bodies = whole.flatMap(
      (request) => sample(request, 'curl').match(/-d '([\s\S]*)'$/)?.[1] ?? [],
    );
    expect(bodies.length).toBeGreaterThan(3);
    for (const body of bodies) expect(() => JSON.parse(body), body).not.toThrow();
  });
});
