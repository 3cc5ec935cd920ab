import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { emitLitellm } from '../../src/export/index.ts';
import { changeBedrock, EVIDENCE, readStatus, WITHOUT_EVIDENCE } from './fixtures.ts';

const PROVIDERS: Readonly<Record<string, string>> = {
  anthropic: 'claude-api',
  azure_ai: 'foundry',
  bedrock: 'bedrock',
  bedrock_converse: 'bedrock-converse',
  bedrock_mantle: 'bedrock-mantle',
  vertex_ai: 'vertex',
};

type Table = Record<string, unknown>;

const read = (text: string): Table => JSON.parse(text) as Table;
const getProvider = (table: Table, name: string): Record<string, string | null> =>
  table[name] as Record<string, string | null>;

/**
 * Filters a list as LiteLLM does after it has loaded the file: an absent key and null drop the
 * value, a text replaces it, the result is a sorted set. See
 * https://github.com/BerriAI/litellm/blob/main/litellm/anthropic_beta_headers_manager.py
 */
function filterLikeLitellm(table: Table, provider: string, sent: readonly string[]): string[] {
  const names = sent.map((value) => getProvider(table, provider)[value]);
  return [...new Set(names.filter((name) => typeof name === 'string'))].sort();
}

describe('emitLitellm', () => {
  const text = emitLitellm(catalog, { version: '2.3.4' });
  const table = read(text);

  it('writes an object per provider that maps each name to a name or null', () => {
    // The loader wants an object with at least one of five provider keys.
    expect(Object.keys(table)).toEqual(['description', 'beta_headers', ...Object.keys(PROVIDERS)]);
    for (const provider of Object.keys(PROVIDERS)) {
      const values = Object.values(getProvider(table, provider));
      expect(values.length).toBeGreaterThan(0);
      expect(values.every((value) => value === null || typeof value === 'string')).toBe(true);
    }
  });

  it('answers like the evidence on Bedrock, Vertex and Foundry', () => {
    for (const [provider, platform] of Object.entries(PROVIDERS)) {
      const entries = getProvider(table, provider);
      for (const [id, name] of Object.entries(EVIDENCE[platform] ?? {})) {
        expect([platform, id, entries[id]]).toEqual([platform, id, name]);
      }
      for (const id of WITHOUT_EVIDENCE[platform] ?? []) expect(entries).not.toHaveProperty(id);
    }
  });

  it('sends only values that the manifest knows as accepted', () => {
    const ids = catalog.betas.map(({ id }) => id);
    for (const [provider, platform] of Object.entries(PROVIDERS)) {
      for (const name of filterLikeLitellm(table, provider, ids)) {
        expect([name, readStatus(name, platform)]).toEqual([
          name,
          expect.stringMatching(/^(accepted|ignored)$/),
        ]);
      }
    }
  });

  it('replaces what Claude Code sends by the name that Bedrock has', () => {
    const sent = ['prompt-caching-scope-2026-01-05', 'advanced-tool-use-2025-11-20', 'made-up'];
    expect(filterLikeLitellm(table, 'bedrock', sent)).toEqual(['tool-search-tool-2025-10-19']);
  });

  it('lists every value that has no entry as unknown', () => {
    const { unknown } = table['beta_headers'] as { unknown: Record<string, string[]> };
    for (const provider of Object.keys(PROVIDERS)) {
      const listed = [...Object.keys(getProvider(table, provider)), ...(unknown[provider] ?? [])];
      expect(listed.sort()).toEqual(catalog.betas.map(({ id }) => id).sort());
    }
  });

  it('lists the answers that depend on the endpoint', () => {
    const { exceptions } = table['beta_headers'] as {
      exceptions: Record<string, Record<string, string[]>>;
    };
    expect(exceptions['vertex_ai']?.['web-search-2025-03-05']).toEqual([
      'rejected at POST /v1/messages/count_tokens',
    ]);
  });

  it('names the version and the newest day in the description', () => {
    expect(table['description']).toMatch(/manifest 2\.3\.4, newest source of 20\d\d-\d\d-\d\d/);
  });

  it('has sorted keys and the same text every time', () => {
    for (const provider of Object.keys(PROVIDERS)) {
      const keys = Object.keys(getProvider(table, provider));
      expect(keys).toEqual([...keys].sort());
    }
    expect(emitLitellm(structuredClone(catalog), { version: '2.3.4' })).toBe(text);
  });

  it('writes one provider for one platform, also for Foundry hosted on Azure', () => {
    const one = read(emitLitellm(catalog, { version: '1.0.0', platform: 'foundry-azure' }));
    expect(Object.keys(one)).toEqual(['description', 'beta_headers', 'azure_ai']);
  });

  it('drops a rejected value whose replacement is not accepted', () => {
    const data = changeBedrock({ 'tool-search-tool-2025-10-19': [{ status: 'unknown' }] });
    const entries = getProvider(read(emitLitellm(data, { version: '1.0.0' })), 'bedrock');
    expect(entries['advanced-tool-use-2025-11-20']).toBe('tool-examples-2025-10-29');
    expect(entries).not.toHaveProperty('tool-search-tool-2025-10-19');
  });

  it('leaves out a claim that has ended, and keeps one that has not', () => {
    const data = changeBedrock({
      'files-api-2025-04-14': [{ status: 'accepted', until: '2025-01-01' }],
      'skills-2025-10-02': [{ status: 'ignored', until: '2999-01-01' }, { status: 'rejected' }],
    });
    const entries = getProvider(read(emitLitellm(data, { version: '1.0.0' })), 'bedrock');
    expect(entries).not.toHaveProperty('files-api-2025-04-14');
    expect(entries['skills-2025-10-02']).toBe('skills-2025-10-02');
  });
});
