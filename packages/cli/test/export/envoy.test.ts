import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { emitEnvoy } from '../../src/export/index.ts';
import { EVIDENCE, readStatus, WITHOUT_EVIDENCE } from './fixtures.ts';

interface Policy {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly targetRefs: readonly { group: string; kind: string; name: string }[];
    readonly lua: readonly { readonly type: string; readonly inline: string }[];
  };
}

/** Reads the documents as kubectl does; one without content is skipped. */
function readPolicies(text: string): Policy[] {
  return parseAllDocuments(text, { uniqueKeys: true })
    .map((document) => document.toJS() as Policy | null)
    .filter((policy) => policy !== null);
}

const getLua = (policy: Policy | undefined): string => policy?.spec.lua[0]?.inline ?? '';

/** Reads the rows of the table in the Lua source. */
function readRows(lua: string): Map<string, string[]> {
  const rows = lua.matchAll(/^ {2}\["([^"]+)"\] = \{([^}]*)\},$/gm);
  return new Map(
    [...rows].map(([, id = '', list = '']) => [
      id,
      [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
    ]),
  );
}

describe('emitEnvoy', () => {
  const text = emitEnvoy(catalog, { version: '2.3.4' });
  const [bedrock, vertex] = readPolicies(text);

  it('writes policies with the fields that the CRD requires', () => {
    // https://github.com/envoyproxy/gateway/blob/main/api/v1alpha1/lua_types.go: `type` is
    // required, and with Inline exactly `inline` is set.
    expect(readPolicies(text)).toHaveLength(2);
    for (const policy of readPolicies(text)) {
      expect(Object.keys(policy)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
      expect(policy.apiVersion).toBe('gateway.envoyproxy.io/v1alpha1');
      expect(policy.kind).toBe('EnvoyExtensionPolicy');
      expect(policy.metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
      expect(policy.spec.lua.map((lua) => Object.keys(lua))).toEqual([['type', 'inline']]);
      expect(policy.spec.lua[0]?.type).toBe('Inline');
      expect(policy.spec.targetRefs).toEqual([
        { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: expect.any(String) },
      ]);
      expect(getLua(policy)).toContain('\nfunction envoy_on_request(handle)\n');
    }
  });

  it('removes and replaces what the evidence says that the platform rejects', () => {
    const policies = { bedrock, vertex };
    for (const [platform, policy] of Object.entries(policies)) {
      const rows = readRows(getLua(policy));
      for (const [id, name] of Object.entries(EVIDENCE[platform] ?? {})) {
        const expected =
          name === id ? undefined : name === null ? [] : expect.arrayContaining([name]);
        expect([platform, id, rows.get(id)]).toEqual([platform, id, expected]);
      }
      for (const id of WITHOUT_EVIDENCE[platform] ?? []) expect(rows.has(id)).toBe(false);
    }
  });

  it('has a row for every rejected value, and sends only accepted ones in its place', () => {
    for (const platform of ['bedrock', 'vertex', 'foundry', 'claude-api']) {
      const [policy] = readPolicies(emitEnvoy(catalog, { version: '1.0.0', platform }));
      const rows = readRows(getLua(policy));
      const rejected = catalog.betas.filter(({ id }) => readStatus(id, platform) === 'rejected');
      expect([...rows.keys()].sort()).toEqual(rejected.map(({ id }) => id).sort());
      for (const name of [...rows.values()].flat()) {
        expect([name, readStatus(name, platform)]).toEqual([name, 'accepted']);
      }
    }
  });

  it("says that Envoy's own list for Bedrock cannot be extended, and lists unknown values", () => {
    expect(text).toContain('no configuration extends that list');
    const unknown = catalog.betas.filter(({ id }) => readStatus(id, 'vertex') === 'unknown');
    expect(text).toContain(`# Unknown, left to Envoy's own default (${unknown.length}):\n`);
  });

  it('names the version and the newest day in the first line', () => {
    expect(text).toMatch(/^# .* manifest 2\.3\.4, newest source of 20\d\d-\d\d-\d\d\.\n/);
  });

  it('is sorted and the same every time', () => {
    const ids = [...readRows(getLua(bedrock)).keys()];
    expect(ids).toEqual([...ids].sort());
    expect(emitEnvoy(structuredClone(catalog), { version: '2.3.4' })).toBe(text);
  });
});
