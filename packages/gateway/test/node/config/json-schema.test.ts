import type { Policy } from '@beta-headers/core';
import { describe, expect, it } from 'vitest';
import { makeJsonSchema } from '../../../src/node/config/json-schema.ts';

/** The compiler requires every line and every value. */
const POLICY: { readonly [K in keyof Policy]-?: Record<NonNullable<Policy[K]>, true> } = {
  missing: { add: true, refuse: true, report: true },
  rejected: { drop: true, refuse: true, send: true },
  unavailable: { refuse: true, strip: true, send: true },
  constraint: { refuse: true, send: true },
  conflict: { refuse: true, send: true },
  instead: { replace: true, send: true, refuse: true },
  unknownBeta: { send: true, drop: true, refuse: true },
  unverified: { send: true, drop: true, refuse: true },
  unknownField: { send: true, drop: true, refuse: true },
  graduated: { auto: true, keep: true, drop: true },
};

type Node = { readonly [key: string]: unknown };

/** Lists the properties of a schema with their paths. */
function listProperties(node: Node, path = ''): [string, Node][] {
  const own = Object.entries((node['properties'] ?? {}) as Record<string, Node>).flatMap(
    ([name, inner]): [string, Node][] => [
      [`${path}${name}`, inner],
      ...listProperties(inner, `${path}${name}.`),
    ],
  );
  const branches = (node['anyOf'] ?? []) as readonly Node[];
  const items = node['items'] ? [node['items'] as Node] : [];
  return [...own, ...[...branches, ...items].flatMap((inner) => listProperties(inner, path))];
}

describe('the JSON schema', () => {
  it('is the committed file', async () => {
    const text = `${JSON.stringify(makeJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../../schema/gateway.schema.json');
  });

  it('describes every setting, with its default', () => {
    const properties = listProperties(makeJsonSchema() as Node);
    expect(properties.length).toBeGreaterThan(40);
    for (const [path, { description, default: fallback }] of properties) {
      if (path.startsWith('overlay.')) continue;
      expect(description, path).toEqual(expect.any(String));
      if (fallback !== undefined && typeof fallback !== 'object')
        expect(description, path).toContain(`Default: ${fallback}`);
    }
  });

  it('has every line of a policy with every value', () => {
    const policy = listProperties(makeJsonSchema() as Node).flatMap(([path, node]) => {
      const [, line] = /^planning\.policy\.(\w+)$/.exec(path) ?? [];
      const [{ enum: values } = {}] = (node['anyOf'] ?? []) as readonly Node[];
      return line === undefined ? [] : [[line, values] as const];
    });
    const wanted = Object.entries(POLICY).map(([line, values]) => [line, Object.keys(values)]);
    expect(Object.fromEntries(policy)).toEqual(Object.fromEntries(wanted));
  });
});
