/** The pure functions behind pages. */
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { id } from '../src/i18n/id.ts';
import { type CatalogAvailability, type CatalogBeta, catalog } from '../src/lib/catalog.ts';
import { getFeatureMark, getHeaderMark, getShortTitle } from '../src/lib/claim-marks.ts';
import {
  describeClaimCondition,
  describeClaimLabel,
  describeClaimNeeds,
  isSilent,
} from '../src/lib/claims.ts';
import { renderInline, takeFirstSentence } from '../src/lib/inline.ts';
import { getIssueHref } from '../src/lib/links.ts';
import { groupByReason } from '../src/lib/not-betas.ts';
import {
  describeCondition,
  describeLimits,
  describeTest,
  parseEndpoint,
  selectOtherRules,
} from '../src/lib/rules.ts';
import { resolveSource, shortenUrl } from '../src/lib/sources.ts';

describe('the values that are no betas', () => {
  const evidence = [{ source: 'a', at: 'b' }];
  const note = { en: 'None.', id: 'Tiada.' };
  const means = 'mcp-client-2025-11-20';

  it('are grouped by reason and by explanation', () => {
    const shelves = groupByReason([
      { id: 'a-2025-01-01', reason: 'misspelt', means, evidence },
      { id: 'b-2025-01-01', reason: 'invented', note, evidence },
      { id: 'c-2025-01-01', reason: 'misspelt', means, evidence },
      { id: 'd-2025-01-01', reason: 'misspelt', means, note, evidence },
    ]);
    expect(
      shelves.map(({ reason, groups }) => [reason, ...groups.map(({ values }) => values)]),
    ).toEqual([
      ['invented', ['b-2025-01-01']],
      ['misspelt', ['a-2025-01-01', 'c-2025-01-01'], ['d-2025-01-01']],
    ]);
    expect(shelves[1]?.groups[0]?.means?.id).toBe(means);
  });

  it('are all on the page, each with its replacement', () => {
    const groups = groupByReason().flatMap((shelf) => shelf.groups);
    expect(groups.flatMap(({ values }) => values).sort()).toEqual(
      catalog.notBetas.map(({ id }) => id),
    );
    expect(groups.filter(({ means: meant, note: text }) => !meant && !text)).toEqual([]);
  });
});

describe('texts', () => {
  const known = (name: string): string | undefined =>
    name === 'mcp-client-2025-11-20' ? '/x/' : undefined;

  it('become HTML with code and links, and everything else is escaped', () => {
    expect(renderInline('Use `a < b` & mcp-client-2025-11-20, not foo-2025-01-01.', known)).toBe(
      'Use <code>a &lt; b</code> &amp; <a href="/x/"><code>mcp-client-2025-11-20</code></a>, ' +
        'not foo-2025-01-01.',
    );
    expect(renderInline('`mcp-client-2025-11-20`', known)).toBe(
      '<a href="/x/"><code>mcp-client-2025-11-20</code></a>',
    );
    expect(renderInline('Not mcp-client-2025-11-20-early-access.', known)).toBe(
      'Not mcp-client-2025-11-20-early-access.',
    );
    expect(renderInline('Two `` and `code`')).toBe('Two `` and <code>code</code>');
    expect(renderInline('<script>`</script>')).toBe('&lt;script&gt;`&lt;/script&gt;');
  });

  it('are cut after the first sentence, and not inside a version', () => {
    expect(takeFirstSentence('SDK 1.12.0 has `x`. More.')).toBe('SDK 1.12.0 has x.');
    expect(takeFirstSentence('No end')).toBe('No end');
  });

  it('differ between the languages, sentence by sentence', () => {
    const leaves = (value: unknown, path = ''): [string, string][] =>
      typeof value === 'string'
        ? [[path, value]]
        : typeof value === 'object' && value
          ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
          : [];
    const indonesian = new Map(leaves(id));
    // Answers of the API are quoted in English.
    const isQuoted = (path: string): boolean => /^\.errors\.shape\.[^.]+\.title$/.test(path);
    const sentences = leaves(en).filter(
      ([path, text]) => text.split(' ').length > 4 && !isQuoted(path),
    );
    expect(sentences.length).toBeGreaterThan(30);
    expect(sentences.filter(([path, text]) => indonesian.get(path) === text)).toEqual([]);
  });
});

describe('the marks', () => {
  const feature = (...claims: Omit<CatalogAvailability, 'evidence'>[]) =>
    getFeatureMark(claims.map((claim) => ({ ...claim, evidence: [] })));
  const header = (...claims: Omit<CatalogBeta['acceptance'][string][number], 'evidence'>[]) =>
    getHeaderMark(claims.map((claim) => ({ ...claim, evidence: [] })));
  const disputed = { en: 'One says so.', id: 'Satu sumber menyatakannya.' };
  const models = ['claude-opus-5'];

  it('show a feature as available only if that is without any condition', () => {
    expect(feature({ status: 'available' })).toBe('available');
    expect(feature({ status: 'available', models, label: 'beta' }, { status: 'available' })).toBe(
      'available',
    );
    for (const mark of [
      feature(),
      feature({ status: 'available', disputed }),
      feature({ status: 'available', needs: ['entitlement'] }),
      feature({ status: 'available', models }, { status: 'unknown' }),
      feature({ status: 'available', models, disputed }, { status: 'available' }),
      feature({ status: 'unknown' }),
      feature({ status: 'no-effect' }),
    ])
      expect(mark).not.toBe('available');
  });

  it('show the last claim if no claim says that the feature is available', () => {
    expect(feature({ status: 'no-effect', models }, { status: 'unavailable' })).toBe('unavailable');
    expect(feature({ status: 'unavailable', models }, { status: 'unknown' })).toBe('unknown');
    expect(feature({ status: 'unavailable', disputed })).toBe('disputed');
    expect(feature({ status: 'available', models }, { status: 'unavailable' })).toBe('some');
  });

  it('distinguish the ways in which a platform treats a header value', () => {
    const instead = [{ for: 'tool-search-tool', send: 'tool-search-tool-2025-10-19' }];
    expect(header({ status: 'accepted' })).toBe('accepted');
    expect(header({ status: 'accepted', models }, { status: 'rejected' })).toBe('some');
    expect(header({ status: 'rejected', instead })).toBe('instead');
    expect(header({ status: 'rejected' })).toBe('rejected');
    expect(header({ status: 'ignored' })).toBe('ignored');
    expect(header({ status: 'accepted', disputed })).toBe('disputed');
    expect(header({ status: 'unknown' })).toBe('unknown');
  });

  it('have a short title for every platform, and use the id of an unknown one', () => {
    const heads = catalog.platforms.map(({ id }) => getShortTitle(id));
    expect(new Set(heads).size).toBe(heads.length);
    for (const head of heads) expect(head.length, head).toBeLessThan(9);
    expect(getShortTitle('elsewhere')).toBe('elsewhere');
  });
});

describe('claims in words', () => {
  const conditional: CatalogAvailability = {
    status: 'available',
    models: ['claude-opus-5'],
    shape: ['fast'],
    until: '2026-11-30',
    needs: ['entitlement'],
    label: 'preview',
    evidence: [],
  };
  const rest: CatalogAvailability = { status: 'unknown', evidence: [] };

  it('name the condition of each claim, and `otherwise` for the last one', () => {
    const claims = [conditional, rest];
    expect(describeClaimCondition(conditional, claims, 'en')).toBe(
      'with Claude Opus 5, in the form `fast`, until 2026-11-30',
    );
    expect(describeClaimCondition(rest, claims, 'id')).toBe('selain itu');
    expect(describeClaimCondition(rest, [rest], 'en')).toBeUndefined();
  });

  it('name the needs of an organization and the label of the platform', () => {
    expect(describeClaimNeeds(conditional, 'en')).toEqual([en.claim.needs.entitlement]);
    expect(describeClaimLabel(conditional, 'id')).toBe(id.claim.label.preview);
  });

  it('count as silent only if the manifest has one bare `unknown`', () => {
    expect(isSilent([rest])).toBe(true);
    expect(isSilent([{ ...rest, note: { en: 'Because.', id: 'Karena.' } }])).toBe(false);
    expect(isSilent([conditional, rest])).toBe(false);
  });
});

describe('rules and sources', () => {
  it('describe the test of a rule', () => {
    expect(describeTest({ at: 'a', is: true }, 'en')).toBe('`a` is `true`');
    expect(describeTest({ at: 'a', in: ['x', 1] }, 'en')).toBe('`a` is one of `x` or `1`');
    expect(describeTest({ at: 'a', above: 0 }, 'id')).toBe('`a` lebih besar dari `0`');
    expect(describeTest({ at: 'a', nonEmpty: true }, 'en')).toBe('`a` is not empty');
    expect(describeTest({ at: 'a[].b', where: { type: 'x' } }, 'en')).toBe(
      '`a[].b` is present, where `type` is `x`',
    );
    expect(describeTest({ endpoint: ['GET /v1/x'] }, 'en')).toBe('any request');
    expect(parseEndpoint('* /v1/agents/**')).toEqual({ path: '/v1/agents', below: true });
    expect(parseEndpoint('POST /v1/files')).toEqual({
      method: 'POST',
      path: '/v1/files',
      below: false,
    });
  });

  it('describe a condition in one line', () => {
    expect(describeCondition({ at: 'a', is: 'x', endpoint: ['POST /v1/x'] }, 'en')).toBe(
      '`a` is `x` at `POST /v1/x`',
    );
    expect(describeCondition({ endpoint: ['POST /v1/x'], model: ['claude-opus-5'] }, 'en')).toBe(
      '`POST /v1/x` with Claude Opus 5',
    );
    expect(describeLimits({ at: 'a', apiVersion: '2023-06-01' }, 'en')).toBe(
      'under anthropic-version 2023-06-01 or earlier',
    );
  });

  it('leave out a use that is also a rule of a beta', () => {
    const uses = [{ at: 'a' }, { at: 'b', is: 'x' }];
    expect(selectOtherRules(uses, [{ at: 'b', is: 'x', model: ['claude-opus-5'] }])).toEqual([
      { at: 'a' },
    ]);
  });

  it('shorten the address of a source', () => {
    expect(shortenUrl('https://github.com/o/r/issues/12')).toBe('o/r#12');
    expect(shortenUrl('https://github.com/o/r/blob/0123abc/a/b/c.json')).toBe('o/r: c.json');
    expect(shortenUrl('https://www.example.com/a/')).toBe('example.com/a');
  });

  it('resolve a citation to an address with an anchor, or to a release and a place in it', () => {
    expect(
      resolveSource({ source: 'sdk-1.12.0', at: 'AnthropicBeta', says: 'A union.' }),
    ).toMatchObject({
      url: 'https://www.npmjs.com/package/@anthropic-ai/sdk/v/1.12.0',
      label: '@anthropic-ai/sdk 1.12.0',
      symbol: 'AnthropicBeta',
      says: 'A union.',
    });
    expect(resolveSource({ source: 'sdk-1.12.0', at: 'CHANGELOG.md 0.71.0' })).toMatchObject({
      symbol: undefined,
      changelog: '0.71.0',
    });
    const page = resolveSource({ source: 'docs-release-notes', at: '#february-7-2026' });
    expect(page.url).toMatch(/^https:.*#february-7-2026$/);
    expect(page.checked).toMatch(/^2026-/);
    expect(() => resolveSource({ source: 'no-such-source' })).toThrow('npm run generate');
  });

  it('prefill an issue with subject and body', () => {
    const url = new URL(getIssueHref('x & y', 'line\nline'));
    expect([url.searchParams.get('title'), url.searchParams.get('body')]).toEqual([
      '[data] x & y',
      'line\nline',
    ]);
  });
});
