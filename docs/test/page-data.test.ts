/** The JSON beside each page, the grouping of rules, and the numbering of sources. */
import { describe, expect, it } from 'vitest';
import { catalog, getBeta, getFeature } from '../src/lib/catalog.ts';
import { formatJson, makeBetaJson, makeFeatureJson } from '../src/lib/data.ts';
import { groupRules } from '../src/lib/rules.ts';
import { numberSources } from '../src/lib/sources.ts';

describe('the JSON beside a page', () => {
  const files = [
    ...catalog.betas.map((beta) => [beta.id, makeBetaJson(beta)] as const),
    ...catalog.features.map((feature) => [feature.name, makeFeatureJson(feature)] as const),
  ];

  it('is at most 50 kB', () => {
    const sizes = files.map(([name, body]) => [name, Buffer.byteLength(formatJson(body))] as const);
    expect(sizes.filter(([, size]) => size > 50_000)).toEqual([]);
  });

  it('begins with the answer', () => {
    const body = makeBetaJson(getBeta('tool-search-tool-2025-10-19')) as Record<string, unknown>;
    expect(Object.keys(body).slice(2, 4)).toEqual(['need', 'placement']);
    expect(body['placement']).toContainEqual(
      expect.objectContaining({
        platform: 'bedrock',
        answer: 'send',
        in: 'body',
        field: 'anthropic_beta',
        send: [{ value: 'tool-search-tool-2025-10-19' }],
      }),
    );
  });

  it('has the words of a citation once', () => {
    const text = formatJson(makeFeatureJson(getFeature('adaptive-thinking')));
    const says = [...text.matchAll(/\{"source":"[^"]+"(?:,"at":"[^"]*")?,"says":"[^"]+"\}/g)];
    expect(says.length).toBeGreaterThan(5);
    expect(new Set(says.map(([one]) => one)).size).toBe(says.length);
  });
});

describe('the rules of a page', () => {
  it('are shown once for all platforms', () => {
    const groups = groupRules(getBeta('tool-search-tool-2025-10-19').requires);
    expect(groups).toHaveLength(3);
    expect(groups.map(({ variants }) => variants.length)).toEqual([2, 2, 2]);
  });

  it('about an endpoint are not one rule', () => {
    expect(groupRules(getBeta('managed-agents-2026-04-01').requires)).toHaveLength(6);
  });
});

describe('the sources of a table', () => {
  it('are numbered once each, with all that is cited from them', () => {
    const numbered = numberSources([
      { source: 'a', says: 'One.' },
      { source: 'b' },
      { source: 'a', says: 'Two.' },
      { source: 'a', says: 'One.' },
    ]);
    expect(
      [...numbered].map(([id, { number, citations }]) => [id, number, citations.length]),
    ).toEqual([
      ['a', 1, 2],
      ['b', 2, 1],
    ]);
  });
});
