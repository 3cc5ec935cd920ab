/** The manifest against the facts of the release that it was last brought in line with: no network, no parsing of the SDK. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifest, manifestFolder } from '@beta-headers/manifest';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { coverDefault, coverSurface } from '../src/cover.ts';
import { readKnown, toBase, toSurface } from '../src/known.ts';
import type { SdkMethod, SurfaceEntry } from '../src/read/facts.ts';
import { readSdk } from '../src/read/read.ts';
import { installedRelease } from './support/simulated.ts';

const { catalog, base, surface, ignored } = readKnown(manifestFolder, loadManifest());

test('sdk.json and surface.json are what is read from that release', () => {
  const facts = readSdk(installedRelease());
  expect(facts.sdk).toBe(base?.sdk);
  expect(JSON.parse(JSON.stringify(toBase(facts)))).toEqual(base);
  expect(JSON.parse(JSON.stringify(toSurface(facts)))).toEqual(surface);
  expect(facts.unread).toEqual([]);
});

test('every value of the union is in the Catalog: 58 of 58', () => {
  const known = new Set(catalog.betas.map((beta) => beta.id));
  expect(base?.union).toHaveLength(58);
  expect(base?.union.filter((id) => !known.has(id))).toEqual([]);
});

test('every default of a method is covered by a rule of that beta, or is a known left-over: 159 of 159, and what parse() adds', () => {
  const methods = base?.methods ?? [];
  expect(methods.filter((method) => !method.helper)).toHaveLength(159);
  const open = methods.flatMap((method) =>
    method.defaults.filter((id) => !coverDefault(method as SdkMethod, id, catalog.betas)).map((id) => `${method.name} ${id}`),
  );
  expect(open).toEqual([]);
});

test('every entry of the beta surface is covered by a rule or ignored with a reason', () => {
  const entries = (surface?.surface ?? []) as readonly SurfaceEntry[];
  expect(entries.length).toBeGreaterThan(200);
  const covers = coverSurface(entries, catalog.betas, ignored);
  expect(entries.map(({ entry }) => entry).filter((entry) => !covers.has(entry))).toEqual([]);
});

test('what is ignored is part of the surface, has a reason, and no rule covers it', () => {
  const { ignore } = parse(readFileSync(join(manifestFolder, 'surface-ignore.yaml'), 'utf8')) as { ignore: { entry: string; reason: string }[] };
  const entries = (surface?.surface ?? []) as readonly SurfaceEntry[];
  const covers = coverSurface(entries, catalog.betas, new Set());
  for (const { entry, reason } of ignore) {
    expect(entries.map((one) => one.entry)).toContain(entry);
    expect(reason.length).toBeGreaterThan(20);
    expect(covers.get(entry), `${entry} is covered by a rule; take it out`).toBeUndefined();
  }
});

test('a rule that is taken away is missed', () => {
  const without = catalog.betas.map((beta) => (beta.id === 'advisor-tool-2026-03-01' ? { ...beta, opens: [] } : beta));
  const covers = coverSurface((surface?.surface ?? []) as readonly SurfaceEntry[], without, ignored);
  expect(covers.has('BetaAdvisorTool20260301')).toBe(false);
});
