/** The size of a page with everything that it loads, compressed with gzip. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECK_EXAMPLES } from '../src/lib/checker/examples.ts';
import { openReader, type Reader, type Visit } from './browser.ts';
import { dist } from './built.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const measureGzip = (path: string): number =>
  gzipSync(readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path))).length;
/** Lists the files that a page requested, each once, with their size. */
const weigh = ({ requests }: Visit): { path: string; bytes: number }[] =>
  [
    ...new Set(
      requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).pathname),
    ),
  ].map((path) => ({ path, bytes: measureGzip(path) }));
const total = (files: readonly { bytes: number }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

describe('page one', () => {
  it.each(['/', '/id/'])('at %s loads at most 60 kB', async (path) => {
    await reader.visit(path, { alone: true }, async (visit) => {
      await visit.page.waitForLoadState('networkidle');
      const files = weigh(visit);
      console.info(`${path}: ${total(files)} bytes in ${files.length} files`);
      expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(60_000);
    });
  });
});

describe('a page of a beta', () => {
  it.each([
    '/betas/mcp-client-2025-11-20/',
    '/id/betas/advanced-tool-use-2025-11-20/',
    '/id/features/structured-outputs/',
  ])('at %s loads at most 50 kB, of which at most 35 kB are scripts', async (path) => {
    await reader.visit(path, { alone: true }, async (visit) => {
      await visit.page.waitForLoadState('networkidle');
      const files = weigh(visit);
      const scripts = files.filter((file) => file.path.endsWith('.js'));
      const sizes = `${total(files)} bytes, ${total(scripts)} of them in scripts`;
      console.info(`${path}: ${sizes}`);
      expect(files.some((file) => file.path === path)).toBe(true);
      expect(files.some((file) => file.path.endsWith('.css'))).toBe(true);
      expect(scripts.length).toBeGreaterThan(0);
      expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(50_000);
      expect(total(scripts), JSON.stringify(scripts, undefined, 1)).toBeLessThanOrEqual(35_000);
    });
  });
});

describe('the checker', () => {
  const CASES = ['/check/', '/id/check/'].flatMap((path) =>
    // An error needs the known wordings and their advice as well, 16 kB.
    Object.entries(CHECK_EXAMPLES).map(([name, text]) => ({
      path,
      name,
      text,
      most: name === 'error' ? 118_000 : 110_000,
    })),
  );
  it.each(CASES)('at $path loads at most $most bytes for: $name', async (one) => {
    const { path, name, text, most } = one;
    await reader.visit(path, { alone: true }, async (visit) => {
      const buttons = visit.page.locator('[data-example]');
      await buttons.nth(Object.values(CHECK_EXAMPLES).indexOf(text)).click();
      await visit.page.locator('[data-out=answer] .check-actions').waitFor();
      await visit.page.waitForLoadState('networkidle');
      const files = weigh(visit);
      console.info(`${path} (${name}): ${total(files)} bytes in ${files.length} files`);
      expect(files.some((file) => /worker/.test(file.path))).toBe(true);
      expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(most);
    });
  });
});
