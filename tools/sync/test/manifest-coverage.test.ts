/** Compares the manifest with the facts of its own SDK release: no network, no parsing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifest, manifestFolder } from '@beta-headers/manifest';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readBaseline, toBase, toSurface } from '../src/baseline.ts';
import { coverSurface, findDefaultCoverage } from '../src/coverage.ts';
import type { SdkMethod, SurfaceEntry } from '../src/read/facts.ts';
import { readSdk } from '../src/read/read.ts';
import { isCompiledFile, readCompiled } from '../src/replay/oracle.ts';
import { INSTALLED, INVENTED, readInstalledRelease } from './support/simulated.ts';

const { catalog, base, surface, ignored } = readBaseline(manifestFolder, loadManifest());

/** Counts with regular expressions over the compiled files; it shares no code with sync. */
const seen = readCompiled(readInstalledRelease(isCompiledFile));

test('matches the installed SDK (if not: npm run x -- pnpm install)', () => {
  expect(INSTALLED).toBe(base?.sdk);
});

test('has the facts of that release in sdk.json and surface.json', () => {
  const facts = readSdk(readInstalledRelease());
  expect(JSON.parse(JSON.stringify(toBase(facts, base?.integrity)))).toEqual(base);
  expect(JSON.parse(JSON.stringify(toSurface(facts)))).toEqual(surface);
  expect(facts.unread).toEqual([]);
});

test.skipIf(INVENTED)(
  'the conformance corpus has a case for every method that takes betas, and expects the ' +
    'defaults that a rule asks for',
  () => {
    const cases = readFileSync(join(manifestFolder, 'conformance/methods.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { source: string; expect: { betas: string[] } });
    const byMethod = new Map(
      cases.map((one) => [/ client\.([\w.]+)/.exec(one.source)?.[1], one.expect.betas]),
    );
    const methods = readSdk(readInstalledRelease()).methods.filter(
      ({ name, helper, acceptsBetas }) => name.startsWith('beta.') && !helper && acceptsBetas,
    );
    expect(methods.filter(({ name }) => !byMethod.has(name)).map(({ name }) => name)).toEqual([]);
    for (const method of methods) {
      const ruled = method.defaults.filter(
        (id) => findDefaultCoverage(method, id, catalog.betas) === 'rule',
      );
      expect([method.name, byMethod.get(method.name)]).toEqual([method.name, ruled]);
    }
  },
);

test('has every value of the union, and so have the compiled files', () => {
  const known = new Set(catalog.betas.map((beta) => beta.id));
  expect(base?.union).toEqual([...seen.union].sort());
  expect(base?.union.filter((id) => !known.has(id))).toEqual([]);
});

test('covers every default of a method; the compiled files send as many', () => {
  const methods = base?.methods ?? [];
  const sent = new Map<string, number>();
  for (const id of methods.flatMap((method) => method.defaults))
    sent.set(id, (sent.get(id) ?? 0) + 1);
  expect(sent).toEqual(seen.defaults);
  const open = methods.flatMap((method) =>
    method.defaults
      .filter((id) => !findDefaultCoverage(method as SdkMethod, id, catalog.betas))
      .map((id) => `${method.name} ${id}`),
  );
  expect(open).toEqual([]);
});

test('covers every entry of the beta surface by a rule, or ignores it with a reason', () => {
  const entries = (surface?.surface ?? []) as readonly SurfaceEntry[];
  const things = [...seen.surface].filter(
    (thing) => !entries.some(({ entry, is }) => is === thing || entry.endsWith(`.${thing}`)),
  );
  expect(entries.length).toBeGreaterThan(seen.surface.size);
  expect(things).toEqual([]);
  const covers = coverSurface(entries, catalog, ignored);
  expect(entries.map(({ entry }) => entry).filter((entry) => !covers.has(entry))).toEqual([]);
});

test('ignores only parts of the surface, with a reason and without a rule', () => {
  const { ignore } = parse(readFileSync(join(manifestFolder, 'surface-ignore.yaml'), 'utf8')) as {
    ignore: { entry: string; reason: string }[];
  };
  const entries = (surface?.surface ?? []) as readonly SurfaceEntry[];
  const covers = coverSurface(entries, catalog, new Set());
  for (const { entry, reason } of ignore) {
    expect(entries.map((one) => one.entry)).toContain(entry);
    expect(reason.length).toBeGreaterThan(20);
    expect(covers.get(entry), `${entry} is covered by a rule; take it out`).toBeUndefined();
  }
});

test('reports a rule that is removed', () => {
  const isAdvisor = ({ id }: { id: string }): boolean => id === 'advisor-tool-2026-03-01';
  const without = {
    betas: catalog.betas.map((beta) => (isAdvisor(beta) ? { ...beta, requires: [] } : beta)),
    features: catalog.features.filter(({ name }) => name !== 'advisor-tool'),
  };
  const covers = coverSurface(
    (surface?.surface ?? []) as readonly SurfaceEntry[],
    without,
    ignored,
  );
  expect(covers.has('BetaAdvisorTool20260301')).toBe(false);
});
