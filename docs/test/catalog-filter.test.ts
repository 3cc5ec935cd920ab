/** The table of page one: filters, search, order, groups, links to filtered views. */
import { STAGES } from '@beta-headers/grammar';
import { describe, expect, it } from 'vitest';
import { listEndpointGroups, makeSearchText } from '../src/lib/betas.ts';
import { type CatalogBeta, catalog, getBeta, getFeature } from '../src/lib/catalog.ts';
import {
  countStages,
  EMPTY,
  type FilterState,
  filteredPath,
  formatState,
  matches,
  parseState,
  type Row,
  selectRows,
  sortRows,
} from '../src/lib/catalog-filter.ts';
import { FIRST_FEATURES, getGroup, listGroups } from '../src/lib/catalog-groups.ts';
import { rankRows } from '../src/lib/catalog-search.ts';
import { FEATURE_MARKS, isAvailable } from '../src/lib/marks.ts';

const row = (part: Partial<Row>): Row => ({
  id: 'a-2026-01-01',
  names: 'a-2026-01-01 first',
  stage: 'beta',
  family: 'tools',
  endpoints: ['/v1/messages'],
  since: '2026-01-01',
  text: 'mcp_servers',
  marks: {},
  ...part,
});
const state = (part: Partial<FilterState>): FilterState => ({ ...EMPTY, ...part });

describe('the filter', () => {
  it('writes every state into the URL and reads it back', () => {
    const full: FilterState = {
      q: 'mcp server',
      stages: ['beta', 'preview'],
      on: ['bedrock', 'foundry'],
      not: ['vertex'],
      endpoint: '/v1/messages',
      family: 'tools',
      sort: 'oldest',
    };
    expect(formatState(full)).toBe(
      'q=mcp+server&stage=beta,preview&on=bedrock,foundry&not=vertex&endpoint=/v1/messages' +
        '&family=tools&sort=oldest',
    );
    expect(parseState(new URLSearchParams(formatState(full)))).toEqual(full);
    expect(formatState(EMPTY)).toBe('');
    expect(parseState(new URLSearchParams('sort=sideways&foo=1'))).toEqual(EMPTY);
  });

  it('reads the links of earlier versions of the site', () => {
    expect(parseState(new URLSearchParams('missing=vertex'))).toEqual(state({ not: ['vertex'] }));
  });

  it('makes links to filtered views', () => {
    expect(filteredPath({ on: ['bedrock'], not: ['vertex'] })).toBe('/?on=bedrock&not=vertex');
    expect(filteredPath({ stage: ['beta'], q: 'tool search' })).toBe('/?q=tool+search&stage=beta');
    expect(filteredPath({ q: '"><script>&on=x' })).toBe('/?q=%22%3E%3Cscript%3E%26on%3Dx');
    expect(filteredPath({})).toBe('/');
  });

  it('treats an unknown feature as neither available nor missing', () => {
    for (const mark of FEATURE_MARKS) {
      const one = row({ marks: { vertex: mark } });
      expect(matches(one, state({ on: ['vertex'] })), mark).toBe(isAvailable(mark));
      expect(matches(one, state({ not: ['vertex'] })), mark).toBe(mark === 'unavailable');
    }
    expect(FEATURE_MARKS.filter(isAvailable)).toEqual(['available', 'some']);
  });

  it('requires every platform of a list', () => {
    const one = row({ marks: { bedrock: 'available', vertex: 'unavailable', foundry: 'some' } });
    expect(matches(one, state({ on: ['bedrock', 'foundry'], not: ['vertex'] }))).toBe(true);
    expect(matches(one, state({ on: ['bedrock', 'vertex'] }))).toBe(false);
    expect(matches(one, state({ not: ['vertex', 'bedrock'] }))).toBe(false);
    expect(matches(one, state({ on: ['no-platform'] }))).toBe(false);
  });

  it('filters by the endpoints of a beta', () => {
    expect(matches(row({}), state({ endpoint: '/v1/messages' }))).toBe(true);
    expect(matches(row({}), state({ endpoint: '/v1/files' }))).toBe(false);
    const one = getBeta('mcp-client-2025-11-20');
    const endpoints = (requires: CatalogBeta['requires'], sends: string[] = []): string[] =>
      listEndpointGroups({ ...one, requires, selectsAt: [], sdk: { since: {}, sends } });
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

  it('sorts by date, name and stage, or keeps the order', () => {
    const rows = [
      row({ id: 'b', since: '2025-01-01', stage: 'retired' }),
      row({ id: 'a', since: '2026-01-01', stage: 'retired' }),
      row({ id: 'c', since: '2026-01-01' }),
    ];
    const order = (sort: FilterState['sort']): string =>
      sortRows(rows, sort, STAGES)
        .map((one) => one.id)
        .join('');
    expect(
      ['use', 'newest', 'oldest', 'name', 'stage'].map((sort) => order(sort as 'use')),
    ).toEqual(['bac', 'acb', 'bac', 'abc', 'cab']);
  });

  it('counts the rows of a stage without the filter by stage', () => {
    const rows = [row({}), row({ stage: 'retired' }), row({ stage: 'retired', family: 'admin' })];
    expect([...countStages(rows, state({ stages: ['beta'], family: 'tools' }))]).toEqual([
      ['beta', 1],
      ['retired', 1],
    ]);
  });

  it('keeps the order that the reader chose while searching', () => {
    const rows = [row({ id: 'z', names: 'mcp' }), row({ id: 'b', names: 'x' })];
    const ids = (part: Partial<FilterState>): string[] =>
      selectRows(rows, state({ q: 'mcp', ...part }), STAGES).map(({ id }) => id);
    expect(ids({})).toEqual(['z', 'b']);
    expect(ids({ sort: 'name' })).toEqual(['b', 'z']);
  });
});

/** The rows as `scripts/catalog-rows.ts` reads them from the page. */
const rows: Row[] = listGroups().flatMap(({ betas }) =>
  betas.map((beta) => {
    const [names = '', text = ''] = makeSearchText(beta, getFeature(beta.feature), 'en').split(
      '\n',
    );
    return row({
      id: beta.id,
      names: `${beta.title.en} ${beta.id} ${names}`.toLowerCase(),
      text: `${text} ${beta.stage} ${beta.date}`,
      stage: beta.stage,
    });
  }),
);
const search = (query: string): string[] =>
  rankRows(rows, query).map(({ id }) => getBeta(id).feature);

describe('the search of the table', () => {
  it.each([
    ['files', 'files-api'],
    ['files api', 'files-api'],
    ['berkas', 'files-api'],
    ['mcp', 'mcp-client'],
    ['konektor mcp', 'mcp-client'],
    ['tool search', 'tool-search-tool'],
    ['tool serch', 'tool-search-tool'],
    ['pencarian alat', 'tool-search-tool'],
    ['header apa untuk pencarian alat', 'tool-search-tool'],
    ['code exection', 'code-execution'],
    ['eksekusi kode', 'code-execution'],
    ['prompt caching', 'prompt-caching'],
    ['1m context', 'context-1m'],
    ['konteks 1 juta', 'context-1m'],
    ['count_tokens', 'token-counting'],
  ])('finds “%s” first as %s', (query, feature) => {
    expect(search(query)[0]).toBe(feature);
  });

  it('finds an id, a field, a stage, a month and a model', () => {
    for (const { id } of catalog.betas) expect(rankRows(rows, id)[0]?.id).toBe(id);
    expect(search('mcp_servers').slice(0, 3)).toContain('mcp-client');
    expect(search('graduated')).toHaveLength(
      catalog.betas.filter(({ stage }) => stage === 'graduated').length,
    );
    expect(search('2025-11').length).toBeGreaterThan(3);
    expect(search('claude-sonnet-4-5').length).toBeGreaterThan(3);
  });

  it('shows both features if no row has all words', () => {
    expect(search('files code execution').slice(0, 4)).toEqual(
      expect.arrayContaining(['code-execution', 'files-api']),
    );
  });

  it('finds nothing for nonsense, and everything for nothing', () => {
    expect(search('tidakadayangsepertiini')).toEqual([]);
    expect(search('zz')).toEqual([]);
    expect(search('  ')).toHaveLength(rows.length);
  });

  it('takes a long query', () => {
    expect(rankRows(rows, 'lorem ipsum '.repeat(200))).toBeDefined();
  });
});

describe('the groups of the table', () => {
  it('have every beta once, and everyday features first', () => {
    const groups = listGroups();
    expect(groups[0]?.group).toBe('everyday');
    expect(groups.flatMap(({ betas }) => betas.map(({ id }) => id)).sort()).toEqual(
      catalog.betas.map(({ id }) => id).sort(),
    );
  });

  it('begin with features of the Catalog that are for everyday use', () => {
    const audiences = FIRST_FEATURES.map((name) => getFeature(name).audience);
    expect(new Set(audiences)).toEqual(new Set(['everyday']));
    expect(getBeta(listGroups()[0]?.betas[0]?.id ?? '').feature).toBe(FIRST_FEATURES[0]);
  });

  it('put replaced values and markers of clients apart', () => {
    for (const beta of catalog.betas) {
      const group = getGroup(beta);
      expect(group === 'old', beta.id).toBe(['superseded', 'retired'].includes(beta.stage));
      if (beta.stage === 'internal') expect(group, beta.id).toBe('client-internal');
    }
  });
});
