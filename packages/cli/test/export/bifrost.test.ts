import { catalog } from '@beta-headers/manifest/data';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOverrides } from '../../src/export/bifrost.ts';
import { emitBifrost } from '../../src/export/index.ts';
import { changeBedrock, EVIDENCE, readStatus, WITHOUT_EVIDENCE } from './fixtures.ts';

const PROVIDERS: Readonly<Record<string, string>> = {
  anthropic: 'claude-api',
  azure: 'foundry',
  bedrock: 'bedrock',
  bedrock_mantle: 'bedrock-mantle',
  vertex: 'vertex',
};

type Overrides = Record<string, boolean>;

interface Config {
  $schema: string;
  providers: Record<string, { network_config: { beta_header_overrides: Overrides } }>;
}

const read = (text: string): Config => JSON.parse(text) as Config;

/**
 * Looks a value up as Bifrost does: a family that it knows is read by its exact prefix, any other
 * value by the first key in random order that is a prefix of it. See FilterBetaHeadersForProvider,
 * https://github.com/maximhq/bifrost/blob/main/core/providers/anthropic/utils.go
 */
function lookUp(keys: readonly string[], overrides: Overrides, known: string[], value: string) {
  const family = known.find((prefix) => value.startsWith(prefix));
  const key = family ?? keys.find((prefix) => value.startsWith(prefix));
  return key === undefined ? undefined : overrides[key];
}

describe('emitBifrost', () => {
  const text = emitBifrost(catalog, { version: '1.0.0' });
  const config = read(text);

  it('has only the keys that the schema allows', () => {
    // https://github.com/maximhq/bifrost/blob/main/transports/config.schema.json: the config, each
    // provider and network_config are closed; the overrides map any text to a boolean.
    expect(Object.keys(config)).toEqual(['$schema', 'providers']);
    expect(Object.keys(config.providers)).toEqual(Object.keys(PROVIDERS));
    for (const provider of Object.values(config.providers)) {
      expect(Object.keys(provider)).toEqual(['network_config']);
      expect(Object.keys(provider.network_config)).toEqual(['beta_header_overrides']);
      const values = Object.values(provider.network_config.beta_header_overrides);
      expect(values.length).toBeGreaterThan(0);
      expect(values.every((value) => typeof value === 'boolean')).toBe(true);
    }
  });

  it('answers like the evidence on Bedrock, Vertex and Foundry', () => {
    for (const [provider, platform] of Object.entries(PROVIDERS)) {
      const overrides = config.providers[provider]?.network_config.beta_header_overrides ?? {};
      const keys = Object.keys(overrides);
      for (const [id, name] of Object.entries(EVIDENCE[platform] ?? {})) {
        expect([platform, id, lookUp(keys, overrides, [], id)]).toEqual([
          platform,
          id,
          // Bifrost cannot rename, so a value with a replacement is dropped as well.
          name === id,
        ]);
      }
      for (const id of WITHOUT_EVIDENCE[platform] ?? []) {
        expect([id, lookUp(keys, overrides, [], id)]).toEqual([id, undefined]);
      }
    }
  });

  it('gives each value its own answer or none, in any order, whichever families are known', () => {
    const families = catalog.features.map(({ name }) => `${name}-`);
    const order = fc.infiniteStream(fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.subarray(families), order, (known, ranks) => {
        for (const [provider, platform] of Object.entries(PROVIDERS)) {
          const overrides = config.providers[provider]?.network_config.beta_header_overrides ?? {};
          const keys = Object.keys(overrides)
            .map((key) => ({ key, rank: ranks.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ key }) => key);
          for (const { id } of catalog.betas) {
            const answer = lookUp(keys, overrides, known, id);
            if (answer === undefined) continue;
            const isAccepted = ['accepted', 'ignored'].includes(readStatus(id, platform));
            const isRejected = readStatus(id, platform) === 'rejected';
            expect([id, answer ? isAccepted : isRejected]).toEqual([id, true]);
          }
        }
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it('writes one key for a family with one answer, and one for each value otherwise', () => {
    const data = changeBedrock({
      'mcp-client-2025-04-04': [{ status: 'accepted' }],
      'mcp-client-2025-11-20': [{ status: 'rejected' }],
      'mcp-client-2026-09-15': [{ status: 'unknown' }],
      'managed-agents-2026-04-01': [{ status: 'accepted' }],
      'user-profiles-2026-03-24': [{ status: 'accepted' }],
      'user-profiles-2026-08-18': [{ status: 'accepted' }],
      'user-profiles-2026-09-04': [{ status: 'accepted' }],
      'user-profiles-billing-2026-10-01': [{ status: 'rejected' }],
    });
    const { overrides, mixed, left } = findOverrides(data, 'bedrock');
    expect(overrides).toMatchObject({
      'compact-': true,
      'mcp-client-2025-04-04': true,
      'mcp-client-2025-11-20': false,
      'user-profiles-2026-03-24': true,
      'user-profiles-billing-': false,
    });
    expect(overrides).not.toHaveProperty('mcp-client-');
    expect(overrides).not.toHaveProperty('user-profiles-');
    expect(mixed).toContain('mcp-client-2025-11-20');
    // Its id is a prefix of the research preview, of which nothing is known.
    expect(left).toEqual(['managed-agents-2026-04-01']);
  });

  it('has sorted keys and the same text every time', () => {
    for (const provider of Object.values(config.providers)) {
      const keys = Object.keys(provider.network_config.beta_header_overrides);
      expect(keys).toEqual([...keys].sort());
    }
    expect(emitBifrost(structuredClone(catalog), { version: '1.0.0' })).toBe(text);
  });

  it('writes the answers of Converse for the provider bedrock on request', () => {
    const one = read(emitBifrost(catalog, { version: '1.0.0', platform: 'bedrock-converse' }));
    expect(Object.keys(one.providers)).toEqual(['bedrock']);
    const overrides = one.providers['bedrock']?.network_config.beta_header_overrides;
    // litellm-beta-headers: bedrock_converse, null and passed on.
    expect(overrides).toMatchObject({ 'web-search-': false, 'computer-use-2025-01-24': true });
  });
});
