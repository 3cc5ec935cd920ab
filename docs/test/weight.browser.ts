/** What a page weighs when it is opened: everything that it asks for, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, type Reader, type Visit } from './browser.ts';
import { dist } from './built.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const gzipped = (path: string): number =>
  gzipSync(readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path))).length;
/** The files behind the addresses that a page asked for, each once, with their weight. */
const weigh = ({ requests }: Visit): { path: string; bytes: number }[] =>
  [
    ...new Set(
      requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).pathname),
    ),
  ].map((path) => ({ path, bytes: gzipped(path) }));
const total = (files: readonly { bytes: number }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

describe('a page of a beta', () => {
  it.each(['/betas/mcp-client-2025-11-20/', '/id/betas/managed-agents-2026-04-01/'])(
    '%s is at most 60 kB, 35 kB of it scripts',
    async (path) => {
      await reader.visit(path, { alone: true }, async (visit) => {
        await visit.page.waitForLoadState('networkidle');
        const files = weigh(visit);
        const scripts = files.filter((file) => file.path.endsWith('.js'));
        console.info(
          `${path}: ${total(files)} bytes in ${files.length} files, ${total(scripts)} of them scripts`,
        );
        expect(files.some((file) => file.path === path)).toBe(true);
        expect(files.some((file) => file.path.endsWith('.css'))).toBe(true);
        expect(scripts.length).toBeGreaterThan(0);
        expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(60_000);
        expect(total(scripts), JSON.stringify(scripts, undefined, 1)).toBeLessThanOrEqual(35_000);
      });
    },
  );
});

describe('the checker', () => {
  it.each(['/check/', '/id/check/'])('%s, in use, is at most 110 kB', async (path) => {
    await reader.visit(path, { alone: true }, async (visit) => {
      await visit.page.locator('[data-do=example]').click();
      await visit.page.locator('table.plan').waitFor();
      await visit.page.waitForLoadState('networkidle');
      const files = weigh(visit);
      console.info(`${path}: ${total(files)} bytes in ${files.length} files`);
      expect(files.some((file) => /worker/.test(file.path))).toBe(true);
      expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(110_000);
    });
  });
});
