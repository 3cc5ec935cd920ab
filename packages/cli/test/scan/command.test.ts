/** The main paths of the command `scan`; `command.slow.test.ts` has the others. */
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toShown } from '../../src/scan/node/walk.ts';
import { FIXED, OLD, scan, writeProject } from './project.ts';

describe('scan', () => {
  it('exits with 1 and prints place, level and kind of each finding', async () => {
    const folder = writeProject({ 'src/a.ts': OLD, 'b.md': 'pdfs-2024-09-25\n' });
    const { code, stdout, stderr } = await scan(folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^src\/a\.ts:1:17 warn pdfs-2024-09-25 .+ \[graduated\] \[fixable\]\n$/);
    expect(stderr).toContain('1 can be fixed with --fix');
  });

  it('fixes files, keeps their permissions, and changes nothing the second time', async () => {
    const folder = writeProject({ 'a.ts': OLD.replace('\n', '\r\n') });
    chmodSync(join(folder, 'a.ts'), 0o755);
    const { code, stdout, stderr } = await scan(folder, '--fix');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /^note: no platforms are configured.+\nfixed a\.ts: 1 edit\n0 errors, .* in 1 file\n$/,
    );
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(FIXED.replace('\n', '\r\n'));
    expect(statSync(join(folder, 'a.ts')).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder)).toEqual(['a.ts']);
    expect((await scan(folder, '--fix')).stderr).not.toContain('fixed');
  });

  it('shows paths with forward slashes, on Windows too', () => {
    expect(toShown('C:\\app', 'C:\\app\\src\\a.ts', '\\')).toBe('src/a.ts');
    expect(toShown('C:\\', 'C:\\a.ts', '\\')).toBe('a.ts');
    expect(toShown('C:\\app', 'D:\\x\\a.ts', '\\')).toBe('D:/x/a.ts');
    expect(toShown('/work/app', '/work/app/src/a.ts')).toBe('src/a.ts');
    expect(toShown('/work/app', '/work/apple/a.ts')).toBe('/work/apple/a.ts');
  });
});
